/** @typedef {Api.KpiReport["targets"][number]} FigureTarget */

/** Below half a tenth of a point the distance has a decimal more, or a target that is missed would be 0.0 away. */
const leastPoint = 0.05;

/** @param {{ targets: FigureTarget[] } | null | undefined} report @param {string | undefined} figure */
export const targetOf = (report, figure) => report?.targets.find((target) => target.figure === figure);

/**
 * How a figure stands to its target: the text to take, and the judgement of its colour. Of few nothing is judged.
 * @param {FigureTarget} target
 * @returns {{ key: "met" | "reached" | "short" | "over" | "few" | "set", tone: "good" | "bad" | "neutral" }}
 */
export function targetView({ standing, distance, better }) {
  if (standing === "met") return { key: distance ? "met" : "reached", tone: "good" };
  if (standing === "missed") return { key: better === "up" ? "short" : "over", tone: "bad" };
  return { key: standing === "too_few" ? "few" : "set", tone: "neutral" };
}

/** Decimals of a distance in percentage points. @param {number} distance */
export const pointDecimals = (distance) => (Math.abs(distance) < leastPoint ? 2 : 1);
