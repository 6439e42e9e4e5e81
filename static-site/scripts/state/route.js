import { combine, filterNames } from "./filters.js";
import { defaultPeriod, isDay, isMonth, presets } from "./period.js";

/** The whole state of the page that a link carries; everything at its default stays out of the address. */

export const views = ["dashboard", "conversations", "criteria", "money", "segments", "reviews", "callbacks", "alerts", "sync", "archives",
  "settings"];
/** Lists whose conversations are read one after the other, beside them where there is room. */
export const listViews = new Set(["conversations", "reviews"]);
/** Those whose figures and rows every condition narrows; it goes along from one to the other. */
export const narrowedViews = new Set(["dashboard", "conversations", "criteria"]);
/** The ids of two named views. */
const segmentNames = ["first", "second"];
export const pageSizes = [25, 50, 100, 200];
export const defaultSort = "-start_time";

/** @param {string} search @returns {Route} */
export function readRoute(search) {
  const query = new URLSearchParams(search);
  const view = query.get("view");
  const perPage = Number(query.get("per_page"));
  return {
    view: view && views.includes(view) ? view : "dashboard",
    agent: query.get("agent") ?? "",
    period: readPeriod(query),
    compare: query.get("compare") !== "off",
    filters: Object.fromEntries(filterNames.flatMap((name) => { const value = query.get(name); return value ? [[name, value]] : []; })),
    page: Math.max(1, Math.trunc(Number(query.get("page"))) || 1),
    perPage: pageSizes.includes(perPage) ? perPage : 50,
    sort: query.get("sort") || defaultSort,
    conversation: query.get("conversation"),
    segments: segmentNames.map((name) => (/^[1-9]\d{0,8}$/.exec(query.get(name) ?? "") ?? [""])[0]),
  };
}

/** @param {URLSearchParams} query @returns {Period} */
function readPeriod(query) {
  const month = query.get("month");
  const [from, to] = [query.get("from"), query.get("to")];
  if (isMonth(month)) return { month };
  if (isDay(from) && isDay(to) && from <= to) return { from, to };
  const preset = query.get("period");
  return preset && presets.includes(preset) ? { preset } : defaultPeriod;
}

/** @param {Route} route */
export function writeRoute(route) {
  const query = new URLSearchParams();
  /** @param {string} name @param {string | number | null | undefined} value @param {string | number} [standard] */
  const put = (name, value, standard) => value && value !== standard && query.set(name, String(value));
  put("view", route.view, "dashboard");
  put("agent", route.agent);
  put("period", route.period.preset, defaultPeriod.preset);
  put("month", route.period.month);
  put("from", route.period.from);
  put("to", route.period.to);
  put("compare", route.compare ? "" : "off");
  if (narrowedViews.has(route.view)) for (const name of filterNames) put(name, route.filters[name]);
  if (route.view === "conversations") {
    put("sort", route.sort, defaultSort);
    put("page", route.page, 1);
    put("per_page", route.perPage, 50);
  }
  if (route.view === "segments") for (const [at, name] of segmentNames.entries()) put(name, route.segments[at]);
  put("conversation", route.conversation);
  return `?${query}`;
}

/**
 * Another view of the same agents, period and conditions; the page belongs to the view that is left.
 * @param {Route} route @param {string} view @returns {Route}
 */
export const openView = (route, view) => ({
  ...route, view, filters: narrowedViews.has(view) ? route.filters : {}, page: 1, sort: defaultSort, conversation: null,
});

/**
 * The list of exactly the conversations that `filters` describe.
 * @param {Route} route @param {Filters} filters @param {Period} [period] @returns {Route}
 */
export const openConversations = (route, filters, period = route.period) =>
  ({ ...openView(route, "conversations"), filters, period });

/** A named view, to be set beside another one. @param {Route} route @param {number | string} first @returns {Route} */
export const openSegments = (route, first) => ({ ...openView(route, "segments"), segments: [String(first), ""] });

/**
 * The list of the conversations that a figure on the page counts: under the page's conditions and its own. Null where none can be.
 * @param {Route} route @param {Filters} own @param {Period} [period] @returns {Route | null}
 */
export function openCounted(route, own, period) {
  const filters = combine(route.filters, own);
  return filters && openConversations(route, filters, period);
}

/** Changed conditions start at the first page again. @param {Route} route @param {Filters} changes @returns {Route} */
export const withFilters = (route, changes) =>
  ({ ...route, page: 1, filters: Object.fromEntries(Object.entries({ ...route.filters, ...changes }).filter(([, value]) => value)) });
