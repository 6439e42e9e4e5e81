/**
 * How a figure moved since the period before. Rates move by percentage points, everything else by a percentage of
 * what it was. `better` says which way is good ("up", "down") or null when neither is.
 * @param {number | null | undefined} current
 * @param {number | null | undefined} previous
 * @param {{ unit: string, better: string | null }} figure
 */
export function delta(current, previous, { unit, better }) {
  if (current === null || current === undefined || previous === null || previous === undefined) return null;
  const points = unit === "percent";
  if (!points && previous === 0) return null;
  const change = points ? current - previous : ((current - previous) / previous) * 100;
  const direction = Math.abs(change) < 0.005 ? "same" : change > 0 ? "up" : "down";
  const meaning = direction === "same" || !better ? "neutral" : direction === better ? "good" : "bad";
  return { change, points, direction, meaning };
}
