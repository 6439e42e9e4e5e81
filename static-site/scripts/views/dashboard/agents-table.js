import { changeOf } from "../../logic/changes.js";
import { sortedAgents } from "../../logic/agent-sort.js";
import { rate } from "../../logic/rates.js";
import { targetOf } from "../../logic/targets.js";
import { pickedAgents } from "../../state/agents.js";
import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { changeNode } from "../parts/change.js";
import { element, fill, foreign } from "../parts/dom.js";
import { intervalMark, markScale } from "../parts/interval-mark.js";
import { keepFocus } from "../parts/keep-focus.js";
import { countedLink, routeLink } from "../parts/links.js";
import { skeletonTable } from "../parts/tables.js";
import { targetText } from "../parts/target.js";
import { shareText } from "./share-text.js";

/** @typedef {Api.Breakdowns["agents"][number]} AgentFigures */

/** So many rows at once; there may be thousands. */
const step = 20;

/** @type {Array<{ id: string, sort?: string, numeric?: boolean }>} */
const columns = [
  { id: "agent", sort: "name" }, { id: "conversations", sort: "total", numeric: true }, { id: "outcomes" },
  { id: "conversion", sort: "conversion", numeric: true }, { id: "mark" },
  { id: "change", numeric: true }, { id: "dropouts", sort: "dropouts", numeric: true }, { id: "dropoutChange", numeric: true },
  { id: "errors", sort: "errors", numeric: true }, { id: "cost", sort: "cost", numeric: true },
  // On the phone, in the place of the columns that it has no room for.
  { id: "small" },
];

