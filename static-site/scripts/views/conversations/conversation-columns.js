import { element, foreign } from "../parts/dom.js";
import { onlyAgent } from "../../state/agents.js";
import { preference, remember } from "../../state/preferences.js";
import * as format from "../../texts/format.js";
import { known, t } from "../../texts/translate.js";
import { icon } from "../parts/icons.js";
import { named, outcomeBadge, resultIcon } from "../parts/badges.js";
import { routeLink } from "../parts/links.js";
import { searchHit } from "./search-hit.js";

/** @type {Array<["transferred" | "dropout" | "technical_error", string]>} */
const marks = [
  ["transferred", "transfer"],
  ["dropout", "drop"],
  ["technical_error", "warning"],
];

/**
 * Columns in order; `sort` is the API's name where it can sort by the column. Those with `from` are shown where the window is so many
 * pixels wide, `extra` ones on demand; whoever chose has what he chose. @type {ListColumn[]}
 */
const all = [
  { id: "startTime", sort: "start_time", fixed: true, cell: startCell },
  { id: "agent", from: 1024, class: "agent", applies: (app) => app.settings.agents.length > 1 && !onlyAgent(app.route), cell: agentCell },
  { id: "phones", class: "nowrap", cell: phonesCell },
  { id: "duration", sort: "duration", class: "numeric", cell: (_, row) => format.duration(row.duration_secs) },
  { id: "outcome", cell: (_, row) => [outcomeBadge(row.call_successful), statusText(row)] },
  { id: "summary", class: "summary", cell: summaryCell },
  { id: "unmet", from: 1240, class: "unmet", cell: unmetCell },
  { id: "criteria", extra: true, expand: criterionColumns },
  { id: "rating", from: 1680, sort: "rating", class: "numeric", cell: (_, row) => ratingText(row.rating) },
  { id: "end", from: 1240, cell: endCell },
  { id: "messages", from: 1680, sort: "messages", class: "numeric", cell: (_, row) => format.count(row.message_count) },
  { id: "cost", from: 1680, sort: "cost", class: "numeric", cell: (_, row) => format.credits(row.cost) },
  { id: "costUsd", extra: true, class: "numeric", cell: (_, row) => format.usd(row.cost_usd) },
  { id: "channel", extra: true, cell: (_, row) => known("channel", row.channel) },
  { id: "source", extra: true, cell: (_, row) => known("source", row.conversation_source ?? "unknown") },
  { id: "language", extra: true, cell: (_, row) => format.language(row.main_language) },
  { id: "id", extra: true, class: "nowrap", cell: (_, row) => element("code", {}, row.conversation_id) },
];

/** @param {ListColumn} column */
const titleOf = ({ id, title }) => title ?? t(`columns.${id}`);
/** @param {ListColumn} column */
const isShown = ({ id, extra, from = 0, fixed }) => fixed || ((preference("columns") ?? {})[id] ?? (!extra && innerWidth >= from));

/** @param {App} app */
export const chosenColumns = (app) => all.filter((column) => !column.fixed && (column.applies?.(app) ?? true))
  .map((column) => ({ id: column.id, title: titleOf(column), shown: isShown(column) }));

/** @param {string} id @param {boolean} shown */
export const showColumn = (id, shown) => remember("columns", { ...preference("columns"), [id]: shown });

/** The columns of a list, in order. @param {App} app @param {Api.ConversationList} answer */
export const columnsOf = (app, answer) => all
  .filter((column) => isShown(column) && (column.applies?.(app) ?? true))
  .flatMap((column) => column.expand?.(app, answer) ?? { ...column, title: titleOf(column) });

/** @param {App} app @param {Api.ConversationList} answer @returns {ListColumn[]} */
function criterionColumns(app, answer) {
  return answer.criteria_columns.map((id) => {
    const title = app.criterionName(id);
    return { id: `criterion-${id}`, title, class: "criterion", cell: (_, row) => (Object.hasOwn(row.criteria, id) && row.criteria[id] ? resultIcon(title, row.criteria[id]) : format.none) };
  });
}

/** @param {App} app @param {ListedConversation} row */
function startCell(app, row) {
  const time = format.dateTime(row.start_time);
  return routeLink(app, { ...app.route, conversation: row.conversation_id },
    { class: "row-link nowrap", "aria-label": t("conversations.open", { time }) }, time);
}

/** @param {App} app @param {ListedConversation} row */
function agentCell(app, { agent_name: name, agent_id: id }) {
  return element("bdi", { dir: "auto", title: name || id }, name || id);
}

/** Above who called or was called, below the bot's number; web and text conversations have neither. @param {App} _ @param {ListedConversation} row */
function phonesCell(_, row) {
  return element("span", { class: "phones" }, directionIcon(row),
    element("span", {}, row.client_phone ?? format.none, row.agent_phone && element("span", { class: "phone-bot" }, row.agent_phone)));
}

/** @param {ListedConversation} row */
function directionIcon({ direction, conversation_source: source }) {
  if (direction) return named(direction === "outbound" ? "outbound" : "inbound", known("direction", direction));
  return named("web", t("conversations.notPhone", { source: known("source", source ?? "unknown") }));
}

/** @param {ListedConversation} row */
const statusText = ({ status }) => status !== "done" && element("span", { class: "status-text" }, known("status", status));

/** @param {number | null} rating */
export const ratingText = (rating) => (rating === null ? format.none
  : element("span", { class: "rating" }, element("span", { "aria-hidden": "true" }, icon("star")), t("units.outOfFive", { value: format.decimal(rating) })));

/** The first criterion that was not met, and how many more. @param {App} app @param {ListedConversation} row */
function unmetCell(app, { criteria }) {
  const judged = Object.entries(criteria);
  if (!judged.length) return format.none;
  const unmet = judged.filter(([, result]) => result === "failure").map(([id]) => app.criterionName(id));
  if (!unmet.length) return element("span", { class: "muted" }, t("conversations.noneUnmet"));
  return element("span", { class: "unmet-names", title: unmet.join(", ") },
    element("span", { class: "unmet-first" }, foreign(unmet[0])), unmet.length > 1 && element("span", { class: "muted" }, ` +${unmet.length - 1}`));
}

/** @param {App} _ @param {ListedConversation} row */
function endCell(_, row) {
  return [
    element("span", { class: "end-reason", title: row.termination_reason || null }, known("endReason", row.end_reason)),
    marks.filter(([field]) => row[field]).map(([field, iconName]) =>
      element("span", { class: `mark mark-${field}` }, named(iconName, t(`marks.${field}`)))),
  ];
}

/** @param {App} _ @param {ListedConversation} row */
function summaryCell(_, row) {
  if (row.search_hit) return searchHit(row);
  return element("div", { class: "summary-text", title: row.transcript_summary },
    row.call_summary_title && element("strong", {}, foreign(row.call_summary_title)), row.call_summary_title && " ",
    row.transcript_summary ? foreign(row.transcript_summary) : row.call_summary_title ? "" : format.none);
}
