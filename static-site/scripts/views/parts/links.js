import { openCounted, openView } from "../../state/route.js";
import { element } from "./dom.js";
import { narrow } from "./narrow.js";

/**
 * A link within the page: a real address, followed without leaving it.
 * @param {App} app @param {Route} route @param {Record<string, any>} props @param {...Child} children
 */
export const routeLink = (app, route, props, ...children) =>
  element("a", { ...props, href: app.href(route), dataset: { ...props.dataset, route: "" } }, ...children);

/**
 * A link to the conversations that a figure counts, by its own conditions and those of the page, optionally of other agents or days. A
 * figure that the page's conditions make nothing of is no link.
 * @param {App} app @param {Filters} filters @param {Record<string, any>} props @param {Child} children
 * @param {{ agent?: string, period?: Period }} [scope]
 */
export function countedLink(app, filters, props, children, { agent, period } = {}) {
  const route = openCounted(app.route, filters, period);
  /** With Alt the page is narrowed to all others. @param {MouseEvent} event */
  const click = (event) => event.altKey && narrow(app, filters, event) && event.preventDefault();
  if (agent === undefined && !period) props = { ...props, on: { ...props.on, click } };
  return route
    ? routeLink(app, agent === undefined ? route : { ...route, agent }, props, children)
    : element("span", { class: props.class, dataset: props.dataset ?? {} }, children);
}

/** @param {App} app @param {Filters} filters @param {Record<string, any>} props @param {...Child} children */
export const conversationsLink = (app, filters, props, ...children) => countedLink(app, filters, props, children);

/** @param {App} app @param {string} day @param {Filters} filters @param {Record<string, any>} props @param {...Child} children */
export const dayLink = (app, day, filters, props, ...children) =>
  countedLink(app, filters, props, children, { period: { from: day, to: day } });

/** @param {App} app @param {string} view @param {Record<string, any>} props @param {...Child} children */
export const viewLink = (app, view, props, ...children) => routeLink(app, openView(app.route, view), props, ...children);
