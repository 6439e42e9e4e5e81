import { fittingColumns } from "../../logic/list-columns.js";
import { onlyAgent } from "../../state/agents.js";
import * as format from "../../texts/format.js";
import { known, t } from "../../texts/translate.js";
import { resultIcon } from "../parts/badges.js";
import { hasTwoPanes } from "../parts/breadth.js";
import { element, foreign } from "../parts/dom.js";
import { agentCell, callerCell, endCell, matterCell, outcomeCell, ratingText, startCell, unmetCell } from "./cells.js";

const criterionWidth = 60;

/**
 * Columns in their order; `sort` is the API's name where it can sort by the column, `width` is in pixels, none is what the others leave.
 * Those with a priority come by themselves where there is room, the others by choice. `constant` names the condition under which all rows
 * of a column may say the same; those with `twoPanes` leave their room to the matter on a narrower screen.
 * @type {ListColumn[]}
 */
const all = [
  { id: "startTime", sort: "start_time", fixed: true, width: 116, cell: startCell },
  { id: "phones", priority: 1, width: 152, cell: (_, row) => callerCell(row) },
  { id: "summary", fixed: true, width: 0, class: "summary", cell: (_, row) => matterCell(row) },
  { id: "outcome", priority: 2, width: 142, constant: "outcome", cell: (_, row) => outcomeCell(row) },
  { id: "unmet", priority: 3, width: 146, sort: "failed_criteria", class: "unmet", cell: unmetCell },
  { id: "end", priority: 4, width: 132, constant: "end_reason", cell: (_, row) => endCell(row) },
  { id: "duration", priority: 5, width: 90, sort: "duration", class: "numeric", cell: (_, row) => format.duration(row.duration_secs) },
  { id: "cost", priority: 6, width: 72, twoPanes: true, sort: "cost", class: "numeric",
    cell: (_, row) => format.credits(row.cost) },
  { id: "agent", priority: 7, width: 154, class: "agent", applies: (app) => app.settings.agents.length > 1 && !onlyAgent(app.route),
    cell: (_, row) => agentCell(row) },
  { id: "rating", priority: 8, width: 80, sort: "rating", class: "numeric", cell: (_, row) => ratingText(row.rating) },
  { id: "language", priority: 9, width: 104, constant: "language", cell: (_, row) => format.language(row.main_language) },
  { id: "bot", width: 140, cell: (_, row) => row.agent_phone ?? format.none },
  { id: "messages", width: 108, sort: "messages", class: "numeric", cell: (_, row) => format.count(row.message_count) },
  { id: "costUsd", width: 84, class: "numeric", cell: (_, row) => format.usd(row.cost_usd) },
  { id: "channel", width: 100, constant: "channel", cell: (_, row) => known("channel", row.channel) },
  { id: "source", width: 128, constant: "source", cell: (_, row) => known("source", row.conversation_source ?? "unknown") },
  { id: "mood", width: 92, constant: "sentiment", cell: (_, row) => (row.sentiment ? known("sentiment", row.sentiment) : format.none) },
  { id: "comment", width: 220, class: "comment", cell: (_, row) => (row.comment ? foreign(row.comment) : format.none) },
  { id: "queue", width: 96, class: "numeric",
    cell: (_, row) => (row.queue_wait_secs === null ? format.none : format.wait(row.queue_wait_secs)) },
  { id: "criteria", width: 3 * criterionWidth, expand: criterionColumns },
  { id: "id", width: 300, cell: (_, row) => element("code", {}, row.conversation_id) },
];

/** @param {ListColumn} column */
const titleOf = ({ id, title }) => title ?? t(`columns.${id}`);

/** @param {App} app */
const applying = (app) => all.filter((column) => column.applies?.(app) ?? true);

/** Those that somebody can choose. @param {App} app */
const choosable = (app) => applying(app).filter(({ fixed }) => !fixed);

/** @param {App} app */
export const choosableIds = (app) => choosable(app).map(({ id }) => id);

/**
 * Those that somebody can choose, and whether they are shown now.
 * @param {App} app @param {number} width Pixels. @param {ChosenColumns} chosen
 */
export function columnChoices(app, width, chosen) {
  const shown = fitting(app, width, chosen, null).ids;
  return choosable(app).map((column) => ({ id: column.id, title: titleOf(column), shown: shown.includes(column.id) }));
}

/**
 * The columns of a list of this width, in order; `key` tells two such answers apart.
 * @param {App} app @param {Api.ConversationList} answer @param {number} width Pixels. @param {ChosenColumns} chosen
 */
export function columnsOf(app, answer, width, chosen) {
  const { ids, overflows } = fitting(app, width, chosen, answer);
  const columns = applying(app).filter(({ id }) => ids.includes(id))
    .flatMap((column) => column.expand?.(app, answer) ?? { ...column, title: titleOf(column) });
  return { columns, overflows, key: `${ids.join()}${overflows ? " wide" : ""}` };
}

/** @param {App} app @param {number} width @param {ChosenColumns} chosen @param {Api.ConversationList | null} answer */
function fitting(app, width, chosen, answer) {
  const columns = applying(app).map((column) => ({
    ...column,
    priority: column.twoPanes && !hasTwoPanes() ? undefined : column.priority,
    width: column.expand && answer ? answer.criteria_columns.length * criterionWidth : column.width,
    constant: Boolean(column.constant && isOneValue(app.route.filters[column.constant])),
  }));
  const found = fittingColumns(columns, width, chosen);
  return { ids: found.columns.map(({ id }) => id), overflows: found.overflows };
}

/** @param {string | undefined} condition */
const isOneValue = (condition) => Boolean(condition) && !condition?.includes(",");

/** @param {App} app @param {Api.ConversationList} answer @returns {ListColumn[]} */
function criterionColumns(app, answer) {
  return answer.criteria_columns.map((id) => {
    const title = app.criterionName(id);
    return {
      id: `criterion-${id}`, title, width: criterionWidth, class: "criterion",
      cell: (_, row) => (Object.hasOwn(row.criteria, id) && row.criteria[id] ? resultIcon(title, row.criteria[id]) : format.none),
    };
  });
}
