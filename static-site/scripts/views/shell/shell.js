import { element, fill } from "../parts/dom.js";
import { listenToKeys } from "../../state/keys.js";
import { explain } from "../../texts/explain.js";
import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { createDrawer } from "../conversation/conversation-drawer.js";
import { notice } from "../parts/notices.js";
import { createReport } from "../report/report.js";
import { createDashboardView } from "../dashboard/dashboard.js";
import { createPalette } from "../palette/palette.js";
import { createToolbar } from "../toolbar/toolbar.js";
import { createFooter } from "./footer.js";
import { registerGlobalKeys } from "./global-keys.js";
import { createKeyList } from "./key-list.js";
import { createNavigation } from "./navigation.js";
import { createNoticeBar } from "./notice-bar.js";

/** @typedef {(app: App, signal: AbortSignal, drawer: ReturnType<typeof createDrawer>) => View} ViewMaker */

/** @type {Record<string, ViewMaker>} */
const viewMakers = { dashboard: createDashboardView };

/** The other views come after the first figures, or when one of them is opened. @returns {Promise<unknown>} */
export const loadOtherViews = async () => Object.assign(viewMakers, await import("../other-views.js"));

/** Navigation, notice, context bar, the picked view and the drawer; made once per language. @param {App} app */
export function createShell(app) {
  const listening = new AbortController();
  const { signal } = listening;
  const status = element("p", { class: "visually-hidden", role: "status" });
  const toast = element("div", { class: "toast", role: "alert", hidden: true });
  const keyList = createKeyList();
  const palette = createPalette(app, { listKeys: keyList.open });
  const actions = { search: palette.open, listKeys: keyList.open };
  const navigation = createNavigation(app, signal, actions);
  const noticeBar = createNoticeBar(app, signal);
  const toolbar = createToolbar(app, signal);
  const drawer = createDrawer(app, signal);
  const parts = [navigation, noticeBar, toolbar, drawer];
  /** @type {Record<string, View>} */
  const panels = {};
  const report = createReport(app, signal);
  const missing = element("div", { hidden: true, dataset: { testid: "view-not-loaded" } });
  const stage = element("div", { class: "stage" }, missing);
  const main = element("main", { id: "content", tabIndex: -1, class: "page" }, stage);

  /** Each view is made when it is first opened. @param {string} name */
  function makePanel(name) {
    const view = viewMakers[name](app, signal, drawer);
    view.node.id = `panel-${name}`;
    view.node.dataset.testid = `view-${name}`;
    view.node.setAttribute("aria-label", t(`tabs.${name}`));
    view.node.tabIndex = -1;
    view.node.classList.add("view");
    stage.append(view.node);
    return view;
  }

  /** @param {{ before?: Route, focus?: boolean }} [change] */
  function update({ before, focus } = {}) {
    const { view } = app.route;
    toolbar.node.hidden = view === "dashboard" && app.inSetup();
    showTitle();
    for (const part of parts) part.update();
    app.loading = show(view, before, focus);
  }

  /** With how many wait for a person, wherever one is. */
  function showTitle() {
    const title = t("pageTitle", { view: t(`tabs.${app.route.view}`), product: t("product") });
    document.title = app.unseen ? `(${format.count(app.unseen)}) ${title}` : title;
  }

  /**
   * Shows the view; what it returns is true once it shows its data.
   * @param {string} view @param {Route} [before] @param {boolean} [focus] @returns {unknown}
   */
  function show(view, before, focus) {
    missing.hidden = true;
    if (!viewMakers[view]) return fetchView(view, before, focus);
    panels[view] ??= makePanel(view);
    for (const [name, { node }] of Object.entries(panels)) node.hidden = name !== view;
    toolbar.show(panels[view].bar);
    const loading = panels[view].update();
    if (before && before.view !== view) {
      scrollTo(0, 0);
      if (focus) panels[view].node.focus({ preventScroll: true });
    }
    return loading;
  }

  /** Until it has come the page stays as it was. @param {string} view @param {Route} [before] @param {boolean} [focus] */
  async function fetchView(view, before, focus) {
    const isWanted = () => !signal.aborted && app.route.view === view;
    try {
      await loadOtherViews();
    } catch {
      if (isWanted()) showMissing();
      return false;
    }
    return isWanted() && show(view, before, focus);
  }

  /** The program is away, or is a newer one whose page this is no longer; a browser may keep such a failure, so the page starts anew. */
  function showMissing() {
    for (const { node } of Object.values(panels)) node.hidden = true;
    fill(missing, notice({ tone: "error", title: t("nav.notLoaded"), text: t("nav.notLoadedText"), action: t("actions.reload"),
      onAction: () => location.reload() }));
    missing.hidden = false;
  }

  /** @type {number | undefined} */
  let hiding;
  /** @param {string} text */
  function showToast(text) {
    clearTimeout(hiding);
    toast.textContent = text;
    toast.hidden = false;
    hiding = setTimeout(() => { toast.hidden = true; }, 8000);
  }

  app.on("route", update, signal);
  app.on("months", toolbar.update, signal);
  app.on("unseen", showTitle, signal);
  app.on("say", (text) => fill(status, text), signal);
  app.on("toast", showToast, signal);
  app.on("failed", (error) => showToast(explain(error)), signal);
  app.on("finished", (runs) => fill(status, t("sync.finishedStatus", { count: runs.length })), signal);

  // Plain clicks on links within the page go through the router; with a modifier they open a tab as ever.
  /** @param {any} event */
  function followLink(event) {
    const link = event.target.closest?.("a[data-route]");
    if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    app.navigate(app.readHref(link.getAttribute("href")), { focus: true });
  }
  document.addEventListener("click", followLink, { signal });

  registerGlobalKeys(app, signal, actions);
  listenToKeys(document, signal);
  followBar(toolbar.node, signal);

  const skips = [["#content", "skip"], ["#bar", "nav.skipToBar"]].map(([href, key]) => element("a", { class: "skip-link", href }, t(key)));
  return {
    nodes: [...skips, navigation.node,
      element("div", { class: "frame" }, noticeBar.node, toolbar.node, main, createFooter(app, signal)),
      drawer.node, navigation.sheet, toolbar.sheets, palette.node, keyList.node, toast, status, report.node].flat(),
    update,
    destroy() {
      listening.abort();
      for (const view of Object.values(panels)) view.destroy?.();
    },
  };
}

/**
 * What sticks below the bar, and what the focus scrolls to, has to know how high it is.
 * @param {HTMLElement} bar @param {AbortSignal} signal
 */
function followBar(bar, signal) {
  const observer = new ResizeObserver(() => document.documentElement.style.setProperty("--bar", `${bar.offsetHeight}px`));
  observer.observe(bar);
  signal.addEventListener("abort", () => observer.disconnect());
}
