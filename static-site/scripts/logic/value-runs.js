/**
 * Whole numbers as runs: three or more in a row are told by their ends, as 1–5, others one by one.
 * @param {number[]} numbers @returns {Array<[from: number, to: number]>}
 */
export function valueRuns(numbers) {
  /** @type {Array<[number, number]>} */
  const runs = [];
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.flatMap(([from, to]) =>
    (to === from + 1
      ? [/** @type {[number, number]} */ ([from, from]), /** @type {[number, number]} */ ([to, to])]
      : [/** @type {[number, number]} */ ([from, to])]));
}
