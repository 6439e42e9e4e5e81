/**
 * The days that have come: a month in progress is not averaged over, or drawn with, its future.
 * @template {{ date: string }} T
 * @param {T[]} trends
 * @param {string} today
 */
export const elapsed = (trends, today) => trends.filter((day) => day.date <= today);

/**
 * Busiest day and mean per day; null without a day.
 * @template {{ total: number }} T
 * @param {T[]} days
 */
export function summarizeTrends(days) {
  if (!days.length) return null;
  const total = days.reduce((sum, day) => sum + day.total, 0);
  const busiest = days.reduce((best, day) => (day.total > best.total ? day : best));
  return { total, days: days.length, perDay: total / days.length, busiest };
}

/**
 * The day with the highest (or lowest) known value of a field; null when none is known.
 * @param {Trend[]} days @param {keyof Trend} field @param {(a: any, b: any) => boolean} [wanted]
 */
export function extremeDay(days, field, wanted = (a, b) => a > b) {
  const known = days.filter((day) => day[field] !== null);
  return known.length ? known.reduce((best, day) => (wanted(day[field], best[field]) ? day : best)) : null;
}

/**
 * Sum of what is known, null when nothing is.
 * @param {Trend[]} days @param {"cost" | "cost_usd" | "success" | "failed" | "unknown"} field
 */
export function sumKnown(days, field) {
  const known = days.filter((day) => day[field] !== null);
  return known.length ? known.reduce((sum, day) => sum + (day[field] ?? 0), 0) : null;
}
