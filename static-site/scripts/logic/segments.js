import { joinCriterion } from "../state/filters.js";
import { changeOf, changeOfCriterion, leastShown } from "./changes.js";
import { figureRows, leadFigure } from "./figure-rows.js";
import { rate } from "./rates.js";
import { reportFigures } from "./report-figures.js";

/**
 * One of both views in a row: its value, of how many, and the conditions of the conversations that it counts (of the board of criteria,
 * where it counts their results); few are told as they were counted.
 * @typedef {{ value: number | null, n: number | null, few: { part: number, whole: number } | null, filters: Filters, view?: string }} Side
 * @typedef {{ name: string, isCriterion: boolean, unit: string, sides: Side[], change: FigureChange | undefined }} SegmentRow
 */

const cards = [leadFigure, ...figureRows];
/** @type {Record<string, Filters>} */
const furtherFilters = { total_cost: { cost_known: "true" } };

/** @param {number} part @param {number} whole */
const fewOf = (part, whole) => (whole > 0 && whole < leastShown ? { part, whole } : null);

/**
 * What two named views are set side by side by: the figures in their groups, then the criteria, the weakest of the first view on top.
 * @param {Api.Segments} answer @returns {Array<{ group: string, rows: SegmentRow[] }>}
 */
export function segmentGroups(answer) {
  const reports = [answer.first.figures, answer.second.figures];
  const groups = reportFigures.map(({ group, figures }) => ({
    group,
    rows: figures.map(({ name, unit, value, n }) => {
      const change = changeOf(answer, name);
      const card = cards.find(({ figure }) => figure === name);
      return { name, isCriterion: false, unit, change, sides: reports.map((report, at) => {
        // A card of the dashboard is of a period with days, of which the figures here know nothing; counts do not ask for them.
        const [part, whole] = unit === "percent" ? card?.counts?.(/** @type {Api.KpiReport} */ (report)) ?? [0, 0] : [0, 0];
        return {
          value: value(report), n: n && change ? [change.n, change.previous_n][at] : null, few: fewOf(part, whole),
          filters: card?.filters ?? furtherFilters[name] ?? {}, view: card?.view,
        };
      }) };
    }),
  }));
  const criteria = answer.criteria.map(({ name }) => criterionRow(answer, name))
    .sort((one, other) => (one.sides[0].value ?? 101) - (other.sides[0].value ?? 101));
  return criteria.length ? [...groups, { group: "criteria", rows: criteria }] : groups;
}

/** @param {Api.Segments} answer @param {string} id @returns {SegmentRow} */
const criterionRow = (answer, id) => ({
  name: id, isCriterion: true, unit: "percent", change: changeOfCriterion(answer, id),
  sides: [answer.first, answer.second].map(({ figures }) => {
    const { pass = 0, fail = 0 } = figures.criteria_stats.find((one) => one.id === id) ?? {};
    return { value: rate(pass, pass + fail), n: pass + fail, few: fewOf(pass, pass + fail),
      filters: { criterion: joinCriterion(id, "success") } };
  }),
});

/**
 * The picked views; of two views the missing ones are at hand. Null where there is none of that id.
 * @template {{ id: number }} T @param {T[]} views @param {string[]} ids @returns {Array<T | null>}
 */
export function pickedViews(views, [first, second]) {
  const of = (/** @type {string} */ id) => views.find((view) => String(view.id) === id) ?? null;
  if (views.length !== 2 || (first && second)) return [of(first), of(second)];
  const other = (/** @type {string} */ id) => views.find((view) => String(view.id) !== id) ?? null;
  if (first) return [of(first), of(first) && other(first)];
  return second ? [of(second) && other(second), of(second)] : views;
}
