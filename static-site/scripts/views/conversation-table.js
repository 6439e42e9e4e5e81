import { element } from "../dom.js";
import { criterionName } from "../logic/criteria.js";
import { onlyAgent } from "../state/agents.js";
import * as format from "../texts/format.js";
import { known, t } from "../texts/translate.js";
import { icon } from "../icons.js";
import { named, outcomeBadge, resultIcon } from "./parts/badges.js";
import { routeLink } from "./parts/links.js";
import { tableBox } from "./parts/tables.js";

const marks = [
  ["transferred", "transfer"],
  ["dropout", "drop"],
  ["technical_error", "warning"],
];

/** Columns in order; `sort` is the API's name where it can sort by the column. */
const columnsOf = (app, answer) => [
  { title: t("columns.startTime"), sort: "start_time", cell: startCell },
  app.settings.agents.length > 1 && !onlyAgent(app.route) && { title: t("columns.agent"), class: "agent", cell: agentCell },
  { title: t("columns.phones"), class: "nowrap", cell: phonesCell },
  { title: t("columns.duration"), sort: "duration", class: "numeric", cell: (_, row) => format.duration(row.duration_secs) },
  { title: t("columns.outcome"), cell: (_, row) => [outcomeBadge(row.call_successful), statusText(row)] },
  { title: t("columns.summary"), class: "summary", cell: summaryCell },
  ...answer.criteria_columns.map((id) => {
    const name = criterionName(id);
    return { title: name, class: "criterion", cell: (_, row) => (row.criteria[id] ? resultIcon(name, row.criteria[id]) : format.none) };
  }),
  { title: t("columns.rating"), sort: "rating", class: "numeric", cell: (_, row) => ratingText(row.rating) },
  { title: t("columns.end"), cell: endCell },
  { title: t("columns.messages"), sort: "messages", class: "numeric", cell: (_, row) => format.count(row.message_count) },
  { title: t("columns.cost"), sort: "cost", class: "numeric", cell: (_, row) => format.credits(row.cost) },
].filter(Boolean);

export function conversationTable(app, answer) {
  const columns = columnsOf(app, answer);
  return tableBox(t("conversations.caption"), element("table", { class: "conversation-table" },
    element("thead", {}, element("tr", {}, columns.map((column) => headCell(app, column)))),
    element("tbody", {}, answer.conversations.map((row) => bodyRow(app, columns, row)))), { hiddenCaption: true });
}

function headCell(app, { title, sort, class: name }) {
  if (!sort) return element("th", { scope: "col", class: name, title: name === "criterion" ? title : null }, element("span", {}, title));
  const sorted = { [sort]: "ascending", [`-${sort}`]: "descending" }[app.route.sort];
  // The first click shows the largest first, which is what one looks for in durations, costs and dates.
  const next = sorted === "descending" ? sort : `-${sort}`;
  return element("th", { scope: "col", class: name, "aria-sort": sorted ?? null },
    element("button", { type: "button", class: "sort", on: { click: () => app.navigate({ ...app.route, sort: next, page: 1 }, { replace: true }) } },
      title, element("span", { class: "sort-arrow", "aria-hidden": "true" }, { ascending: "▲", descending: "▼" }[sorted] ?? "↕")));
}

function bodyRow(app, columns, row) {
  return element("tr", { dataset: { testid: "conversation-row", id: row.conversation_id }, on: { click: openRow } },
    columns.map((column, index) =>
      element(index ? "td" : "th", { scope: index ? null : "row", class: column.class }, column.cell(app, row))));
}

/** A click anywhere on the row follows its link, unless it selects text or hits something else. */
function openRow(event) {
  if (event.target.closest("a, button") || String(getSelection())) return;
  event.currentTarget.querySelector("a").click();
}

const startCell = (app, row) =>
  routeLink(app, { ...app.route, conversation: row.conversation_id },
    { class: "row-link nowrap", "aria-label": t("conversations.open", { time: format.shortDateTime(row.start_time) }) }, format.shortDateTime(row.start_time));

const agentCell = (app, { agent_name: name, agent_id: id }) => element("span", { title: name || id }, name || id);

/** Above who called or was called, below the bot's number; web and text conversations have neither. */
const phonesCell = (_, row) => element("span", { class: "phones" }, directionIcon(row),
  element("span", {}, row.client_phone ?? format.none, row.agent_phone && element("span", { class: "phone-bot" }, row.agent_phone)));

function directionIcon({ direction, conversation_source: source }) {
  if (direction) return named(direction, t(`direction.${direction}`));
  return named("web", t("conversations.notPhone", { source: known("source", source ?? "unknown") }));
}

const statusText = ({ status }) => status !== "done" && element("span", { class: "status-text" }, known("status", status));

export const ratingText = (rating) => (rating === null ? format.none
  : element("span", { class: "rating" }, element("span", { "aria-hidden": "true" }, icon("star")), t("units.outOfFive", { value: format.decimal(rating) })));

const endCell = (_, row) => [
  element("span", { class: "end-reason", title: row.termination_reason || null }, known("endReason", row.end_reason)),
  marks.filter(([field]) => row[field]).map(([field, iconName]) =>
    element("span", { class: `mark mark-${field}` }, named(iconName, t(`marks.${field}`)))),
];

const summaryCell = (_, row) => element("div", { class: "summary-text", title: row.transcript_summary },
  row.call_summary_title && element("strong", {}, row.call_summary_title), row.call_summary_title && " ",
  row.transcript_summary ?? (row.call_summary_title ? "" : format.none));
