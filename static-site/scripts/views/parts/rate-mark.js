import { shape } from "./drawing.js";

/**
 * A rate on its scale: a dot in the band of its interval, the period before as a ring.
 * What it shows stands in figures beside it, so it is decoration for who cannot see it.
 * @param {{ value: number | null, low?: number | null, high?: number | null, previous?: number | null }} rate In percent.
 * @param {ReturnType<typeof import("../../logic/mark-scale.js").markScale>} scale
 * @param {{ width?: number, height?: number }} [size]
 */
export function rateMark({ value, low, high, previous }, scale, { width = 126, height = 16 } = {}) {
  const radius = 4.5;
  const middle = height / 2;
  /** @param {number} rate */
  const x = (rate) => radius + 1 + scale.place(rate) * (width - 2 * (radius + 1));
  const known = typeof value === "number";
  return shape("svg", { class: "rate-mark", width, height, viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true" },
    shape("line", { class: "mark-line", x1: 0, x2: width, y1: middle, y2: middle }),
    known && typeof low === "number" && typeof high === "number"
      && shape("rect", { class: "mark-band", x: x(low), width: Math.max(1, x(high) - x(low)), y: middle - 2.5, height: 5, rx: 2.5 }),
    typeof previous === "number" && shape("circle", { class: "mark-before", cx: x(previous), cy: middle, r: radius - 0.5 }),
    known && shape("circle", { class: "mark-now", cx: x(value), cy: middle, r: radius }));
}
