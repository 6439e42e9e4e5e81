/**
 * Criteria whose change is tested, those that moved clearly first, then by how far they are from zero in widths of their interval.
 * @param {Comparison | null | undefined} comparison
 */
export function mostChanged(comparison) {
  const tested = (comparison?.criteria ?? []).filter(({ change }) => change !== null);
  return tested.sort((a, b) => Number(isClear(b)) - Number(isClear(a)) || distance(b) - distance(a)
    || Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0));
}

/** @param {FigureChange} figure */
const isClear = ({ judgement }) => judgement === "better" || judgement === "worse";

/** @param {FigureChange} figure */
const distance = ({ change, low, high }) => (low !== null && high !== null && high > low ? Math.abs(change ?? 0) / (high - low) : 0);
