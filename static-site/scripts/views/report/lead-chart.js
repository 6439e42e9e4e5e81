import { axisDays } from "../../logic/axis-days.js";
import { numberedNotes, stacked } from "../../logic/day-notes.js";
import { leadPoints } from "../../logic/lead-points.js";
import { measureOf } from "../../logic/measures.js";
import { roundScale } from "../../logic/scale.js";
import { targetOf } from "../../logic/targets.js";
import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { element } from "../parts/dom.js";
import { pathThrough, shape } from "../parts/drawing.js";
import { noteNode } from "../parts/note-words.js";
import { targetValue } from "../parts/target.js";
import { heading } from "./sheets.js";

/** @typedef {import("../../logic/lead-points.js").LeadPoint} LeadPoint */

/** In CSS pixels, as wide as the text of the paper. */
const width = 690;
const axisWidth = 36;
const right = 8;
const rateHeight = 76;
const volumeHeight = 124;
const mostLabels = 8;

/** From the baseline up, as the measure counts them: there failures compare. */
const outcomes = ["failure", "unknown", "success"];

/**
 * Conversion and traffic of the period over those of the one before, drawn for paper: solid now, dashed before.
 * @param {App} app @param {Api.KpiReport} report @param {{ now: string, before: string }} names Of the two periods, within a sentence.
 * @param {import("../../logic/day-notes.js").DayNote[]} notes Below the chart, by their numbers on it.
 * @returns {import("./sheets.js").Block[]}
 */
export function leadChartBlocks(app, report, names, notes) {
  const shown = leadPoints(report, measureOf("conversations"), app.today());
  const numbered = numberedNotes(notes, shown.points);
  return [
    leadChart(report, names, shown, numbered),
    ...(numbered.length ? [{ node: element("ol", { class: "report-notes", role: "list" }, numbered.map(({ number, note }) =>
      element("li", {}, element("span", { class: "note-ring" }, String(number)), " ", noteNode(app, note)))) }] : []),
  ];
}

/**
 * @param {Api.KpiReport} report @param {{ now: string, before: string }} names
 * @param {import("../../logic/lead-points.js").LeadPoints} shown @param {ReturnType<typeof numberedNotes>} numbered
 */
function leadChart(report, names, { points, weeks, shift, weekdays }, numbered) {
  const target = targetOf(report, "conversion_rate");
  const size = weeks ? "week" : "day";
  const title = t(`report.chart.title.${size}`);
  const counts = [report.failed_count, report.unknown_count, report.successful_count];
  if (!report.finished_count) {
    return { node: element("section", { class: "report-part report-chart" }, heading(title),
      element("p", { class: "report-note" }, t("report.chart.empty"))) };
  }
  const hasBefore = shift !== null && points.some(({ ghost }) => ghost);
  const keys = counts.map((count, index) => t(`report.chart.outcomes.${outcomes[index]}`, { count }));
  return {
    node: element("section",
      { class: "report-part report-chart", role: "figure",
        "aria-label": t("report.chart.finding", { title, outcomes: format.list(keys) }) },
      heading(title, hasBefore && t(weekdays ? "report.chart.keyWeekdays" : "report.chart.key", names)),
      points.some(({ rate }) => rate !== null) && [
        panelTitle(t(`report.chart.conversion.${size}`), [
          lineKey("now", names.now, lastOf(points.map(({ rate }) => rate))),
          hasBefore && lineKey("before", names.before, lastOf(points.map(({ ghost }) => ghost?.rate ?? null))),
          target && lineKey("target", t("target.line", { target: targetValue(target.target, "percent") }), null),
        ]),
        ratePanel(points, target?.target ?? null),
      ],
      panelTitle(t(`report.chart.volume.${size}`), [hasBefore && lineKey("before", names.before, null)]),
      volumePanel(points, weeks, numbered),
      element("ul", { class: "report-key" }, outcomes.map((outcome, index) => element("li", {}, keyBox(outcome), keys[index])))),
  };
}

/** @param {Array<number | null>} rates */
const lastOf = (rates) => rates.findLast((rate) => rate !== null) ?? null;

/** @param {string} title @param {Child[]} keys */
const panelTitle = (title, keys) => element("p", { class: "report-panel-title" }, element("strong", {}, title), keys);

/** What a line is, with where it ends. @param {"now" | "before" | "target"} kind @param {string} name @param {number | null} rate */
const lineKey = (kind, name, rate) => element("span", { class: "report-line-key" },
  shape("svg", { width: 26, height: 8, viewBox: "0 0 26 8", "aria-hidden": "true" },
    shape("line", { class: `line-${kind}`, x1: 0, x2: 26, y1: 4, y2: 4 })),
  ` ${name}`, rate !== null && ` ${format.wholePercent(rate)}`);

/** @param {string} outcome */
const keyBox = (outcome) => shape("svg", { width: 12, height: 12, viewBox: "0 0 12 12", "aria-hidden": "true" },
  shape("rect", { class: `bar-${outcome}`, x: 1, y: 1, width: 10, height: 10 }));

/** @param {number} count Of points. */
function across(count) {
  const each = (width - axisWidth - right) / Math.max(1, count);
  return { each, middle: (/** @type {number} */ index) => axisWidth + (index + 0.5) * each };
}

