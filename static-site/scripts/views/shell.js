import { element, fill } from "../dom.js";
import { explain } from "../texts/explain.js";
import { t } from "../texts/translate.js";
import { createArchivesView } from "./archives.js";
import { createBanners } from "./banners.js";
import { createConversationsView } from "./conversations.js";
import { createCriteriaView } from "./criteria.js";
import { createDashboardView } from "./dashboard.js";
import { createDrawer } from "./conversation-drawer.js";
import { createFooter } from "./footer.js";
import { createHeader } from "./header.js";
import { createSettingsView } from "./settings.js";
import { createSyncView } from "./sync.js";
import { createTabs } from "./tabs.js";
import { createToolbar } from "./toolbar.js";

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

/** Header, tabs, the picked view and the drawer; made once per language. */
export function createShell(app) {
  const listening = new AbortController();
  const { signal } = listening;
  const status = element("p", { class: "visually-hidden", role: "status" });
  const toast = element("div", { class: "toast", role: "alert", hidden: true });
  const parts = [createHeader(app, signal), createBanners(app, signal), createTabs(app), createToolbar(app, signal), createDrawer(app, signal)];
  const [header, banners, tabs, toolbar, drawer] = parts;
  const panels = {};
  const stage = element("div", { class: "stage" });
  const main = element("main", { id: "content", tabIndex: -1 },
    banners.node, tabs.node, element("div", { class: "page" }, toolbar.node, stage));

  // A view is made when it is first opened.
  function panel(name) {
    panels[name] ??= makePanel(name);
    return panels[name];
  }

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

  function update({ before, focus } = {}) {
    const { view } = app.route;
    const current = panel(view);
    for (const [name, { node }] of Object.entries(panels)) node.hidden = name !== view;
    toolbar.node.hidden = !periodViews.has(view) || (view === "dashboard" && (app.setupOpen || !app.configured()));
    document.title = t("pageTitle", { view: t(`tabs.${view}`), product: t("product") });
    for (const part of parts) part.update();
    app.loading = current.update();
    if (before && before.view !== view) {
      scrollTo(0, 0);
      if (focus) current.node.focus({ preventScroll: true });
    }
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
