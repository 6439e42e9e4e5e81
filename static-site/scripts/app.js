import { readRoute, writeRoute } from "./state/route.js";
import { dayIn, periodQuery } from "./state/period.js";
import { createRunWatch } from "./api/run-watch.js";
import { getCallbacks, getHealth, getMonths, getReviews, getSettings } from "./api/endpoints.js";
import { criterionName } from "./logic/criteria.js";
import { setup } from "./state/setup.js";
import { loadSession } from "./api/session.js";
import { setZone } from "./texts/format.js";

/**
 * What all views share: the route, facts of the server, runs, and a revision that grows when shown figures may be old.
 * Events: "route", "facts", "months", "runs", "theme", "say" (a message for the status line), "counted" (how many conversations the view
 * is about), "criteria" (which of them the shown conversations have, and now their names), "compared" (what the API set the period
 * against), "trouble" (whether something stands in the way), "unseen" (how many wait for a person, now), "waiting" (how many people wait
 * for a call), "callbacks" (somebody was marked there).
 */
export function createApp() {
  const events = new EventTarget();
  /** @type {Map<string, string | null>} */
  let criterionNames = new Map();
  /** @type {App["emit"]} */
  const emit = (name, detail) => events.dispatchEvent(new CustomEvent(name, { detail }));

  /** @type {Promise<unknown> | null} */
  let refreshing = null;

  async function readAgain() {
    await Promise.all([app.loadFacts(), app.loadMonths()]);
    app.revision++;
    emit("route", { before: app.route, focus: false });
    return app.loading;
  }

  /** @type {any} Until the server has answered. */
  const unknown = null;

  /** @type {App} */
  const app = {
    route: readRoute(location.search),
    session: unknown,
    settings: unknown,
    health: unknown,
    /** Those with conversations, newest first; null until they are known. */
    months: null,
    /** How many conversations wait that nobody has seen; null until it is known. */
    unseen: null,
    /** How many people wait to be called back; null until it is known. */
    waiting: null,
    /** The page of the list that is shown: ids in order, and where it is. */
    listed: { ids: [], page: 1, pages: 1 },
    revision: 0,
    setupOpen: setup.isAtSync(),
    loading: null,
    runs: createRunWatch({
      onChange: (runs) => emit("runs", runs),
      onFinished: (runs) => emit("finished", runs),
    }),
    changeLanguage: unknown,
    print: () => window.print(),

    on: (name, listener, signal) => events.addEventListener(name, (event) => listener(/** @type {CustomEvent} */ (event).detail), {
      signal,
    }),
    emit,
    href: (route) => writeRoute(route),
    readHref: (href) => readRoute(new URL(href, location.href).search),
    today: () => dayIn(app.settings.time_zone),
    periodQuery: () => ({ agent_id: app.route.agent, ...periodQuery(app.route.period, app.today()) }),
    /** What the figures of the page are asked for with. */
    kpiQuery: () => ({ ...app.periodQuery(), ...app.route.filters, compare: app.route.compare ? "previous" : undefined }),
    /** A viewer only reads; the server holds that, the page hides what would be refused. */
    mayWrite: () => app.session.role !== "viewer",
    listQuery: ({ page = app.route.page } = {}) =>
      ({ ...app.periodQuery(), ...app.route.filters, page, per_page: app.route.perPage, sort: app.route.sort }),
    configured: () => app.settings.demo || (app.settings.api_key_set && app.settings.agents.some(({ active }) => active !== false)),

    /** Instead of the dashboard stands the first run. */
    inSetup: () => app.mayWrite() && (app.setupOpen || !app.configured()),

    /** Goes to a route; `replace` for changes that a step back should skip. */
    navigate(route, { replace = false, focus = false } = {}) {
      const before = app.route;
      const state = route.conversation ? { opener: history.state?.opener || !before.conversation } : null;
      history[replace ? "replaceState" : "pushState"](state, "", writeRoute(route));
      app.route = readRoute(location.search);
      emit("route", { before, focus });
    },

    async loadFacts() {
      const session = await loadSession();
      const [settings, health] = await Promise.all([getSettings(), getHealth()]);
      Object.assign(app, { session, settings, health });
      setZone(settings.time_zone);
      emit("facts");
    },

    /** Not among the facts, because the first figures need not wait for them. */
    async loadMonths() {
      app.months = (await getMonths()).months;
      emit("months");
    },

    /** For the navigation and the title, after what the view itself needs. */
    async loadUnseen() {
      app.setUnseen((await getReviews({ per_page: 1 })).unseen);
      app.setWaiting((await getCallbacks({ per_page: 1 })).waiting);
    },
    setWaiting(count) {
      if (app.waiting === count) return;
      app.waiting = count;
      emit("waiting");
    },
    setUnseen(count) {
      if (app.unseen === count) return;
      app.unseen = count;
      emit("unseen");
    },

    /** Reads everything again that is on the page; true once the view shows it. Who asks while it goes on gets the same. */
    refresh() {
      refreshing ??= readAgain().finally(() => { refreshing = null; });
      return refreshing;
    },

    criterionName: (id) => criterionName(id, criterionNames.get(id)),
    /** Pairs of id and name, which is null as long as it is unknown. */
    learnCriteria(named) {
      criterionNames = new Map(named);
      emit("criteria", [...criterionNames.keys()]);
    },
    awaitsNames: () => [...criterionNames.values()].includes(null),

    agentName: (id) => app.settings.agents.find((agent) => agent.id === id)?.label || id,
  };

  addEventListener("popstate", () => {
    const before = app.route;
    app.route = readRoute(location.search);
    emit("route", { before, focus: false });
  });
  return app;
}
