/** So many on each side, or no change is shown; the API decides by the same number. */
export const leastN = 30;

/** Of fewer than so many a rate is not told in per cent, but as it was counted: 3 of 8. */
export const leastShown = 10;

/**
 * How a figure's change is shown: the page computes nothing of it. `sign` is the arrow of a clear change, "≈" of one that was tested and
 * is not clear, nothing of one that is not judged; `tone` is the judgement.
 * @param {FigureChange | undefined} figure
 * @returns {{ kind: "few" } | { kind: "change", sign: "▲" | "▼" | "≈" | "", tone: "good" | "bad" | "neutral" } | null}
 */
export function changeView(figure) {
  if (!figure) return null;
  if (figure.change === null) return Math.min(figure.n, figure.previous_n) < leastN ? { kind: "few" } : null;
  const arrow = figure.change > 0 ? "▲" : "▼";
  switch (figure.judgement) {
    case "better": return { kind: "change", sign: arrow, tone: "good" };
    case "worse": return { kind: "change", sign: arrow, tone: "bad" };
    case "changed": return { kind: "change", sign: arrow, tone: "neutral" };
    case "no_clear_change": return { kind: "change", sign: "≈", tone: "neutral" };
    default: return { kind: "change", sign: "", tone: "neutral" };
  }
}

/** @param {Pick<Comparison, "figures"> | null | undefined} comparison @param {string | undefined} name */
export const changeOf = (comparison, name) => comparison?.figures.find((figure) => figure.name === name);

/** @param {Pick<Comparison, "criteria"> | null | undefined} comparison @param {string} id */
export const changeOfCriterion = (comparison, id) => comparison?.criteria.find((figure) => figure.name === id);
