import { markOf } from "../../logic/criteria-board.js";
import { periodNames } from "../../logic/verdict.js";
import { joinCriterion } from "../../state/filters.js";
import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { changeNode } from "../parts/change.js";
import { element, foreign } from "../parts/dom.js";
import { intervalMark, markScale } from "../parts/interval-mark.js";
import { countedLink } from "../parts/links.js";
import { sparklineNode } from "../parts/sparkline.js";

/** @typedef {import("../../logic/criteria-board.js").BoardRow} BoardRow */

/**
 * @param {App} app
 * @param {{ groups: Array<{ agent: string, rows: BoardRow[] }>, comparison: Comparison | null | undefined, trendOf: (row: BoardRow) =>
 * Array<number | null> | undefined, pick: (row: BoardRow) => void, hasAgents: boolean }} board
 */
export function boardTable(app, { groups, comparison, trendOf, pick, hasAgents }) {
  const scale = markScale(groups.flatMap(({ rows }) => rows.map(markOf)));
  /** @param {string} key */
  const title = (key) => t(`criteriaBoard.columns.${key}`);
  /** @param {string} key */
  const number = (key) => element("th", { scope: "col", class: `numeric criteria-${key}` }, title(key));
  const names = comparison && periodNames(comparison, app.today());
  return [
    element("table", { class: "criteria-table", on: { keydown: moveFocus } },
      element("caption", { class: "visually-hidden" }, t("criteria.caption")),
      element("thead", {}, element("tr", {},
        element("th", { scope: "col" }, title("name")),
        element("th", { scope: "col", class: "criteria-mark" },
          element("span", { class: "visually-hidden" }, t("criteriaBoard.scale", { from: scale.min, to: scale.max })),
          element("span", { class: "criteria-scale", "aria-hidden": "true" }, element("span", {}, format.count(scale.min)),
            element("span", {}, format.count(scale.max)))),
        number("share"), comparison && number("change"), number("failed"), number("unknown"),
        element("th", { scope: "col", class: "criteria-trend" }, title("trend")))),
      groups.map(({ agent, rows }) => element("tbody", {},
        hasAgents && element("tr", { class: "criteria-agent" },
          // No wider than what is shown in every width: a column more would take its part of the room.
          element("th", { scope: "rowgroup", colSpan: 2 }, foreign(app.agentName(agent)))),
        rows.map((row) => boardRow(row))))),
    element("p", { class: "criteria-key" },
      names ? t("criteriaBoard.key", names.month ? names : { now: t("lead.now"), before: t("lead.before") })
      : t("criteriaBoard.keyAlone")),
  ];

  /** @param {BoardRow} row */
  function boardRow(row) {
    const { agent, id, stats, rate, change } = row;
    const name = app.criterionName(id);
    /** @param {"fail" | "unknown"} field @param {string} result */
    const count = (field, result) => countedLink(app, { criterion: joinCriterion(id, result) },
      { "aria-label": t("criteriaBoard.open", { name, result: t(`result.${result}`), count: stats[field] }) },
      format.count(stats[field]), { agent });
    const trend = trendOf(row);
    return element("tr",
      { dataset: { testid: "criterion-row", id, agent },
        on: { click: (/** @type {any} */ event) => event.target.closest("a, button") || pick(row) } },
      element("th", { scope: "row" },
        element("button",
          { type: "button", class: "criteria-pick", "aria-pressed": "false", title: name, dataset: { testid: "criterion-pick" },
            on: { click: () => pick(row) } }, foreign(name))),
      element("td", { class: "criteria-mark" }, intervalMark(markOf(row), scale)),
      element("td", { class: "numeric criteria-share", title: stats.pass_rate === null ? null : format.exactPercent(stats.pass_rate) },
        format.percent(rate)),
      comparison && element("td", { class: "numeric criteria-change" },
        changeNode(change, "percent", { short: true }) ?? element("span", { class: "muted" }, format.none)),
      element("td", { class: "numeric criteria-failed" },
        element("span", { class: "criteria-small", "aria-hidden": "true" }, `${title("failed").toLowerCase()} `),
        count("fail", "failure")),
      element("td", { class: "numeric criteria-unknown" }, count("unknown", "unknown")),
      element("td", { class: "criteria-trend" }, trend ? sparklineNode(trend) : format.none));
  }
}

/** Arrows go from criterion to criterion. @param {KeyboardEvent} event */
function moveFocus(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const table = /** @type {HTMLElement} */ (event.currentTarget);
  const picks = /** @type {HTMLElement[]} */ ([...table.querySelectorAll(".criteria-pick")]);
  const at = picks.indexOf(/** @type {HTMLElement} */ (event.target));
  if (!step || at < 0) return;
  event.preventDefault();
  picks[Math.min(picks.length - 1, Math.max(0, at + step))].focus();
}
