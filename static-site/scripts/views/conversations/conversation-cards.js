import { element, foreign } from "../parts/dom.js";
import * as format from "../../texts/format.js";
import { known, t } from "../../texts/translate.js";
import { outcomeIcon } from "../parts/badges.js";
import { routeLink } from "../parts/links.js";
import { searchHit } from "./search-hit.js";

/**
 * One page of the list in two lines each: on a phone, and beside a conversation that is read.
 * @param {App} app @param {Api.ConversationList} answer
 */
export const conversationCards = (app, answer) => ({
  node: element("ul", { class: "conversation-cards", role: "list", "aria-label": t("conversations.caption") },
    answer.conversations.map((row) => card(app, row))),
  showSelection() {},
});

/** The year only where it is not this one. @param {App} app @param {string | null} start */
const startText = (app, start) => (start?.slice(0, 4) === app.today().slice(0, 4) ? format.shortDateTime(start) : format.dateTime(start));

/** @param {App} app @param {ListedConversation} row */
function card(app, row) {
  const { call_summary_title: title, transcript_summary: summary, status, client_phone: phone } = row;
  const facts = [format.duration(row.duration_secs), phone, row.dropout && t("marks.dropout"), row.transferred && t("marks.transferred"),
    status !== "done" && known("status", status)];
  return element("li", { dataset: { testid: "conversation-row", id: row.conversation_id } },
    routeLink(app, { ...app.route, conversation: row.conversation_id }, { class: "row-link card-link" },
      outcomeIcon(row.call_successful),
      element("span", { class: "card-title" }, title ? foreign(title) : t("conversations.untitled")),
      element("span", { class: "card-time" }, startText(app, row.start_time)),
      element("span", { class: "card-summary" },
        row.search_hit ? searchHit(row) : summary ? foreign(summary) : t("conversations.noSummary")),
      element("span", { class: "card-facts" }, facts.filter(Boolean).map((fact) => element("span", {}, fact)))));
}