/** @param {number} height @param {(Node | null | false)[]} parts */
const panel = (height, parts) =>
  shape("svg", { class: "report-drawing", width, height, viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true" }, parts);

/** @param {{ min: number, max: number, step: number }} scale */
const ticksOf = ({ min, max, step }) => Array.from({ length: Math.round((max - min) / step) + 1 }, (_, index) => min + index * step);

/** @param {LeadPoint[]} points @param {number | null} target */
function ratePanel(points, target) {
  const [rates, before] = [points.map(({ rate }) => rate), points.map(({ ghost }) => ghost?.rate ?? null)];
  const scale = roundScale([...rates, ...before, target], { fromZero: false, most: 100 });
  const { middle } = across(points.length);
  const y = placer(scale, 6, rateHeight - 6);
  /** @param {Array<number | null>} all */
  const path = (all) => pathThrough(all.map((rate, index) => (rate === null ? null : [middle(index), y(rate)])));
  const last = rates.findLastIndex((rate) => rate !== null);
  return panel(rateHeight, [
    ...ticksOf(scale).flatMap((tick) => gridLine(y(tick), format.wholePercent(tick))),
    target !== null && shape("line", { class: "line-target", x1: axisWidth, x2: width - right, y1: y(target), y2: y(target) }),
    shape("path", { class: "line-before", d: path(before) }),
    shape("path", { class: "line-now", d: path(rates) }),
    shape("circle", { class: "line-end", cx: middle(last), cy: y(rates[last] ?? 0), r: 3.5 }),
  ]);
}

/** @param {{ min: number, max: number }} scale @param {number} top @param {number} bottom @returns {(value: number) => number} */
const placer = ({ min, max }, top, bottom) => (value) => bottom - ((value - min) / (max - min)) * (bottom - top);

/** @param {LeadPoint[]} points @param {boolean} weeks @param {ReturnType<typeof numberedNotes>} numbered */
function volumePanel(points, weeks, numbered) {
  const scale = roundScale(points.flatMap(({ parts, ghost }) => [parts && sum(parts), ghost && ghost.total]), { whole: true });
  const { each, middle } = across(points.length);
  const y = placer(scale, 6, volumeHeight - 20);
  const barWidth = Math.max(1.5, Math.min(28, each * 0.62));

  /** @param {LeadPoint} point @param {number} index */
  function bars({ parts }, index) {
    let base = 0;
    return (parts ?? []).flatMap((count, at) => {
      const [from, outcome] = [base, outcomes[at]];
      base += count;
      const height = y(from) - y(base);
      // A pixel of paper between the parts; the outline of the hollow one stands inside.
      const gap = height > 2.5 ? 1 : 0;
      const inset = outcome === "unknown" ? 0.5 : 0;
      return count ? [shape("rect", {
        class: `bar-${outcome}`, x: middle(index) - barWidth / 2 + inset, width: Math.max(1, barWidth - 2 * inset),
        y: y(base) + gap + inset, height: Math.max(0.8, height - gap - 2 * inset),
      })] : [];
    });
  }

  const before = pathThrough(points.map(({ ghost }, index) => ghost && [middle(index), y(ghost.total)]));
  return panel(volumeHeight, [
    ...ticksOf(scale).flatMap((tick) => gridLine(y(tick), format.count(tick), tick === 0)),
    ...points.flatMap(bars),
    shape("path", { class: "line-before line-halo", d: before }),
    shape("path", { class: "line-before", d: before }),
    ...stacked(numbered).flatMap(({ index, number, level }) => ring(middle(index), number, level, y(sum(points[index].parts ?? [])))),
    ...axisDays(points, { most: mostLabels, weeks }).map((index) => shape("text", {
      class: "axis-text", x: index === 0 ? middle(0) - Math.min(10, each / 2) : middle(index), y: volumeHeight - 5,
      "text-anchor": index === 0 ? "start" : "middle",
    }, dayName(points, index, weeks))),
  ]);
}

/** A note's number in a ring on a thin stem. @param {number} x @param {number} number @param {number} level @param {number} end */
function ring(x, number, level, end) {
  const y = 7 + level * 14;
  return [
    shape("line", { class: "note-stem", x1: x, x2: x, y1: y, y2: Math.max(y, end) }),
    shape("circle", { class: "note-circle", cx: x, cy: y, r: 6 }),
    shape("text", { class: "note-number", x, y: y + 3, "text-anchor": "middle" }, String(number)),
  ];
}

/** @param {number[]} parts */
const sum = (parts) => parts.reduce((all, part) => all + part, 0);

/** @param {number} y @param {string} text @param {boolean} [isAxis] */
const gridLine = (y, text, isAxis = false) => [
  shape("line", { class: isAxis ? "axis-line" : "grid-line", x1: axisWidth, x2: width - right, y1: y, y2: y }),
  shape("text", { class: "axis-text", x: axisWidth - 6, y: y + 4, "text-anchor": "end" }, text),
];

/** Within one month the number of the day is enough. @param {LeadPoint[]} points @param {number} index @param {boolean} weeks */
function dayName(points, index, weeks) {
  const { from } = points[index];
  const isWithinMonth = !weeks && points[0].from.slice(0, 7) === points[points.length - 1].to.slice(0, 7);
  if (!isWithinMonth) return format.shortDay(from);
  return index > 0 ? String(Number(from.slice(8))) : format.days(from, from, from);
}
