/** Per criterion id: its pass rate of each day of the period, null on days when nothing was judged. @param {Api.Breakdowns["criteria_daily"]} criteriaDaily @param {string[]} days */
export function dailyRates(criteriaDaily, days) {
  const place = new Map(days.map((day, index) => [day, index]));
  /** @type {Map<string, Array<number | null>>} */
  const rates = new Map();
  for (const { id, date, pass, fail } of criteriaDaily) {
    const at = place.get(date);
    if (at === undefined || pass + fail === 0) continue;
    const ofCriterion = rates.get(id) ?? Array(days.length).fill(null);
    ofCriterion[at] = pass / (pass + fail);
    rates.set(id, ofCriterion);
  }
  return rates;
}

/** Rates of the first and the last third of the judged days, to say in words where it went; null with too few of them. @param {Array<number | null> | undefined} rates */
export function trendOf(rates) {
  const known = (rates ?? []).filter((rate) => rate !== null);
  if (known.length < 3) return null;
  const third = Math.floor(known.length / 3);
  /** @param {number[]} part */
  const mean = (part) => part.reduce((sum, rate) => sum + rate, 0) / part.length;
  return (mean(known.slice(-third)) - mean(known.slice(0, third))) * 100;
}
