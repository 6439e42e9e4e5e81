import { element, fill } from "../parts/dom.js";
import { breakdownCharts, charts as reportCharts } from "../../charts/definitions.js";
import { loadChartLibrary } from "../../charts/library.js";
import { getBreakdowns, getKpis } from "../../api/endpoints.js";
import { createLoader } from "../../api/loader.js";
import { elapsed } from "../../logic/trends.js";
import { openView } from "../../state/route.js";
import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { createAgentComparison } from "./agent-comparison.js";
import { createCharts } from "./charts.js";
import { createHeatMap } from "./heat-map.js";
import { createKpiCards } from "./kpi-cards.js";
import { emptyNotice, errorNotice, notice } from "../parts/notices.js";
import { createVerdict } from "./verdict.js";
import { createWizard } from "../setup/wizard.js";

/** @param {App} app @param {AbortSignal} signal */
export function createDashboardView(app, signal) {
  const cards = createKpiCards(app);
  const charts = createCharts(app, signal, { id: "charts", title: "charts.title", definitions: reportCharts });
  const breakdowns = createCharts(app, signal, { id: "breakdowns", title: "charts.breakdownsTitle", definitions: breakdownCharts });
  const breakdownsMessage = element("div", { class: "view-message" });
  const chartsMessage = element("div", { class: "view-message" });
  const comparison = createAgentComparison(app);
  const heat = createHeatMap(app);
  const message = element("div", { class: "view-message" });
  const verdict = createVerdict(app);
  const figures = element("div", { class: "figures" }, verdict.node, cards.node,
    chartsMessage, charts.node, heat.node, breakdowns.node, breakdownsMessage, comparison.node);
  const wizardPlace = element("div");
  const node = element("section", {}, element("h1", { class: "visually-hidden" }, t("tabs.dashboard")), wizardPlace, message, figures);
  /** @type {ReturnType<typeof createWizard> | null} */
  let wizard = null;
  /** @type {string | null} */
  let shown = null;
  let isEmpty = false;

  /** @type {ReturnType<typeof createLoader<Api.KpiReport>>} */
  const loader = createLoader({
    start: () => figures.setAttribute("aria-busy", "true"),
    show(report) {
      figures.removeAttribute("aria-busy");
      figures.hidden = false;
      isEmpty = report.total_conversations === 0;
      fill(message, isEmpty && nothing());
      const said = verdict.show(report);
      app.learnCriteria(report.criteria_stats.map(({ id, display_name: name }) => [id, name]));
      cards.show(report);
      charts.show({ report, days: elapsed(report.daily_trends, app.today()) });
      heat.show(report.hourly_volume);
      app.emit("say", said);
    },
    fail(error) {
      figures.removeAttribute("aria-busy");
      figures.hidden = true;
      isEmpty = false;
      shown = null;
      fill(message, errorNotice(error, update));
    },
  });

  const breakdownsLoader = createLoader({
    show(answer) {
      fill(breakdownsMessage);
      breakdowns.node.hidden = false;
      breakdowns.show({ breakdowns: answer });
    },
    fail(error) {
      breakdowns.node.hidden = true;
      fill(breakdownsMessage, errorNotice(error, loadBreakdowns));
    },
  });

  const loadBreakdowns = () => breakdownsLoader.load((abort) => getBreakdowns(app.periodQuery(), abort));

  /** With data elsewhere the way out is the newest month that has some, else the first sync. */
  function nothing() {
    if (!app.months) return null;
    const [latest] = app.months;
    if (!latest && !app.mayWrite()) return emptyNotice(t("dashboard.emptyTitle"), t("signIn.viewerEmpty"));
    if (!latest) {
      return emptyNotice(t("dashboard.emptyTitle"), t("dashboard.emptyText"),
        { action: t("sync.fetch"), onAction: () => app.navigate(openView(app.route, "sync"), { focus: true }) });
    }
    return emptyNotice(t("dashboard.emptyPeriodTitle"), t("dashboard.emptyPeriodText"),
      { action: t("dashboard.showMonth", { month: format.month(latest) }), onAction: () => app.navigate({ ...app.route, period: { month: latest } }) });
  }

  function update() {
    const setup = app.mayWrite() && (!app.configured() || app.setupOpen);
    if (setup && !wizard) {
      wizard = createWizard(app, signal);
      fill(wizardPlace, wizard.node);
    } else if (!setup && wizard) {
      wizard = null;
      fill(wizardPlace);
    }
    figures.hidden = setup;
    if (setup) {
      shown = null;
      isEmpty = false;
      return fill(message);
    }
    const query = { ...app.periodQuery(), compare: app.route.compare ? "previous" : undefined };
    const key = JSON.stringify([query, app.revision]);
    if (key === shown) return undefined;
    shown = key;
    return load(query, key);
  }

  /** The figures first: they are what people open the page for. @param {Query} query @param {string} key */
  async function load(query, key) {
    const loaded = await loader.load((abort) => getKpis(query, abort));
    if (key !== shown || signal.aborted) return loaded;
    loadBreakdowns();
    comparison.update();
    loadChartLibrary().then(useLibrary, () => useLibrary(null));
    return loaded;
  }

  /** @param {unknown} library */
  function useLibrary(library) {
    fill(chartsMessage, !library && notice({ tone: "warning", title: t("charts.unavailable"), text: t("charts.unavailableText") }));
    charts.useLibrary(library);
    breakdowns.useLibrary(library);
  }

  app.on("months", () => isEmpty && fill(message, nothing()), signal);
  return {
    node,
    update,
    destroy() {
      loader.stop();
      breakdownsLoader.stop();
      comparison.stop();
      charts.destroy();
      breakdowns.destroy();
    },
  };
}
