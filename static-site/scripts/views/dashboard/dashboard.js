import { getBreakdowns, getData, getKpis, getNotes } from "../../api/endpoints.js";
import { createLoader } from "../../api/loader.js";
import { loadChartLibrary } from "../../charts/library.js";
import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { openView } from "../../state/route.js";
import { element, fill } from "../parts/dom.js";
import { loadFailure } from "../parts/load-failure.js";
import { emptyNotice, notice } from "../parts/notices.js";
import { createWaysOut } from "../conditions/ways-out.js";
import { createWizard } from "../setup/wizard.js";
import { createAgentsTable } from "./agents-table.js";
import { createCollectedData } from "./collected-data.js";
import { createCriteriaChanges } from "./criteria-changes.js";
import { createFailingTools } from "./failing-tools.js";
import { createFeelings } from "./feelings.js";
import { createFigureGroups } from "./figure-groups.js";
import { createFunnel } from "./funnel.js";
import { createHeatMap } from "./heat-map.js";
import { createDurations, createLatency } from "./histogram.js";
import { createLeadChart } from "./lead-chart.js";
import { createLeadFigure } from "./lead-figure.js";
import {
  createCampaigns, createChannels, createEnds, createLanguages, createSources, createTags, createTransfers, createVersions,
} from "./rankings.js";
import { createVerdict } from "./verdict.js";
import { createZoom } from "./zoom.js";

