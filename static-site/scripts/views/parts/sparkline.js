import { sparkline } from "../../logic/sparkline.js";

const namespace = "http://www.w3.org/2000/svg";
const [width, height] = [76, 18];

/** A decorative line of days with its last point marked; figures and charts say the same in words. @param {Array<number | null>} values */
export function sparklineNode(values) {
  const svg = document.createElementNS(namespace, "svg");
  svg.setAttribute("viewBox", `-3 -3 ${width + 6} ${height + 6}`);
  svg.setAttribute("class", "sparkline");
  svg.setAttribute("aria-hidden", "true");
  const pieces = sparkline(values, width, height);
  for (const points of pieces) {
    const line = document.createElementNS(namespace, "polyline");
    line.setAttribute("points", points);
    svg.append(line);
  }
  const last = pieces.at(-1)?.split(" ").at(-1)?.split(",");
  if (last) {
    const dot = document.createElementNS(namespace, "circle");
    Object.entries({ cx: last[0], cy: last[1], r: "2" }).forEach(([name, value]) => dot.setAttribute(name, value));
    svg.append(dot);
  }
  return svg;
}
