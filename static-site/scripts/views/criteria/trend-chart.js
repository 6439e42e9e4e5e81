import { axisDays } from "../../logic/axis-days.js";
import { roundScale } from "../../logic/scale.js";
import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { element } from "../parts/dom.js";
import { pathThrough, shape } from "../parts/drawing.js";

const [width, height, axis, foot] = [300, 112, 40, 22];
const [mostLabels, halfLabel] = [4, 20];

/**
 * How a criterion went, as sums over sums of seven days.
 * @param {Trend[]} days That have come. @param {Array<number | null>} rates Of each, fractions of 1.
 */
export function trendChart(days, rates) {
  const percents = rates.map((rate) => (rate === null ? null : rate * 100));
  const drawn = percents.filter((rate) => rate !== null);
  if (drawn.length < 2) return element("p", { class: "muted" }, t("criteriaBoard.panel.trendNone"));
  const scale = roundScale(percents, { fromZero: false, most: 100 });
  const bottom = height - foot;
  /** @param {number} index */
  const x = (index) => axis + (index / Math.max(1, days.length - 1)) * (width - axis - 6);
  /** @param {number} rate */
  const y = (rate) => bottom - ((rate - scale.min) / (scale.max - scale.min)) * (bottom - 8);
  const ticks = Array.from({ length: Math.round((scale.max - scale.min) / scale.step) + 1 }, (_, index) => scale.min + index * scale.step);
  const last = percents.findLastIndex((rate) => rate !== null);
  const finding = t("criteriaBoard.panel.trendFinding",
    { first: format.percent(drawn[0]), last: format.percent(drawn[drawn.length - 1]) });
  const points = days.map(({ date }) => ({ from: date, to: date }));
  const drawing = shape("svg", { viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true" },
    ticks.flatMap((tick) => [
      shape("line", { class: "grid-line", x1: axis, x2: width, y1: y(tick), y2: y(tick) }),
      shape("text", { class: "axis-text", x: axis - 6, y: y(tick) + 4, "text-anchor": "end" }, format.wholePercent(tick)),
    ]),
    shape("path", { class: "line-now", d: pathThrough(percents.map((rate, index) => (rate === null ? null : [x(index), y(rate)]))) }),
    shape("circle", { class: "line-end", cx: x(last), cy: y(percents[last] ?? 0), r: 3.5 }),
    axisDays(points, { most: mostLabels, weeks: false }).map((index) => shape("text", {
      class: "axis-text",
      x: index === days.length - 1 ? x(index) : Math.min(x(index), width - halfLabel),
      y: height - 5,
      "text-anchor": index === 0 ? "start" : index === days.length - 1 ? "end" : "middle",
    }, format.shortDay(days[index].date))));
  return element("div", { class: "trend-chart", role: "img", "aria-label": finding }, drawing);
}
