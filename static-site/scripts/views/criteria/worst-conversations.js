import { getConversation } from "../../api/endpoints.js";
import { createLoader } from "../../api/loader.js";
import { failures, worstFirst } from "../../logic/worst.js";
import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { element, fill } from "../parts/dom.js";
import { routeLink } from "../parts/links.js";
import { loadFailure } from "../parts/load-failure.js";
import { skeletonTable } from "../parts/tables.js";

const step = 5;

/**
 * The worst of conversations that failed a criterion, each with the reason that was given; five, and five more when they are wanted.
 * @param {App} app @param {string} criterionId @param {ListedConversation[]} conversations
 */
export function createWorstConversations(app, criterionId, conversations) {
  const sorted = worstFirst(conversations);
  const list = element("ul", { class: "worst-list" });
  const end = element("div", {}, skeletonTable(3));
  const node = element("div", { class: "worst" }, list, end);
  let shown = 0;

  /** @type {ReturnType<typeof createLoader<Api.ConversationDetail[]>>} */
  const loader = createLoader({
    show(details) {
      list.append(...details.map(item));
      shown += details.length;
      fill(end, shown < sorted.length
        && element("button",
          { type: "button", class: "button button-quiet button-small", dataset: { testid: "worst-more" }, on: { click: load } },
          t("criteriaBoard.panel.more")));
    },
    fail: (error) => fill(end, loadFailure("conversations", error, load)),
  });

  /** @param {Api.ConversationDetail} one */
  function item(one) {
    const result = one.criteria_results.find(({ id }) => id === criterionId);
    const listed = sorted.find(({ conversation_id: id }) => id === one.conversation_id);
    return element("li", {},
      element("p", { class: "worst-head" },
        routeLink(app, { ...app.route, conversation: one.conversation_id }, { class: "worst-title", dir: "auto" },
          one.call_summary_title || t("detail.title", { time: format.dateTime(one.start_time) })),
        element("span", { class: "worst-time" }, format.shortDateTime(one.start_time))),
      element("p", { class: "worst-text" },
        element("span", { class: "rationale", dir: "auto" }, result?.rationale || t("criteria.noRationale")),
        listed && element("span", { class: "worst-count" }, t("criteriaBoard.panel.others", { count: failures(listed) }))));
  }

  function load() {
    return loader.load((signal) =>
      Promise.all(sorted.slice(shown, shown + step).map((one) => getConversation(one.conversation_id, signal))));
  }

  load();
  return { node, stop: loader.stop };
}