/** @param {App} app @param {AbortSignal} signal */
export function createDashboardView(app, signal) {
  const waysOut = createWaysOut(app);
  const verdict = createVerdict(app);
  const zoom = createZoom(app, signal);
  const lead = createLeadFigure(app);
  const chart = createLeadChart(app, signal, { narrow: zoom.narrow, noted: loadNotes });
  const groups = createFigureGroups(app);
  const agents = createAgentsTable(app);
  const [criteria, tools, funnel, heat, feelings] =
    [createCriteriaChanges(app, signal), createFailingTools(app, signal), createFunnel(app, signal), createHeatMap(app, signal),
      createFeelings(app, signal)];
  /** What the breakdowns fill. */
  const brokenDown =
    [tools, ...[createDurations, createEnds, createLatency, createChannels, createLanguages, createSources, createVersions, createTags,
      createTransfers, createCampaigns].map((create) => create(app, signal))];
  const [, durations, ends, latency, channels, languages, sources, versions, tags, transfers, campaigns] = brokenDown;
  const data = createCollectedData(app, signal);
  const message = element("div", { class: "view-message" });
  const chartsMessage = element("div", { class: "view-message" });
  const breakdownsMessage = element("div", { class: "view-message" });
  const more = element("div", { class: "dashboard-more" },
    groups.node, breakdownsMessage, agents.node, element("h2", { class: "panels-title" }, t("panels.more")),
    row("three", criteria, tools, funnel), row("three", heat, durations, ends),
    row("four", feelings, versions, tags, transfers, campaigns),
    row("four", latency, channels, languages, sources), row("one", data));
  const figures = element("div", { class: "figures" }, verdict.node, message, zoom.node, chartsMessage,
    element("div", { class: "lead" }, lead.node, chart.node), more);
  const wizardPlace = element("div");
  const failed = element("div", { class: "view-message" });
  const node = element("section", {}, element("h1", { class: "visually-hidden" }, t("tabs.dashboard")), wizardPlace, failed, figures);
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
      fill(failed);
      isEmpty = report.total_conversations === 0;
      if (isEmpty) waysOut.look();
      fill(message, isEmpty && nothing());
      message.classList.toggle("view-message-empty", isEmpty);
      more.hidden = isEmpty;
      app.emit("counted", report.total_conversations);
      app.emit("compared", report.comparison);
      const said = verdict.show(report);
      app.learnCriteria(report.criteria_stats.map(({ id, display_name: name }) => [id, name]));
      lead.show(report);
      chart.show(report);
      for (const part of [groups, criteria, funnel, feelings]) part.show(report);
      heat.show(report.hourly_volume);
      app.emit("say", said);
    },
    fail(error) {
      figures.removeAttribute("aria-busy");
      figures.hidden = true;
      isEmpty = false;
      shown = null;
      fill(failed, loadFailure("kpis", error, update));
    },
  });

  /** @type {ReturnType<typeof createLoader<Api.Breakdowns>>} */
  const breakdownsLoader = createLoader({
    show(breakdowns) {
      fill(breakdownsMessage);
      agents.show(breakdowns);
      groups.showBreakdowns(breakdowns);
      for (const part of brokenDown) part.show(breakdowns);
    },
    fail(error) {
      agents.hide();
      fill(breakdownsMessage, loadFailure("breakdowns", error, () => loadBreakdowns(app.kpiQuery())));
      for (const part of brokenDown) part.fail(t("panels.notLoaded"));
    },
  });

  /** @type {ReturnType<typeof createLoader<Api.DataReport>>} */
  const dataLoader = createLoader({ show: data.show, fail: () => data.fail(t("panels.notLoaded")) });

  /** Charts without notes are better than none. @type {ReturnType<typeof createLoader<Api.Notes>>} */
  const notesLoader = createLoader({ show: ({ notes }) => chart.showNotes(notes), fail: () => chart.showNotes([]) });

  function loadNotes() {
    return notesLoader.load((abort) => getNotes(app.periodQuery(), abort));
  }

  /** @param {Query} asked */
  const loadBreakdowns = (asked) => breakdownsLoader.load((abort) => getBreakdowns(asked, abort));

  /** With data elsewhere the way out is the newest month that has some, else the first sync. */
  function nothing() {
    if (Object.keys(app.route.filters).length) return waysOut.notice();
    if (!app.months) return null;
    const [latest] = app.months;
    if (!latest && !app.mayWrite()) return emptyNotice(t("dashboard.emptyTitle"), t("signIn.viewerEmpty"));
    if (!latest) {
      return emptyNotice(t("dashboard.emptyTitle"), t("dashboard.emptyText"),
        { action: t("sync.fetch"), onAction: () => app.navigate(openView(app.route, "sync"), { focus: true }) });
    }
    return emptyNotice(t("dashboard.emptyPeriodTitle"), t("dashboard.emptyPeriodText"),
      { action: t("dashboard.showMonth", { month: format.month(latest) }),
        onAction: () => app.navigate({ ...app.route, period: { month: latest } }) });
  }

  function update() {
    const setup = app.inSetup();
    if (setup && !wizard) {
      wizard = createWizard(app, signal);
      fill(wizardPlace, wizard.node);
    } else if (!setup && wizard) {
      wizard = null;
      fill(wizardPlace);
    }
    figures.hidden = setup;
    zoom.update();
    if (setup) {
      shown = null;
      isEmpty = false;
      return fill(failed);
    }
    const asked = app.kpiQuery();
    const key = JSON.stringify([asked, app.revision]);
    if (key === shown) return undefined;
    shown = key;
    agents.expect();
    return load(asked, key);
  }

  /** The figures first: they are what people open the page for. @param {Query} asked @param {string} key */
  async function load(asked, key) {
    const loaded = await loader.load((abort) => getKpis(asked, abort));
    if (key !== shown || signal.aborted) return loaded;
    if (loaded) void loadNotes();
    if (loaded && !isEmpty) void loadBreakdowns(asked).then(() => dataLoader.load((abort) => getData(dataQuery(asked), abort)));
    loadChartLibrary().then(useLibrary, () => useLibrary(null));
    return loaded;
  }

  /** @param {unknown} library */
  function useLibrary(library) {
    fill(chartsMessage, !library && notice({ tone: "warning", title: t("charts.unavailable"), text: t("charts.unavailableText") }));
    chart.useLibrary(library);
  }

  app.on("months", () => isEmpty && fill(message, nothing()), signal);
  return {
    node,
    update,
    destroy() {
      loader.stop();
      breakdownsLoader.stop();
      dataLoader.stop();
      notesLoader.stop();
      waysOut.stop();
      chart.destroy();
    },
  };
}

/** Collected data are not compared. @param {Query} asked @returns {Query} */
const dataQuery = ({ compare: _, ...asked }) => asked;

/** Sections side by side. @param {string} kind @param {...{ node: HTMLElement }} panels */
const row = (kind, ...panels) => element("div", { class: ["panels", `panels-${kind}`] }, panels.map(({ node }) => node));
