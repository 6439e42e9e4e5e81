import * as format from "../../texts/format.js";
import { known, t } from "../../texts/translate.js";
import { named, outcomeIcon, outcomeSign } from "../parts/badges.js";
import { element, foreign } from "../parts/dom.js";
import { icon } from "../parts/icons.js";
import { routeLink } from "../parts/links.js";
import { searchHit } from "./search-hit.js";

/** @type {Array<["transferred" | "dropout" | "technical_error", string]>} */
const marks = [
  ["transferred", "transfer"],
  ["dropout", "drop"],
  ["technical_error", "warning"],
];

/** A text that ends with dots where its column ends, whole to whoever points at it. @param {Child} text @param {string | null} [title] */
const cut = (text, title) => element("span", { class: "cut", title: title ?? (typeof text === "string" ? text : null) }, text);

/** Day and hour; the year where it is not this one. @param {App} app @param {ListedConversation} row */
export function startCell(app, row) {
  const { start_time: start } = row;
  const route = { ...app.route, conversation: row.conversation_id };
  const whole = format.dateTime(start);
  if (!start) return routeLink(app, route, { class: "row-link", "aria-label": t("conversations.open", { time: whole }) }, format.none);
  const day = start.slice(0, 10);
  const shown = day.slice(0, 4) === app.today().slice(0, 4) ? format.shortDay(day) : format.day(day);
  const time = format.time(start);
  return routeLink(app, route, { class: "row-link", "aria-label": t("conversations.open", { time: `${shown} ${time}` }), title: whole },
    element("span", { class: "row-day" }, shown), " ", element("span", { class: "row-time" }, time));
}

/** Which way the call went and with whom; web and text conversations may have no number. @param {ListedConversation} row */
export function callerCell(row) {
  const { direction, conversation_source: source, client_phone: phone } = row;
  const by = known("source", source ?? "unknown");
  return element("span", { class: "phones" },
    direction ? named(direction === "outbound" ? "outbound" : "inbound", known("direction", direction))
      : named("web", t("conversations.notPhone", { source: by })),
    cut(phone ?? (direction ? format.none : by)));
}

/** Sign and word; the word of the status where that says more. @param {ListedConversation} row */
export const outcomeCell = ({ call_successful: outcome, status }) => (status === "done" ? outcomeSign(outcome)
  : element("span", { class: "outcome-sign" }, outcomeIcon(outcome), cut(known("status", status))));

/** The first criterion that was not met, and how many more. @param {App} app @param {ListedConversation} row */
export function unmetCell(app, { criteria }) {
  const judged = Object.entries(criteria);
  if (!judged.length) return format.none;
  const unmet = judged.filter(([, result]) => result === "failure").map(([id]) => app.criterionName(id));
  if (!unmet.length) return element("span", { class: "muted" }, t("conversations.noneUnmet"));
  return element("span", { class: "unmet-names", title: unmet.join(", ") },
    cut(foreign(unmet[0])),
    unmet.length > 1 && element("span", { class: "muted" }, ` +${unmet.length - 1}`));
}

/** @param {ListedConversation} row */
export function endCell(row) {
  const word = known("endReason", row.end_reason);
  return element("span", { class: "ending" }, cut(word, row.termination_reason || word),
    marks.filter(([field]) => row[field]).map(([field, iconName]) =>
      element("span", { class: `mark mark-${field}` }, named(iconName, t(`marks.${field}`)))));
}

/** What it was about: its title, then its summary, or where the words stand that were searched for. @param {ListedConversation} row */
export function matterCell(row) {
  if (row.search_hit) return searchHit(row);
  const { call_summary_title: title, transcript_summary: summary } = row;
  return element("div", { class: "summary-text", title: summary },
    title && element("strong", {}, foreign(title)), title && summary && " ",
    summary ? foreign(summary) : !title && t("conversations.noSummary"));
}

/** @param {number | null} rating */
export const ratingText = (rating) => (rating === null ? format.none
  : element("span", { class: "rating" }, element("span", { "aria-hidden": "true" }, icon("star")),
    t("units.outOfFive", { value: format.decimal(rating) })));

/** @param {ListedConversation} row */
export const agentCell = ({ agent_name: name, agent_id: id }) => cut(foreign(name || id), name || id);
