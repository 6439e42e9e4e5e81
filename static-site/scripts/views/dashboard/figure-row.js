import { changeOf } from "../../logic/changes.js";
import { brokenDownValues, dailyValues } from "../../logic/sparkline.js";
import { targetOf } from "../../logic/targets.js";
import { elapsed } from "../../logic/trends.js";
import { daysBetween } from "../../state/period.js";
import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { changeNode } from "../parts/change.js";
import { element, fill } from "../parts/dom.js";
import { conversationsLink } from "../parts/links.js";
import { sparklineNode } from "../parts/sparkline.js";
import { targetNode } from "../parts/target.js";
import { figureCount, figureValue } from "./figure-value.js";
import { createFormula } from "./formula.js";

/**
 * One figure of a group: name, how many stand behind it, value, how it went by day, and how it moved.
 * @param {App} app @param {KpiCard} definition
 */
export function createFigureRow(app, definition) {
  const { id } = definition;
  const formula = createFormula(app, definition);
  const [count, value, line, delta, target] = ["n", "figure", "line", "change", "target"]
    .map((part) => element("div", { class: `kpi-cell-${part}` }));
  fill(value, element("span", { class: ["skeleton", "skeleton-value"] }));
  const node = element("article", { class: "kpi", dataset: { testid: `kpi-${id}` } },
    element("div", { class: "kpi-row" }, element("h3", { class: "kpi-title" }, formula.button), count, value, line, delta,
      target), formula.node);
  /** @type {Api.KpiReport | null} */
  let report = null;
  /** @type {Api.Breakdowns | null} */
  let breakdowns = null;

  function sparkline() {
    if (!report) return;
    const days = elapsed(report.daily_trends, app.today());
    const values = Object.hasOwn(dailyValues, id)
      ? dailyValues[id](days)
      : Object.hasOwn(brokenDownValues, id) && breakdowns ? brokenDownValues[id](breakdowns, days) : null;
    fill(line, values && sparklineNode(values));
  }

  return {
    node,
    /** @param {Api.KpiReport} next */
    show(next) {
      report = next;
      breakdowns = null;
      fill(count, figureCount(app, definition, next));
      fill(value, definition.several ? severalValues(app, definition.several(next)) : figureValue(app, definition, next));
      fill(delta, definition.several ? element("span", { class: "kpi-hint" }, t(`kpi.${id}.hint`)) : change(definition, next));
      fill(target, targetNode(targetOf(next, definition.figure), definition.unit));
      formula.show(next);
      sparkline();
    },
    /** @param {Api.Breakdowns} next */
    showBreakdowns(next) {
      breakdowns = next;
      sparkline();
    },
  };
}

/** @param {KpiCard} definition @param {Api.KpiReport} report */
function change({ id, figure, unit }, { comparison }) {
  // Days differ in number from month to month, and the row says what a day had: then its sum's change would be another figure's.
  if (id === "trends" && comparison
    && daysBetween(comparison.from, comparison.to) !== daysBetween(comparison.previous_from, comparison.previous_to))
    return null;
  return changeNode(changeOf(comparison, figure), unit);
}

/** @param {App} app @param {Array<[string, number, Filters]>} values */
const severalValues = (app, values) => element("span", { class: "kpi-several" }, values.map(([key, value, filters], at) => [
  at > 0 && element("span", { class: "kpi-unit", "aria-hidden": "true" }, " / "),
  conversationsLink(app, filters,
    { class: at ? "kpi-extra" : "kpi-value", "aria-label": t("kpi.open", { name: t(key), value: format.count(value) }) },
    format.count(value)),
]));
