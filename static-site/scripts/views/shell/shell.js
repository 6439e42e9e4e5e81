import { element, fill } from "../parts/dom.js";
import { listenToKeys } from "../../state/keys.js";
import { explain } from "../../texts/explain.js";
import { t } from "../../texts/translate.js";
import { createArchivesView } from "../archives/archives.js";
import { createDrawer } from "../conversation/conversation-drawer.js";
import { createConversationsView } from "../conversations/conversations.js";
import { createCriteriaView } from "../criteria/criteria.js";
import { createReport } from "../report/report.js";
import { createDashboardView } from "../dashboard/dashboard.js";
import { createSettingsView } from "../settings/settings.js";
import { createSyncView } from "../sync/sync.js";
import { createToolbar } from "../toolbar/toolbar.js";
import { createBanners } from "./banners.js";
import { createFooter } from "./footer.js";
import { createHeader } from "./header.js";
import { createTabs } from "./tabs.js";

/** Each view is made when it is first opened. @type {Record<string, (app: App, signal: AbortSignal) => View>} */
const viewMakers = {
  dashboard: createDashboardView,
  conversations: createConversationsView,
  criteria: createCriteriaView,
  sync: createSyncView,
  archives: createArchivesView,
  settings: createSettingsView,
};

/** Views that show figures of a period; the others have no use for its picker. */
const periodViews = new Set(["dashboard", "conversations", "criteria"]);

/** Header, tabs, the picked view and the drawer; made once per language. @param {App} app */
export function createShell(app) {
  const listening = new AbortController();
  const { signal } = listening;
  const status = element("p", { class: "visually-hidden", role: "status" });
  const toast = element("div", { class: "toast", role: "alert", hidden: true });
  const parts = [createHeader(app, signal), createBanners(app, signal), createTabs(app), createToolbar(app, signal), createDrawer(app, signal)];
  const [header, banners, tabs, toolbar, drawer] = parts;
  /** @type {Record<string, View>} */
  const panels = {};
  const report = createReport(app, signal);
  const stage = element("div", { class: "stage" });
  const main = element("main", { id: "content", tabIndex: -1 },
    banners.node, tabs.node, element("div", { class: "page" }, toolbar.node, stage));

  /** @param {string} name */
  function makePanel(name) {
    const view = viewMakers[name](app, signal);
    view.node.id = `panel-${name}`;
    view.node.dataset.testid = `view-${name}`;
    view.node.setAttribute("role", "tabpanel");
    view.node.setAttribute("aria-labelledby", `tab-${name}`);
    view.node.tabIndex = -1;
    view.node.classList.add("view");
    stage.append(view.node);
    return view;
  }

  /** @param {{ before?: Route, focus?: boolean }} [change] */
  function update({ before, focus } = {}) {
    const { view } = app.route;
    toolbar.node.hidden = !periodViews.has(view) || (view === "dashboard" && (app.setupOpen || !app.configured()));
    document.title = t("pageTitle", { view: t(`tabs.${view}`), product: t("product") });
    for (const part of parts) part.update();
    app.loading = show(view, before, focus);
  }

  /** Shows the view; what it returns is true once it shows its data. @param {string} view @param {Route} [before] @param {boolean} [focus] */
  function show(view, before, focus) {
    panels[view] ??= makePanel(view);
    for (const [name, { node }] of Object.entries(panels)) node.hidden = name !== view;
    const loading = panels[view].update();
    if (before && before.view !== view) {
      scrollTo(0, 0);
      if (focus) panels[view].node.focus({ preventScroll: true });
    }
    return loading;
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

  listenToKeys(document, signal);

  const skip = element("a", { class: "skip-link", href: "#content" }, t("skip"));
  return {
    nodes: [skip, header.node, main, createFooter(app, signal), drawer.node, toast, status, report.node],
    update,
    destroy() {
      listening.abort();
      for (const view of Object.values(panels)) view.destroy?.();
    },
  };
}
