import { getConversation, getConversations } from "../../api/endpoints.js";
import { createLoader } from "../../api/loader.js";
import { failures, worstFirst } from "../../logic/criterion-failures.js";
import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { element, fill } from "../parts/dom.js";
import { routeLink } from "../parts/links.js";
import { loadFailure } from "../parts/load-failure.js";
import { skeletonTable } from "../parts/tables.js";

const step = 5;

/** @typedef {{ total: number, found: Array<{ listed: ListedConversation, detail: Api.ConversationDetail }> }} Page */

/**
 * The worst of the conversations that failed a criterion, each with the reason that was given; five, and five more when they are wanted.
 * @param {App} app @param {string} criterionId @param {Query} query Of the conversations that failed it.
 */
export function createWorstConversations(app, criterionId, query) {
  const list = element("ul", { class: "worst-list" });
  const end = element("div", {}, skeletonTable(3));
  const node = element("div", { class: "worst" }, list, end);
  let pages = 0;

  /** @type {ReturnType<typeof createLoader<Page>>} */
  const loader = createLoader({
    show({ total, found }) {
      const wasMore = end.contains(document.activeElement);
      const items = found.map(item);
      list.append(...items);
      pages += 1;
      fill(end, step * pages < total
        && element("button",
          { type: "button", class: "button button-quiet button-small", dataset: { testid: "worst-more" }, on: { click: load } },
          t("criteriaBoard.panel.more")));
      if (wasMore) items[0]?.querySelector("a")?.focus();
    },
    fail: (error) => fill(end, loadFailure("conversations", error, load)),
  });

  /** @param {Page["found"][number]} one */
  function item({ listed, detail }) {
    const result = detail.criteria_results.find(({ id }) => id === criterionId);
    return element("li", {},
      element("p", { class: "worst-head" },
        routeLink(app, { ...app.route, conversation: detail.conversation_id }, { class: "worst-title", dir: "auto" },
          detail.call_summary_title || t("detail.title", { time: format.dateTime(detail.start_time) })),
        element("span", { class: "worst-time" }, format.shortDateTime(detail.start_time))),
      element("p", { class: "worst-text" },
        element("span", { class: "rationale", dir: "auto" }, result?.rationale || t("criteria.noRationale")),
        element("span", { class: "worst-count" }, t("criteriaBoard.panel.others", { count: failures(listed) }))));
  }

  /** @param {AbortSignal} signal @returns {Promise<Page>} */
  async function next(signal) {
    const { total, conversations } =
      await getConversations({ ...query, sort: worstFirst, page: pages + 1, per_page: step }, signal);
    const details = await Promise.all(conversations.map((one) => getConversation(one.conversation_id, signal)));
    return { total, found: conversations.map((listed, index) => ({ listed, detail: details[index] })) };
  }

  const load = () => loader.load(next);

  load();
  return { node, stop: loader.stop };
}
