import { axisDays } from "../logic/axis-days.js";
import { roundScale } from "../logic/scale.js";
import * as format from "../texts/format.js";
import { widestBar } from "./line-labels.js";

/**
 * How the lead chart is drawn: a line of the rate, and below it the bars of the days, over the same days.
 * @typedef {{ shown: import("../logic/lead-points.js").LeadPoints, measure: import("../logic/measures.js").Measure, colors: Record<string,
 * string>, names: { now: string, before: string, parts: string[] }, target: import("./marks.js").Marks["target"], notes:
 * ReturnType<typeof import("../logic/day-notes.js").stacked>, narrow: boolean, fontFamily: string }} LeadContext
 */

export const axisWidth = 46;
const roomOfNames = 106;

const dash = [5, 4];

/** @param {string} unit @returns {(value: number) => string} */
export const showsOf = (unit) =>
  ({ percent: format.wholePercent, duration: format.duration, credits: format.credits }[unit] ?? format.count);

/** Beyond the last bar there is room for names where days are still to come. @param {LeadContext} context */
function roomRight({ shown: { points }, narrow }) {
  if (narrow) return 8;
  const toCome = points.filter(({ parts }) => parts === null).length;
  return toCome / points.length > 0.12 ? 8 : roomOfNames;
}

/** @param {LeadContext} context @param {{ min: number, max: number, step: number }} scale @param {string} unit @param {boolean} days */
function options(context, scale, unit, days) {
  const { shown: { points, weeks }, colors, narrow } = context;
  const labelled = axisDays(points, { most: narrow ? 5 : 8, weeks });
  const ticks = { color: colors["text-3"], font: { size: 11, family: context.fontFamily }, padding: 6 };
  const show = showsOf(unit);
  return {
    responsive: true,
    maintainAspectRatio: false,
    animation: false,
    events: [],
    layout: { padding: { top: 6, right: roomRight(context), bottom: days ? 0 : 2 } },
    plugins: { legend: { display: false }, tooltip: { enabled: false } },
    scales: {
      x: {
        stacked: true, offset: true, grid: { display: false }, border: { display: days, color: colors.axis },
        afterBuildTicks: (/** @type {any} */ axis) => { axis.ticks = labelled.map((value) => ({ value })); },
        ticks: {
          ...ticks,
          display: days,
          autoSkip: false,
          maxRotation: 0,
          callback: (/** @type {number} */ index) => axisLabel(points, labelled, index, { narrow, weeks }),
        },
      },
      y: {
        stacked: true, min: scale.min, max: scale.max, border: { display: false }, grid: { color: colors.grid, drawTicks: false },
        afterFit: (/** @type {any} */ axis) => { axis.width = axisWidth; },
        ticks: { ...ticks, stepSize: scale.step, callback: (/** @type {number} */ value) => show(value) },
      },
    },
  };
}

/**
 * The month is said with the first label and where it changes.
 * @param {Array<{ from: string, to: string }>} points @param {number[]} labelled @param {number} index
 * @param {{ narrow: boolean, weeks: boolean }} axis
 */
function axisLabel(points, labelled, index, { narrow, weeks }) {
  const before = labelled[labelled.indexOf(index) - 1];
  const day = points[index].from;
  if (weeks) return format.axisDay(day);
  if (before === undefined) return narrow ? format.axisDay(day) : format.axisDayLong(day);
  return points[before].from.slice(0, 7) === day.slice(0, 7) ? String(Number(day.slice(8))) : format.axisDay(day);
}

/** @param {LeadContext} context @returns {import("./line-labels.js").LineLabel[]} */
function rateLabels({ shown: { points }, measure, colors, names, narrow }) {
  const known = points.flatMap(({ rate }, index) => (rate === null ? [] : [{ index, value: rate }]));
  const last = known.at(-1);
  /** @type {import("./line-labels.js").LineLabel[]} */
  const labels = [];
  const ghost = farthestGhost(points);
  if (ghost) labels.push({ ...ghost, text: names.before, color: colors["text-2"], align: "center" });
  if (last) {
    const text = `${narrow ? "" : `${names.now} `}${showsOf(measure.rate.unit)(last.value)}`;
    const atEnd = last.index > points.length * 0.85;
    labels.push({ ...last, text, color: colors["data-main"], bold: true, align: narrow && atEnd ? "right" : "left",
      dx: narrow && atEnd ? 4 : 8, dy: -13 });
  }
  return labels;
}

/**
 * Where the two lines are farthest apart the older one is named, on the side that is free.
 * @param {import("../logic/lead-points.js").LeadPoint[]} points
 */
