import { rollingRate } from "./rolling.js";

/**
 * Per criterion id its pass rate over time, one value per day of the period: sums over sums of seven days.
 * @param {Api.Breakdowns["criteria_daily"]} criteriaDaily @param {string[]} days
 * @returns {Map<string, Array<number | null>>}
 */
export function criterionRates(criteriaDaily, days) {
  const place = new Map(days.map((day, index) => [day, index]));
  /** @type {Map<string, Array<{ pass: number, fail: number }>>} */
  const counts = new Map();
  for (const { id, date, pass, fail } of criteriaDaily) {
    const at = place.get(date);
    if (at === undefined || pass + fail === 0) continue;
    const ofCriterion = counts.get(id) ?? days.map(() => ({ pass: 0, fail: 0 }));
    ofCriterion[at] = { pass, fail };
    counts.set(id, ofCriterion);
  }
  return new Map([...counts].map(([id, all]) => [id, rollingRate(all, (day) => day.pass, (day) => day.pass + day.fail)]));
}
