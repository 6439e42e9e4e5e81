import { monthOf, periodDays, presets } from "../state/period.js";

/**
 * What a shared link can hold: the period as it is called ("this month", another one next month) or its days, which stay.
 * @param {Period} period @param {string} today
 * @returns {{ relative: Period | null, fixed: Period | null }}
 */
export function sharedPeriods(period, today) {
  const days = periodDays(period, today);
  if (!days) return { relative: period, fixed: null };
  const month = monthOf(period, today);
  const preset = period.preset ?? presets.find((name) => JSON.stringify(periodDays({ preset: name }, today)) === JSON.stringify(days));
  return { relative: preset ? { preset } : null, fixed: month ? { month } : days };
}
