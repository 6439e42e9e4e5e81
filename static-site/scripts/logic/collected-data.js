/** @typedef {Api.DataReport["data"][number]} Datum */

/** So many different numbers are values; more spread. */
const mostNumbersAsValues = 6;

/** Those that most conversations have first. @param {Datum[]} data */
export const fullestFirst = (data) => [...data].sort((a, b) => b.filled - a.filled || (a.id < b.id ? -1 : 1));

/** How many filled values there are of each type, the most frequent first. @param {Datum} datum @returns {Array<[string, number]>} */
export const typesOf = ({ types }) => Object.entries(types).filter(([, count]) => count > 0).sort((a, b) => b[1] - a[1]);

/** Most of what was told is numbers. @param {Datum} datum */
export const isNumber = (datum) => datum.types.number * 2 > datum.filled;

/** Every conversation has another value, as names and numbers of customers are. @param {Datum} datum */
export const isEachItsOwn = (datum) => datum.filled > 5 && datum.distinct_values === datum.filled;

/** Whether its numbers are shown as they spread, and not one by one. @param {Datum} datum */
export const isSpread = (datum) =>
  isNumber(datum) && datum.histogram.length > 1
  && (datum.distinct_values === null || datum.distinct_values > mostNumbersAsValues);

/**
 * What happened to its type: null where there is one; "changed" where one followed another, with the days; "mixed" where they occur side
 * by side.
 * @param {Datum} datum
 */
export function typeStory({ type_days: days }) {
  if (days.length < 2) return null;
  const follows = days.every((one, at) => at === 0 || days[at - 1].last < one.first);
  return { kind: follows ? "changed" : "mixed", days };
}

/**
 * Share of each part of the period that has it; null where nobody called.
 * @param {Datum} datum @param {Api.DataReport["periods"]} periods
 */
export const sharesOf = ({ filled_by_period: filled }, periods) =>
  periods.map(({ total }, at) => (total ? filled[at] / total : null));
