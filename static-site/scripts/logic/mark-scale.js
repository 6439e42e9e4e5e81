/** Rates lie close together near the top: the scale begins at a round fifth below the lowest, in percent. */
const fifth = 20;

/**
 * The scale on which rates, their intervals and those of the period before are marked.
 * @param {Array<number | null | undefined>} values In percent.
 * @returns {{ from: number, ticks: number[], place: (value: number) => number }} `place` gives 0 to 1.
 */
export function markScale(values) {
  const known = values.filter((value) => typeof value === "number");
  const lowest = known.length ? Math.min(...known) : 0;
  const from = Math.min(80, Math.max(0, Math.floor(lowest / fifth) * fifth));
  const ticks = Array.from({ length: (100 - from) / fifth + 1 }, (_, index) => from + index * fifth);
  return { from, ticks, place: (value) => Math.min(1, Math.max(0, (value - from) / (100 - from))) };
}
