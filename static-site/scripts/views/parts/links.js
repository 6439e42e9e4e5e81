import { element } from "./dom.js";
import { openConversations, openView } from "../../state/route.js";

/**
 * A link within the page: a real address, followed without leaving it.
 * @param {App} app @param {Route} route @param {Record<string, any>} props @param {...Child} children
 */
export const routeLink = (app, route, props, ...children) =>
  element("a", { ...props, href: app.href(route), dataset: { ...props.dataset, route: "" } }, ...children);

/**
 * A link to the conversations that `filters` describe, optionally of one day only.
 * @param {App} app @param {Filters} filters @param {Record<string, any>} props @param {...Child} children
 */
export const conversationsLink = (app, filters, props, ...children) =>
  routeLink(app, openConversations(app.route, filters), props, ...children);

/** @param {App} app @param {string} day @param {Filters} filters @param {Record<string, any>} props @param {...Child} children */
export const dayLink = (app, day, filters, props, ...children) =>
  routeLink(app, openConversations(app.route, filters, { from: day, to: day }), props, ...children);

/** @param {App} app @param {string} view @param {Record<string, any>} props @param {...Child} children */
export const viewLink = (app, view, props, ...children) => routeLink(app, openView(app.route, view), props, ...children);
