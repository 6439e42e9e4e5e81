import { element, foreign } from "../parts/dom.js";

/**
 * Names, bars and numbers beside one another; the bars begin at zero and share one scale.
 * @param {Array<{ name: string, code?: boolean, value: number, role?: string, figure: Child, more?: Child }>} rows @param {number} [most]
 * What the whole width stands for.
 */
export function barList(rows, most = Math.max(...rows.map(({ value }) => value))) {
  return element("ul", { class: "bar-list" }, rows.map(({ name, code, value, role = "amount", figure, more }) => {
    const bar = element("span", { class: ["bar", `bar-${role}`] });
    bar.style.width = `${most > 0 ? Math.max(0.5, (100 * value) / most) : 0}%`;
    return element("li", { class: "bar-row" },
      element("span", { class: ["bar-name", code && "bar-code"], title: name }, foreign(name)),
      element("span", { class: "bar-place", "aria-hidden": "true" }, bar),
      element("span", { class: "bar-figure" }, figure),
      more !== undefined && element("span", { class: "bar-more" }, more));
  }));
}
