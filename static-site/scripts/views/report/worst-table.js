import { failures } from "../../logic/criterion-failures.js";
import * as format from "../../texts/format.js";
import { known, t } from "../../texts/translate.js";
import { element, foreign } from "../parts/dom.js";
import { routeLink } from "../parts/links.js";
import { tableBlock } from "./sheets.js";

/**
 * The conversations that a reader should hear, each a link to it. @param {App} app @param {ListedConversation[]} worst The worst first.
 * @returns {import("./sheets.js").Block[]}
 */
export function worstBlocks(app, worst) {
  if (!worst.length) return [];
  /** @param {string} key */
  const title = (key) => t(`report.worst.${key}`);
  return [tableBlock({
    title: title("title"), name: "worst",
    note: title("key"),
    columns: [{ title: title("start") }, { title: title("matter") }, { title: title("failed") }, { title: title("end") },
      { title: title("duration"), class: "numeric" }],
    rows: worst.map((one) => element("tr", { dataset: { id: one.conversation_id } },
      element("td", {},
        routeLink(app, { ...app.route, view: "conversations", filters: {}, conversation: one.conversation_id }, {},
          format.shortDateTime(one.start_time))),
      element("td", {}, element("div", { class: "report-matter", dir: "auto" },
        element("strong", {}, one.call_summary_title || title("untitled")), one.transcript_summary && ` ${one.transcript_summary}`),
      element("div", { class: "report-id" }, one.conversation_id)),
      element("td", {}, element("div", { class: "report-failures" }, whatFailed(app, one))),
      element("td", {}, known("endReason", one.end_reason ?? "none")),
      element("td", { class: "numeric" }, format.duration(one.duration_secs)))),
  }, (text) => t("report.continued", { title: text }))];
}

/** @param {App} app @param {ListedConversation} one */
function whatFailed(app, one) {
  const names = Object.entries(one.criteria).filter(([, result]) => result === "failure").map(([id]) => app.criterionName(id));
  const rating = one.rating !== null && t("report.worst.rating", { rating: format.decimal(one.rating) });
  if (!failures(one)) return rating || format.none;
  return [foreign(names.join(", ")), rating && `; ${rating}`];
}
