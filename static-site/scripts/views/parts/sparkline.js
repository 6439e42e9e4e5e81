import { sparkline } from "../../logic/sparkline.js";

const namespace = "http://www.w3.org/2000/svg";
const [width, height] = [100, 24];

/** A decorative line of days; the charts below say the same in words. @param {Array<number | null>} values */
export function sparklineNode(values) {
  const svg = document.createElementNS(namespace, "svg");
  svg.setAttribute("viewBox", `-2 -2 ${width + 4} ${height + 4}`);
  svg.setAttribute("class", "sparkline");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("preserveAspectRatio", "none");
  for (const points of sparkline(values, width, height)) {
    const line = document.createElementNS(namespace, "polyline");
    line.setAttribute("points", points);
    line.setAttribute("vector-effect", "non-scaling-stroke");
    svg.append(line);
  }
  return svg;
}
