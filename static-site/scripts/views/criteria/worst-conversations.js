import { element, fill } from "../parts/dom.js";
import { getConversation, getConversations } from "../../api/endpoints.js";
import { createLoader } from "../../api/loader.js";
import { joinCriterion } from "../../state/filters.js";
import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { routeLink } from "../parts/links.js";
import { errorNotice } from "../parts/notices.js";
import { skeletonTable } from "../parts/tables.js";

/** So many of the newest that failed are looked through for the worst. */
const lookedThrough = 50;
const shownAtOnce = 5;

/** The worst first: most criteria failed, then the lowest rating, then the newest. @param {ListedConversation[]} conversations */
export const worstFirst = (conversations) => {
  /** @param {ListedConversation} one */
  const failures = (one) => Object.values(one.criteria).filter((result) => result === "failure").length;
  return [...conversations].sort((a, b) => failures(b) - failures(a) || (a.rating ?? 6) - (b.rating ?? 6) || (b.start_time_unix ?? 0) - (a.start_time_unix ?? 0));
};

/** Conversations that failed a criterion, each with the reason that was given. @param {App} app @param {string} criterionId */
export function createWorstConversations(app, criterionId) {
  const node = element("div", { class: "worst" }, skeletonTable(3));

  const loader = createLoader({
    show: (details) => fill(node, element("p", { class: "muted" }, t("criteria.worstText")), element("ul", { class: "worst-list" }, details.map(item))),
    fail: (error) => fill(node, errorNotice(error, load)),
  });

  /** @param {Api.ConversationDetail} one */
  function item(one) {
    const result = one.criteria_results.find(({ id }) => id === criterionId);
    return element("li", {},
      routeLink(app, { ...app.route, conversation: one.conversation_id }, {}, format.dateTime(one.start_time)),
      element("span", { class: "worst-title", dir: "auto" }, one.call_summary_title ?? ""),
      element("p", { class: "rationale", dir: "auto" }, result?.rationale || t("criteria.noRationale")));
  }

  function load() {
    const query = { ...app.periodQuery(), criterion: joinCriterion(criterionId, "failure"), per_page: lookedThrough };
    return loader.load(async (signal) => {
      const { conversations } = await getConversations(query, signal);
      return Promise.all(worstFirst(conversations).slice(0, shownAtOnce).map((one) => getConversation(one.conversation_id, signal)));
    });
  }

  load();
  return { node, stop: loader.stop };
}