function farthestGhost(points) {
  const inner = points.flatMap(({ rate, ghost }, index) =>
    (ghost?.rate === null || ghost === null || index < 2 || index > points.length - 3
      ? []
      : [{ index, value: ghost.rate, apart: rate === null ? 0 : ghost.rate - rate }]));
  if (!inner.length) return null;
  const { index, value, apart } = inner.reduce((best, one) => (Math.abs(one.apart) > Math.abs(best.apart) ? one : best));
  return { index, value, dy: apart > 0 ? -10 : 11 };
}

/** @param {LeadContext} context */
export function rateChart(context) {
  const { shown: { points }, measure: { rate }, colors, target } = context;
  const [now, before] = [points.map((point) => point.rate), points.map(({ ghost }) => ghost?.rate ?? null)];
  const scale = roundScale([...now, ...before, target?.value ?? null], {
    fromZero: rate.fromZero,
    most: rate.unit === "percent" ? 100 : Infinity,
    time: rate.unit === "duration",
  });
  const lastKnown = now.findLastIndex((value) => value !== null);
  return {
    type: "line",
    data: {
      labels: points.map((_, index) => index),
      datasets: [
        {
          data: now, borderColor: colors["data-main"], backgroundColor: colors["data-main"], borderWidth: 2, stack: "now", spanGaps: false,
          pointRadius: now.map((value, index) => (index === lastKnown ? 3.5 : isAlone(now, index) ? 2 : 0)),
        },
        { data: before, borderColor: colors["data-ghost"], borderWidth: 1.5, borderDash: dash, stack: "before",
          pointRadius: before.map((_, index) => (isAlone(before, index) ? 1.5 : 0)), spanGaps: false },
      ],
    },
    options: options(context, scale, rate.unit, false),
    labels: rateLabels(context),
    marks: { target },
  };
}

/** A value between two gaps would not be seen as a line. @param {Array<number | null>} values @param {number} index */
const isAlone = (values, index) => values[index] !== null && (values[index - 1] ?? null) === null && (values[index + 1] ?? null) === null;

/** Parts are a pixel apart; the unknown is hollow. @param {string} role @param {Record<string, string>} colors */
function paint(role, colors) {
  if (role === "unknown")
    return { backgroundColor: colors["data-unknown"], borderColor: colors["data-unknown-line"], borderWidth: 1, borderSkipped: false };
  return {
    backgroundColor: role === "amount" ? colors["heat-3"] : colors[`data-${role}`],
    borderColor: colors.bg,
    borderWidth: { top: 1 },
    borderSkipped: false,
  };
}

/**
 * The names of the parts beside the last bar that has any.
 * @param {LeadContext} context @returns {import("./line-labels.js").LineLabel[]}
 */
function partLabels({ shown: { points }, measure, colors, names, narrow }) {
  const last = points.findLastIndex(({ parts }) => parts?.some((value) => value > 0));
  if (narrow || last < 0 || measure.parts.length < 2) return [];
  let below = 0;
  return measure.parts.map(({ role }, at) => {
    const height = points[last].parts?.[at] ?? 0;
    const value = below + height / 2;
    below += height;
    return {
      index: last,
      value,
      text: names.parts[at],
      color: colors[{ success: "good", failure: "bad" }[role] ?? "text-2"],
      bold: role !== "unknown",
      stacked: true,
    };
  });
}

/** @param {LeadContext} context */
export function amountChart(context) {
  const { shown: { points }, measure, colors } = context;
  const before = points.map(({ ghost }) => ghost?.total ?? null);
  const totals = points.map(({ parts }) => parts && parts.reduce((sum, part) => sum + part, 0));
  const scale = roundScale([...totals, ...before], { whole: measure.unit === "count" });
  return {
    type: "bar",
    data: {
      labels: points.map((_, index) => index),
      datasets: [
        { type: "line", data: before, borderColor: colors["data-ghost"], borderWidth: 1.5, borderDash: dash, stack: "before",
          pointRadius: before.map((_, index) => (isAlone(before, index) ? 1.5 : 0)), spanGaps: false },
        ...measure.parts.map(({ role }, at) =>
          ({ data: points.map(({ parts }) => parts?.[at] ?? null), stack: "now", categoryPercentage: 0.66, barPercentage: 1,
            maxBarThickness: widestBar, ...paint(role, colors) })),
      ],
    },
    options: options(context, scale, measure.unit, true),
    labels: partLabels(context),
    marks: { notes: context.notes.map((note) => ({ ...note, above: totals[note.index] ?? 0 })) },
  };
}
