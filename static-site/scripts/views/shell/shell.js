import { element, fill } from "../parts/dom.js";
import { explain } from "../../texts/explain.js";
import { t } from "../../texts/translate.js";
import { createBanners } from "./banners.js";
import { createDashboardView } from "../dashboard/dashboard.js";
import { createDrawer } from "../conversation/conversation-drawer.js";
import { createFooter } from "./footer.js";
import { createHeader } from "./header.js";
import { errorNotice } from "../parts/notices.js";
import { createTabs } from "./tabs.js";
import { createToolbar } from "../toolbar/toolbar.js";

/** The first view comes with the page, the others when they are wanted, or when the browser has nothing else to do. */
const viewMakers = {
  dashboard: async () => createDashboardView,
  conversations: async () => (await import("../conversations/conversations.js")).createConversationsView,
  criteria: async () => (await import("../criteria/criteria.js")).createCriteriaView,
  sync: async () => (await import("../sync/sync.js")).createSyncView,
  archives: async () => (await import("../archives/archives.js")).createArchivesView,
  settings: async () => (await import("../settings/settings.js")).createSettingsView,
};

function loadOthersWhenIdle() {
  const load = () => Promise.all([...Object.values(viewMakers).map((make) => make()), import("../conversation/conversation-detail.js")])
    .catch(() => {}); // asked for again, and explained, when it is wanted
  if (window.requestIdleCallback) requestIdleCallback(load, { timeout: 5000 });
  else setTimeout(load, 2000);
}

/** Views that show figures of a period; the others have no use for its picker. */
const periodViews = new Set(["dashboard", "conversations", "criteria"]);

/** Header, tabs, the picked view and the drawer; made once per language. */
export function createShell(app) {
  const listening = new AbortController();
  const { signal } = listening;
  const status = element("p", { class: "visually-hidden", role: "status" });
  const toast = element("div", { class: "toast", role: "alert", hidden: true });
  const parts = [createHeader(app, signal), createBanners(app, signal), createTabs(app), createToolbar(app, signal), createDrawer(app, signal)];
  const [header, banners, tabs, toolbar, drawer] = parts;
  const panels = {};
  const failure = element("div");
  const stage = element("div", { class: "stage" }, failure);
  const main = element("main", { id: "content", tabIndex: -1 },
    banners.node, tabs.node, element("div", { class: "page" }, toolbar.node, stage));

  async function makePanel(name) {
    const make = await viewMakers[name]();
    if (panels[name] || signal.aborted) return;
    const view = make(app, signal);
    view.node.id = `panel-${name}`;
    view.node.dataset.testid = `view-${name}`;
    view.node.setAttribute("role", "tabpanel");
    view.node.setAttribute("aria-labelledby", `tab-${name}`);
    view.node.tabIndex = -1;
    view.node.classList.add("view");
    stage.append(view.node);
    panels[name] = view;
  }

  function update({ before, focus } = {}) {
    const { view } = app.route;
    toolbar.node.hidden = !periodViews.has(view) || (view === "dashboard" && (app.setupOpen || !app.configured()));
    document.title = t("pageTitle", { view: t(`tabs.${view}`), product: t("product") });
    for (const part of parts) part.update();
    app.loading = show(view, before, focus);
  }

  /** Shows the view, which is made when it is first opened; true once it shows its data. */
  async function show(view, before, focus) {
    try {
      if (!panels[view]) await makePanel(view);
      fill(failure);
    } catch (error) {
      fill(failure, errorNotice(error, () => update({ before, focus })));
    }
    if (signal.aborted || app.route.view !== view) return false;
    for (const [name, { node }] of Object.entries(panels)) node.hidden = name !== view;
    if (!panels[view]) return false;
    const loading = panels[view].update();
    if (before && before.view !== view) {
      scrollTo(0, 0);
      if (focus) panels[view].node.focus({ preventScroll: true });
    }
    return loading;
  }

  let hiding = null;
  function showToast(text) {
    clearTimeout(hiding);
    toast.textContent = text;
    toast.hidden = false;
    hiding = setTimeout(() => { toast.hidden = true; }, 8000);
  }

  app.on("route", update, signal);
  app.on("say", (text) => fill(status, text), signal);
  app.on("toast", showToast, signal);
  app.on("failed", (error) => showToast(explain(error)), signal);
  app.on("finished", (runs) => fill(status, t("sync.finishedStatus", { count: runs.length })), signal);

  // Plain clicks on links within the page go through the router; with a modifier they open a tab as ever.
  function followLink(event) {
    const link = event.target.closest?.("a[data-route]");
    if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    app.navigate(app.readHref(link.getAttribute("href")), { focus: true });
  }
  document.addEventListener("click", followLink, { signal });

  loadOthersWhenIdle();
  const skip = element("a", { class: "skip-link", href: "#content" }, t("skip"));
  return {
    nodes: [skip, header.node, main, createFooter(app, signal), drawer.node, toast, status],
    update,
    destroy() {
      listening.abort();
      for (const view of Object.values(panels)) view.destroy?.();
    },
  };
}
