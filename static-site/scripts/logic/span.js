import { addMonths, daysBetween, lastOfMonth } from "../state/period.js";

/**
 * What a sentence calls a period: "month" (running or over), "today", "day" (another one), "lastDays" (up to today) or "range" (over).
 * @param {Pick<Comparison, "from" | "to" | "until" | "previous_from">} comparison
 * @returns {{ kind: "month" | "today" | "day" | "lastDays" | "range", running: boolean, days: number }}
 */
export function spanOf({ from, to, until, previous_from: before }) {
  const running = until !== null;
  const days = daysBetween(from, to) + 1;
  const month = from.slice(0, 7);
  // The first of a month alone is a day, unless the month before it was counted from its own first.
  const isMonth = from.endsWith("-01") && to.startsWith(month) && before === `${addMonths(month, -1)}-01`
    && (running || to === lastOfMonth(month));
  if (isMonth) return { kind: "month", running, days };
  if (days === 1) return { kind: running ? "today" : "day", running, days };
  return { kind: running ? "lastDays" : "range", running, days };
}
