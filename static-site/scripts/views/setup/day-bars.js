import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { element } from "../parts/dom.js";

const namespace = "http://www.w3.org/2000/svg";
const height = 96;
const [slot, bar, gap] = [32, 26, 1];

/** From the baseline up: failures compare day by day, the unknown is hollow. */
const parts = /** @type {const} */ (["failed", "unknown", "success"]);

/** A small drawing of days, with its finding in words. @param {Trend[]} days */
export function dayBars(days) {
  const most = Math.max(1, ...days.map((day) => parts.reduce((sum, part) => sum + day[part], 0)));
  const svg = make("svg",
    { viewBox: `0 0 ${days.length * slot} ${height + 1}`, class: "day-bars", "aria-hidden": "true", preserveAspectRatio: "none" });
  days.forEach((day, index) => {
    let foot = height;
    for (const part of parts) {
      const tall = (day[part] / most) * (height - 2 * gap);
      if (!tall) continue;
      svg.append(make("rect",
        { class: `bar-${part}`, x: index * slot + (slot - bar) / 2, y: foot - tall, width: bar, height: Math.max(0.5, tall - gap) }));
      foot -= tall;
    }
  });
  svg.append(make("line", { class: "bar-axis", x1: 0, x2: days.length * slot, y1: height + 0.5, y2: height + 0.5 }));
  const [first, last] = [days[0].date, days[days.length - 1].date];
  /** @param {"failed" | "unknown" | "success"} part */
  const sum = (part) => days.reduce((total, day) => total + day[part], 0);
  return element("figure", { class: "first-chart" },
    element("figcaption", { class: "visually-hidden" },
      t("wizard.barsLabel",
        { from: format.day(first), to: format.day(last), success: sum("success"), unknown: sum("unknown"), failed: sum("failed") })),
    svg, element("p", { class: "first-days", "aria-hidden": "true" }, element("span", {}, format.days(first, first, last)),
      element("span", {}, format.days(last, last, last))));
}

/** @param {string} tag @param {Record<string, string | number>} attributes */
function make(tag, attributes) {
  const node = document.createElementNS(namespace, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
  return node;
}
