import { element, foreign } from "../parts/dom.js";
import { narrow, narrowButton } from "../parts/narrow.js";

/**
 * Names, bars and numbers beside one another; the bars begin at zero and share one scale. A name and its bar narrow the page to what they
 * stand for, where conditions can say so.
 * @param {App} app
 * @param {Array<{ name: string, code?: boolean, value: number, role?: string, figure: Child, more?: Child, own?: Filters | null }>} rows
 * @param {number} [most] What the whole width stands for.
 */
export function barList(app, rows, most = Math.max(...rows.map(({ value }) => value))) {
  return element("ul", { class: "bar-list" }, rows.map(({ name, code, value, role = "amount", figure, more, own }) => {
    const bar = element("span", { class: ["bar", `bar-${role}`] });
    bar.style.width = `${most > 0 ? Math.max(0.5, (100 * value) / most) : 0}%`;
    const named = { class: ["bar-name", code && "bar-code"], title: name };
    const click = (/** @type {MouseEvent} */ event) => own && narrow(app, own, event);
    return element("li", { class: "bar-row" },
      own ? narrowButton(app, own, named, foreign(name)) : element("span", named, foreign(name)),
      element("span", { class: ["bar-place", own && "bar-pressed"], "aria-hidden": "true", on: { click } }, bar),
      element("span", { class: "bar-figure" }, figure),
      more !== undefined && element("span", { class: "bar-more" }, more));
  }));
}
