import { changeOf } from "../../logic/changes.js";
import { leadFigure } from "../../logic/figure-rows.js";
import { rate } from "../../logic/rates.js";
import { targetOf } from "../../logic/targets.js";
import { longerPeriod } from "../../state/period.js";
import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { changeNode, intervalOf } from "../parts/change.js";
import { element, fill } from "../parts/dom.js";
import { intervalMark } from "../parts/interval-mark.js";
import { conversationsLink, routeLink } from "../parts/links.js";
import { targetNode } from "../parts/target.js";
import { fewCounts, figureCount, figureValue } from "./figure-value.js";
import { createFormula } from "./formula.js";

/**
 * The outcomes in the order of reading; the chart stacks them from the baseline the other way round.
 * @type {Array<{ outcome: string, of: (report: Api.KpiReport) => number }>}
 */
const outcomes = [
  { outcome: "success", of: (report) => report.successful_count },
  { outcome: "unknown", of: (report) => report.unknown_count },
  { outcome: "failure", of: (report) => report.failed_count },
];

/** The one large number, how it moved, and the three outcomes, which are the key of the chart beside it. @param {App} app */
export function createLeadFigure(app) {
  const formula = createFormula(app, leadFigure);
  const count = element("span", {});
  const value = element("div", { class: "lead-value" }, element("span", { class: "skeleton skeleton-lead" }));
  const delta = element("div", { class: "lead-delta" });
  const target = element("div", { class: "lead-target" });
  const few = element("div", { class: "lead-few", hidden: true });
  const key = element("ul", { class: "lead-key" },
    outcomes.map(({ outcome }) => keyRow(outcome, element("span", { class: "skeleton skeleton-count" }), "")));
  const node = element("article", { class: "lead-figure", dataset: { testid: "kpi-conversion" } },
    element("div", { class: "lead-head" }, element("h2", { class: "lead-name" }, formula.button), count), value, delta, target, few,
    key, formula.node);

  /** @param {string} outcome @param {Child} number @param {string} share */
  function keyRow(outcome, number, share) {
    return element("li", { class: ["lead-outcome", `lead-outcome-${outcome}`] },
      element("span", { class: ["dot", `share-${outcome}`], "aria-hidden": "true" }),
      element("span", { class: "lead-outcome-name" }, t(`outcome.${outcome}`)), element("span", { class: "lead-outcome-count" }, number),
      element("span", { class: "lead-outcome-share" }, share));
  }

  /** @param {Api.KpiReport} report */
  function show(report) {
    const figure = changeOf(report.comparison, leadFigure.figure);
    const counts = fewCounts(leadFigure, report);
    fill(count, figureCount(app, leadFigure, report));
    fill(value, figureValue(app, leadFigure, report));
    const interval = figure && figure.change !== null ? intervalOf(figure) : null;
    fill(delta, changeNode(figure, leadFigure.unit),
      interval && element("span", { class: "lead-interval", "aria-hidden": "true" }, interval));
    fill(target, targetNode(targetOf(report, leadFigure.figure), leadFigure.unit));
    few.hidden = !counts || !figure;
    if (counts && figure) fill(few, ofFew(figure));
    fill(key, outcomes.map(({ outcome, of }) => keyRow(outcome,
      conversationsLink(app, { status: "finished", outcome }, { "aria-label": `${t(`outcome.${outcome}`)}: ${format.count(of(report))}` },
        format.count(of(report))),
      counts || !report.finished_count ? "" : format.percent(rate(of(report), report.finished_count)))));
    formula.show(report);
  }

  /** What little is known of a few, and the way to more. @param {FigureChange} figure */
  function ofFew({ value: known, value_low: low, value_high: high }) {
    const longer = longerPeriod(app.route.period, app.today());
    return [
      intervalMark({ value: known, low, high }, { min: 0, max: 100 }),
      low !== null && high !== null
        && element("p", { class: "lead-interval" },
          t("figures.interval", { low: format.wholePercent(low), high: format.wholePercent(high) })),
      longer && element("p", {}, t("figures.takeLonger")),
      longer && routeLink(app, { ...app.route, period: longer }, { class: "button" }, t(`figures.showLonger.${longer.preset}`)),
    ];
  }

  return { node, show };
}
