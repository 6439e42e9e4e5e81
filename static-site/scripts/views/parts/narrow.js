import { combine, opposite } from "../../state/filters.js";
import { withFilters } from "../../state/route.js";
import { t } from "../../texts/translate.js";
import { element } from "./dom.js";

/**
 * Adds a condition to those of the page, with Alt its opposite. False where it has none. Whoever came by keyboard goes on from the chip.
 * @param {App} app @param {Filters} own @param {MouseEvent} event
 */
export function narrow(app, own, event) {
  const changes = event.altKey ? opposite(own) : own;
  if (!changes) return false;
  app.navigate(withFilters(app.route, combine(app.route.filters, changes) ?? changes), { focus: !event.detail });
  return true;
}

/**
 * What narrows the page to itself by a click, and to all others with Alt.
 * @param {App} app @param {Filters} own @param {{ class: Array<string | false | undefined>, title?: string }} props
 * @param {...Child} children
 */
export const narrowButton = (app, own, props, ...children) => element("button", {
  type: "button", ...props, class: ["narrow", ...props.class],
  title: [props.title, t(opposite(own) ? "filters.narrowOrNot" : "filters.narrow")].filter(Boolean).join("\n"),
  on: { click: (/** @type {MouseEvent} */ event) => narrow(app, own, event) },
}, ...children);
