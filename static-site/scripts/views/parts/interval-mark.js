const namespace = "http://www.w3.org/2000/svg";
const [width, height, reach] = [88, 16, 6];

/**
 * A value as a dot on a thin line, its interval as a band, the period before as a ring; the figures beside it say the same in words.
 * @param {{ value: number | null, low?: number | null, high?: number | null, before?: number | null, target?: number | null }} mark The
 * target is a dotted line across.
 * @param {{ min: number, max: number }} scale The same for all marks of a list.
 */
export function intervalMark({ value, low = null, high = null, before = null, target = null }, { min, max }) {
  const svg = draw("svg", { viewBox: `0 0 ${width} ${height}`, class: "mark-svg", "aria-hidden": "true", width, height });
  /** @param {number} at */
  const x = (at) => (reach + ((at - min) / (max - min || 1)) * (width - 2 * reach)).toFixed(1);
  const middle = height / 2;
  svg.append(draw("line", { class: "mark-line", x1: 0, x2: width, y1: middle, y2: middle }));
  if (target !== null) svg.append(draw("line", { class: "mark-target", x1: x(target), x2: x(target), y1: 0, y2: height }));
  if (low !== null && high !== null) svg.append(draw("line", { class: "mark-band", x1: x(low), x2: x(high), y1: middle, y2: middle }));
  if (before !== null) svg.append(draw("circle", { class: "mark-ring", cx: x(before), cy: middle, r: 4 }));
  if (value !== null) svg.append(draw("circle", { class: "mark-dot", cx: x(value), cy: middle, r: 3.5 }));
  return svg;
}

/**
 * A scale in whole tens that holds all marks of a list.
 * @param {Array<{ value: number | null, low?: number | null, high?: number | null, before?: number | null, target?: number | null }>}
 * marks
 */
export function markScale(marks) {
  const all = marks.flatMap(({ value, low, high, before, target }) => [value, low, high, before, target])
    .filter((one) => typeof one === "number");
  if (!all.length) return { min: 0, max: 100 };
  return { min: Math.max(0, Math.floor(Math.min(...all) / 10) * 10), max: Math.min(100, Math.ceil(Math.max(...all) / 10) * 10) };
}

/** @param {string} tag @param {Record<string, string | number>} attributes */
function draw(tag, attributes) {
  const node = document.createElementNS(namespace, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
  return node;
}
