/** Per criterion id: its pass rate of each day of the period, null on days when nothing was judged. */
export function dailyRates(criteriaDaily, days) {
  const place = new Map(days.map((day, index) => [day, index]));
  const rates = new Map();
  for (const { id, date, pass, fail } of criteriaDaily) {
    if (!place.has(date) || pass + fail === 0) continue;
    if (!rates.has(id)) rates.set(id, Array(days.length).fill(null));
    rates.get(id)[place.get(date)] = pass / (pass + fail);
  }
  return rates;
}

/** Rates of the first and the last third of the judged days, to say in words where it went; null with too few of them. */
export function trendOf(rates) {
  const known = (rates ?? []).filter((rate) => rate !== null);
  if (known.length < 3) return null;
  const third = Math.floor(known.length / 3);
  const mean = (part) => part.reduce((sum, rate) => sum + rate, 0) / part.length;
  return (mean(known.slice(-third)) - mean(known.slice(0, third))) * 100;
}
