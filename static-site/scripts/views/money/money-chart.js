import { axisDays } from "../../logic/axis-days.js";
import { cumulated } from "../../logic/money.js";
import { roundScale } from "../../logic/scale.js";
import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { csvButton } from "../parts/csv-link.js";
import { element, fill } from "../parts/dom.js";
import { pathThrough, shape } from "../parts/drawing.js";
import { dataTable } from "../parts/tables.js";

const [height, top, foot, halfLabel] = [232, 20, 24, 22];

/** What a month cost, added up day by day, with the forecast's band and the budget. @param {AbortSignal} signal */
export function createMoneyChart(signal) {
  const drawing = element("div", { class: "money-chart", role: "img", dataset: { testid: "money-chart" } });
  const table = element("div");
  const node = element("section", { class: "money-part" },
    element("div", { class: "money-part-head" }, element("h2", {}, t("money.chart.title")),
      csvButton(() => t("money.chart.title"), () => /** @type {HTMLTableElement} */ (table.querySelector("table")))),
    drawing, element("details", { class: "money-table" }, element("summary", {}, t("money.chart.asTable")), table));
  /** @type {Api.MoneyReport | null} */
  let shown = null;
  const watch = new ResizeObserver(() => shown && draw(shown));
  watch.observe(drawing);
  signal.addEventListener("abort", () => watch.disconnect());

  /** @param {Api.MoneyReport} report */
  function show(report) {
    shown = report;
    const currency = report.rate.rate === null ? "USD" : report.currency;
    const points = cumulated(report.days);
    fill(table, dataTable(t("money.chart.title"), [
      { title: t("money.chart.day") }, ...["ofDay", "sum", "expected", "low", "high"].map((one) =>
        ({ title: t(`money.chart.${one}`), numeric: true })),
    ], points.map((one) => [format.shortDay(one.day), ...[one.ofDay, one.sum, one.expected, one.low, one.high].map((value) =>
      (value === null ? format.none : format.money(value, currency)))]), { hiddenCaption: true }));
    draw(report);
  }

  /** @param {Api.MoneyReport} report */
  function draw(report) {
    const currency = report.rate.rate === null ? "USD" : report.currency;
    const points = cumulated(report.days);
    const known = points.findLastIndex(({ sum }) => sum !== null);
    const ahead = points.filter(({ expected }) => expected !== null);
    if (known < 0 && !ahead.length) return fill(drawing, element("p", { class: "muted" }, t("money.chart.none")));
    const budget = report.rate.rate === null ? null : report.total.budget?.budget ?? null;
    const highest = [points[Math.max(known, 0)].sum, ...ahead.map(({ high }) => high)];
    const scale = roundScale([0, ...highest, budget]);
    const width = Math.max(280, drawing.clientWidth);
    const ticks = Array.from({ length: Math.round(scale.max / scale.step) + 1 }, (_, index) => index * scale.step);
    const labels = ticks.map((tick) => format.moneyRound(tick, currency));
    const axis = 8 + 6.4 * Math.max(...labels.map((label) => label.length));
    /** @param {number} index */
    const x = (index) => axis + (index / (points.length - 1)) * (width - axis - 8);
    /** @param {number} value */
    const y = (value) => height - foot - (value / scale.max) * (height - foot - top);
    const start = known >= 0 ? points[known] : null;
    // The forecast goes on from the last complete day.
    const from = points.findIndex(({ expected }) => expected !== null);
    /** @param {"expected" | "low" | "high"} name @returns {Array<[number, number]>} */
    const line = (name) => points.flatMap((one, index) => {
      const value = index === from - 1 ? one.sum : one[name];
      return value === null ? [] : [/** @type {[number, number]} */ ([x(index), y(value)])];
    });
    const band = [...line("high"), ...line("low").reverse()];
    fill(drawing, shape("svg", { viewBox: `0 0 ${width} ${height}`, width, height, "aria-hidden": "true" },
      ticks.flatMap((tick, index) => [
        shape("line", { class: "grid-line", x1: axis, x2: width - 8, y1: y(tick), y2: y(tick) }),
        shape("text", { class: "axis-text", x: axis - 6, y: y(tick) + 4, "text-anchor": "end" }, labels[index]),
      ]),
      band.length > 2 && shape("path", { class: "money-band", d: `${pathThrough(band)}Z` }),
      ahead.length > 0 && shape("path", { class: "line-before", d: pathThrough(line("expected")) }),
      shape("path", { class: "line-now", d: pathThrough(points.map(({ sum }, index) => (sum === null ? null : [x(index), y(sum)]))) }),
      start && shape("circle", { class: "line-end", cx: x(known), cy: y(start.sum ?? 0), r: 3.5 }),
      budget !== null && [
        shape("line", { class: "line-target", x1: axis, x2: width - 8, y1: y(budget), y2: y(budget) }),
        shape("text", { class: "axis-text money-label", x: axis + 6, y: y(budget) - 6 },
          t("money.chart.budget", { amount: format.money(budget, currency) })),
      ].filter(Boolean),
      axisDays(points.map(({ day }) => ({ from: day, to: day })), { most: width < 480 ? 5 : 8, weeks: false }).map((index) =>
        shape("text", {
          class: "axis-text",
          x: Math.min(Math.max(x(index), axis), width - halfLabel),
          y: height - 6,
          "text-anchor": index === 0 ? "start" : "middle",
        }, format.shortDay(points[index].day)))));
    drawing.setAttribute("aria-label", finding(report, points, known, currency));
  }

  return { node, show };
}

/** @param {Api.MoneyReport} report @param {ReturnType<typeof cumulated>} points @param {number} known @param {string} currency */
function finding(report, points, known, currency) {
  const end = points[points.length - 1];
  const values = {
    spent: format.money(points[Math.max(known, 0)].sum ?? 0, currency), day: format.spokenDay(points[Math.max(known, 0)].day),
    amount: format.money(end.expected ?? 0, currency), low: format.money(end.low ?? 0, currency),
    high: format.money(end.high ?? 0, currency),
  };
  const budget = report.total.budget;
  return [t("money.chart.title"), t(end.expected === null ? "money.chart.finding" : "money.chart.findingForecast", values),
    budget && t("money.chart.findingBudget", { budget: format.money(budget.budget, currency) })].filter(Boolean).join(". ");
}