/** The agents side by side; nothing with one agent only. @param {App} app */
export function createAgentsTable(app) {
  const place = element("div", { class: "agents-place" });
  const node = element("section",
    { class: "agents", hidden: true, "aria-labelledby": "agents-title", dataset: { testid: "agent-comparison" } },
    element("div", { class: "agents-head" }, element("h2", { id: "agents-title" }, t("comparison.title")),
      element("p", { class: "panel-note" }, t("comparison.hint"))), place);
  /** @type {AgentFigures[]} */
  let agents = [];
  let sort = "-total";
  let most = step;

  /** Without a period to compare with nothing changed. */
  const shownColumns = () => columns.filter(({ id }) => !id.toLowerCase().endsWith("change") || agents.some(({ changes }) => changes));

  /** @param {string} field */
  function sortBy(field) {
    // Numbers begin with the largest, names with A.
    const first = field === "name" ? field : `-${field}`;
    sort = sort === first ? (field === "name" ? `-${field}` : field) : first;
    keepFocus(place, draw);
  }

  /** @param {typeof columns[number]} column */
  function header({ id, sort: field, numeric }) {
    const title = t(`comparison.columns.${id}`);
    const isSorted = field && sort.replace("-", "") === field;
    const isDescending = sort.startsWith("-");
    return element("th",
      { scope: "col", class: [`agents-${id}`, numeric && "numeric"],
        "aria-sort": isSorted ? (isDescending ? "descending" : "ascending") : null },
      field ? element("button", { type: "button", class: "sort", dataset: { sort: field }, on: { click: () => sortBy(field) } }, title,
        isSorted && element("span", { class: "sort-arrow", "aria-hidden": "true" }, isDescending ? "↓" : "↑"))
        : element("span", { class: id === "mark" ? "visually-hidden" : null }, title));
  }

  /** @param {AgentFigures} agent @param {{ min: number, max: number }} scale @param {(value: number | null) => string} credits */
  function row(agent, scale, credits) {
    const { agent_id: id, successful_count: success, failed_count: failure, unknown_count: unknown, finished_count: finished } = agent;
    const name = app.agentName(id);
    /** @param {Filters} filters @param {string} text @param {string} column */
    const link = (filters, text, column) =>
      countedLink(app, filters, { "aria-label": `${t(`comparison.columns.${column}`)}, ${name}: ${text}` }, text, { agent: id });
    const [conversion, dropouts] = ["conversion_rate", "dropout_rate"]
      .map((figure) => changeOf(agent.changes ? { figures: agent.changes } : null, figure));
    const target = targetOf(agent, "conversion_rate");
    /** @type {Record<string, Child>} */
    const cells = {
      conversations: link({}, format.count(agent.total_conversations), "conversations"),
      outcomes: outcomeBar({ success, failure, unknown }),
      conversion: finished ? link({ status: "finished", outcome: "success" }, shareText(success, finished), "conversion") : format.none,
      mark: finished ? [intervalMark(markOf(agent), scale),
        target && element("span", { class: "visually-hidden" }, targetText(target, "percent"))] : null,
      change: changeNode(conversion, "percent", { short: true }),
      dropouts: finished ? link({ dropout: "true" }, shareText(agent.dropout_count, finished), "dropouts") : format.none,
      dropoutChange: changeNode(dropouts, "percent", { short: true }),
      errors: link({ error: "true" }, format.count(agent.technical_errors), "errors"),
      small: t("comparison.small",
        { count: agent.total_conversations, dropouts: finished ? shareText(agent.dropout_count, finished) : format.none }),
      cost: agent.cost_known_count ? link({ cost_known: "true" }, credits(agent.avg_cost_per_session), "cost") : format.none,
    };
    return element("tr", { dataset: { testid: "agent-row" } },
      element("th", { scope: "row", class: "agents-agent" },
        routeLink(app, { ...app.route, agent: id, page: 1 }, { class: "agents-link", title: name }, foreign(name))),
      shownColumns().slice(1)
        .map(({ id: column, numeric }) => element("td", { class: [`agents-${column}`, numeric && "numeric"] }, cells[column])));
  }

  function draw() {
    const sorted = sortedAgents(agents, sort, (id) => app.agentName(id));
    const shown = sorted.slice(0, most);
    const scale = markScale(agents.map(markOf));
    const credits = format.creditsColumn(agents.map((agent) => agent.avg_cost_per_session));
    fill(place,
      element("div", { class: "agents-box" }, element("table", { class: "agents-table" },
        element("caption", { class: "visually-hidden" }, t("comparison.title")),
        element("thead", {}, element("tr", {}, shownColumns().map(header))),
        element("tbody", {}, shown.map((agent) => row(agent, scale, credits))))),
      sorted.length > most && element("button", { type: "button", class: "button button-small", on: { click: () => {
        most += 5 * step;
        draw();
      } } }, t("comparison.more", { count: sorted.length - most })));
  }

  return {
    node,
    /** Takes the room of the rows that will come, unless there are some already. */
    expect() {
      if (place.firstChild) return;
      const picked = pickedAgents(app.route).length || app.settings.agents.length;
      node.hidden = picked < 2;
      if (!node.hidden) fill(place, element("div", { class: "agents-box agents-skeleton" }, skeletonTable(Math.min(picked, step))));
    },
    /** @param {Api.Breakdowns} breakdowns */
    show(breakdowns) {
      agents = breakdowns.agents;
      most = step;
      node.hidden = agents.length < 2;
      if (!node.hidden) draw();
    },
    hide() {
      node.hidden = true;
    },
  };
}

/** @param {AgentFigures} agent */
function markOf(agent) {
  const { conversion_rate: value, conversion_low: low, conversion_high: high, changes } = agent;
  const change = changeOf(changes ? { figures: changes } : null, "conversion_rate");
  return { value, low, high, before: change && change.change !== null ? change.previous : null,
    target: targetOf(agent, "conversion_rate")?.target ?? null };
}

/** @param {{ success: number, failure: number, unknown: number }} counts */
function outcomeBar(counts) {
  const all = counts.success + counts.failure + counts.unknown;
  const words = ["failure", "unknown", "success"]
    .map((name) => `${t(`outcome.${name}`)} ${format.count(counts[/** @type {keyof typeof counts} */ (name)])}`).join(", ");
  return element("span", { class: "share-bar", role: "img", "aria-label": words, title: words },
    all > 0 && (/** @type {Array<keyof typeof counts>} */ (["failure", "unknown", "success"])).filter((name) => counts[name])
    .map((name) => {
    const share = element("span", { class: ["share", `share-${name}`] });
    share.style.flexGrow = String(rate(counts[name], all));
    return share;
  }));
}
