import * as format from "../../texts/format.js";
import { element, foreign } from "../parts/dom.js";

/** Names with how often they occur, as bars that begin at zero. @param {Array<{ name: string, count: number }>} rows */
export function failureBars(rows) {
  const most = Math.max(...rows.map(({ count }) => count));
  return element("ul", { class: "failure-bars" }, rows.map(({ name, count }) => {
    const bar = element("span", { class: "failure-bar" });
    bar.style.width = `${(100 * count) / most}%`;
    return element("li", {}, element("span", { class: "failure-name", title: name }, foreign(name)),
      element("span", { class: "failure-place", "aria-hidden": "true" }, bar), element("strong", {}, format.count(count)));
  }));
}
