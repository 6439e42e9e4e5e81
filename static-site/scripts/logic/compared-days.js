import { addDays, addMonths, daysBetween, firstOfMonth, lastOfMonth } from "../state/period.js";

/**
 * The days that the API sets a period against, as far as the calendar tells: what the page says until the API has answered.
 * @param {{ from: string, to: string } | null} period @param {string} today
 * @returns {{ from: string, to: string } | null} Null where there is nothing before it.
 */
export function comparedDays(period, today) {
  if (!period || period.from > today) return null;
  const { from } = period;
  const isRunning = period.to >= today;
  const to = isRunning ? today : period.to;
  const month = from.slice(0, 7);
  const before = addMonths(month, -1);
  const isFirst = from === firstOfMonth(from);
  if (isFirst && isRunning && period.to !== from && period.to <= lastOfMonth(month)) {
    return { from: `${before}-01`, to: [`${before}-${to.slice(8)}`, lastOfMonth(before)].sort()[0] };
  }
  if (isFirst && to === lastOfMonth(month)) return { from: `${before}-01`, to: lastOfMonth(before) };
  return { from: addDays(from, -daysBetween(from, to) - 1), to: addDays(from, -1) };
}
