import { narrowedViews, openView } from "../../state/route.js";
import { t } from "../../texts/translate.js";
import { isPhone, onBreadth } from "../parts/breadth.js";
import { element, fill } from "../parts/dom.js";
import { brand, icon } from "../parts/icons.js";
import { routeLink } from "../parts/links.js";
import { createSheet } from "../parts/sheet.js";
import { createConditions } from "../conditions/conditions.js";
import { agentsName, createAgentSelect } from "./agent-select.js";
import { createCompareSelect } from "./compare-select.js";
import { createExportMenu } from "./export-menu.js";
import { createFreshness } from "./freshness.js";
import { createLinkMenu } from "./link-menu.js";
import { createPeriodPicker, periodName } from "./period-picker.js";
import { createSampleTag } from "./sample-tag.js";

/** Views that show figures of a period; the others have no use for its picker. */
const periodViews = new Set([...narrowedViews, "segments"]);

/**
 * The bar that stays above every view: what the figures are about, how old they are, and what can be done with them; below, the chips of
 * the conditions. A view adds its own by its `bar`: `start` in place of agent and period, `end` before the export.
 * On a phone one button says what it is about and opens it, another opens what can be done, and `end` stands in the row below.
 * @param {App} app @param {AbortSignal} signal
 */
export function createToolbar(app, signal) {
  const agents = createAgentSelect(app, signal);
  const period = createPeriodPicker(app, signal);
  const compare = createCompareSelect(app, signal);
  const freshness = createFreshness(app, signal);
  const link = createLinkMenu(app, signal);
  const files = createExportMenu(app, signal);
  const conditions = createConditions(app, signal);
  const parts = [agents, period, compare, conditions, freshness, link, files];
  const print = element("button", {
    type: "button", class: "icon-button", "aria-label": t("toolbar.print"), title: t("toolbar.print"), dataset: { testid: "print" }, on: {
      click: () => app.print(),
    },
  }, icon("print"));
  const scope = createSheet({ title: t("toolbar.scope"), testid: "scope-sheet" });
  const actions = createSheet({ title: t("nav.more"), testid: "actions-sheet" });
  const summary = element("button",
    { type: "button", class: "context-summary", dataset: { testid: "scope-button" }, on: { click: scope.open } });
  const actionsButton = element("button", {
    type: "button", class: "icon-button", "aria-label": t("toolbar.actions"), title: t("toolbar.actions"),
    dataset: { testid: "actions-button" }, on: { click: actions.open },
  }, icon("more"));
  const sample = createSampleTag(app, signal);
  const [start, filter, row] = ["context-start", "context-filter", "context-chips"].map((name) => element("div", { class: name }));
  const end = element("div", { class: "context-end" });
  const line = element("div", { class: "context-row" });
  const node = element("header", { class: "context-bar", id: "bar", "aria-label": t("toolbar.label"), tabIndex: -1 }, line, row);
  /** @type {View["bar"]} */
  let slots;
  /** @type {string | null} */
  let arranged = null;

  /** Where everything stands; only when that changes, so that nothing loses the focus. */
  function arrange() {
    const { view } = app.route;
    const key = JSON.stringify([view, isPhone(), app.settings.demo, app.mayWrite()]);
    if (key === arranged) return;
    arranged = key;
    const isOfPeriod = periodViews.has(view);
    const isNarrowed = narrowedViews.has(view);
    scope.close();
    actions.close();
    const about = slots?.start ?? (isOfPeriod ? [agents.node, period.node, isNarrowed && compare.node] : []);
    const tools = [freshness.node, isOfPeriod && link.node, isOfPeriod && print, !isPhone() && slots?.end,
      isNarrowed && app.mayWrite() && files.node];
    fill(filter, isNarrowed && conditions.button);
    fill(row, isNarrowed && conditions.row, isPhone() && slots?.end);
    fill(scope.body);
    fill(actions.body);
    if (isPhone()) {
      fill(scope.body, about);
      fill(actions.body, tools);
      fill(line, routeLink(app, openView(app.route, "dashboard"), { class: "context-brand", "aria-label": t("product") }, brand(28)),
        isOfPeriod ? summary : element("span", { class: "context-title" }, t(`tabs.${view}`)), filter, app.settings.demo && sample,
        actionsButton);
    } else {
      fill(start, about);
      fill(end, app.settings.demo && sample, tools);
      fill(line, start, filter, end);
    }
  }

  function update() {
    for (const part of parts) part.update();
    fill(summary, element("span", { class: "context-period" }, periodName(app.route.period, app.today()), icon("down")),
      // The tag of sample data takes the place of their age.
      element("span", { class: "context-agents" }, app.settings.demo ? agentsName(app) : `${agentsName(app)} · ${freshness.text()}`));
    arrange();
  }

  app.on("facts", update, signal);
  onBreadth(signal, arrange);
  return {
    node,
    sheets: [scope.node, actions.node, conditions.sheet],
    update,
    /** The parts of the view that is shown now. @param {View["bar"]} bar */
    show(bar) {
      if (bar === slots) return;
      slots = bar;
      arranged = null;
      arrange();
    },
  };
}
