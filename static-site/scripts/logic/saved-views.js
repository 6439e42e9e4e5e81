import { plainName } from "../state/filters.js";
import { defaultSort } from "../state/route.js";

/** @typedef {{ id: number, name: string, filters: Record<string, string>, sort: string | null, columns: string[] | null }} ListView */

/** The same conditions, in whatever order they stand. @param {Filters} one @param {Filters} other */
export function sameFilters(one, other) {
  const names = Object.keys(one).filter((name) => one[name]);
  return names.length === Object.keys(other).filter((name) => other[name]).length && names.every((name) => one[name] === other[name]);
}

/**
 * The view whose list a route shows; none where somebody has changed its conditions.
 * @template {ListView} T @param {T[]} views @param {Route} route @returns {T | null}
 */
export const viewOf = (views, route) =>
  views.find((view) => sameFilters(view.filters, route.filters) && (view.sort ?? defaultSort) === route.sort) ?? null;

/** The list of a view, for the agents and days that are picked. @param {ListView | null} view @param {Route} route @returns {Route} */
export const routeOfView = (view, route) =>
  ({ ...route, filters: { ...view?.filters }, sort: view?.sort ?? defaultSort, page: 1, conversation: null });

/** What a view keeps of a list: never whom it is about. @param {Route} route @param {string[] | null} [columns] Null is the usual ones. */
export const keptOf = (route, columns = null) => ({
  filters: Object.fromEntries(Object.entries(route.filters).filter(([name]) => plainName(name) !== "phone")),
  sort: route.sort === defaultSort ? null : route.sort,
  columns,
});
