import { getBreakdowns, getKpis } from "../../api/endpoints.js";
import { createLoader } from "../../api/loader.js";
import { boardGroups, weakestRows } from "../../logic/criteria-board.js";
import { criterionRates } from "../../logic/criterion-days.js";
import { wordChanges } from "../../logic/criteria-words.js";
import { elapsed } from "../../logic/trends.js";
import { agentsInScope } from "../../state/agents.js";
import { t } from "../../texts/translate.js";
import { element, fill } from "../parts/dom.js";
import { loadFailure } from "../parts/load-failure.js";
import { emptyNotice } from "../parts/notices.js";
import { skeletonTable } from "../parts/tables.js";
import { boardTable } from "./board-table.js";
import { createCriterionPanel } from "./criterion-panel.js";
import { intro } from "./intro.js";

/**
 * What the board shows of one agent. @typedef {{ agent: string, report: Api.KpiReport, rates: Map<string, Array<number | null>> }}
 * AgentCriteria
 * @typedef {import("../../logic/criteria-board.js").BoardRow} BoardRow
 */

/**
 * Which criteria are met how often, the weakest first, and what is behind the one that is picked.
 * @param {App} app @param {AbortSignal} signal
 */
export function createCriteriaView(app, signal) {
  const headline = element("h1", { class: "criteria-lead" }, t("tabs.criteria"));
  const more = element("p", { class: "criteria-more" });
  const place = element("div", { class: "criteria-place" }, skeletonTable(8));
  const panel = createCriterionPanel(app, signal, { closed: () => mark(null), moved: () => showBeside() });
  const node = element("section", { class: "criteria-view" }, element("div", { class: "criteria-main" }, headline, more, place),
    panel.node);
  /** @type {string | null} */
  let shown = null;
  /** The one that was looked at last. @type {BoardRow | null} */
  let picked = null;
  /** Shows it in the panel, where that has room beside the board. */
  let showBeside = () => {};

  /** @type {ReturnType<typeof createLoader<AgentCriteria[]>>} */
  const loader = createLoader({
    start: () => place.setAttribute("aria-busy", "true"),
    show,
    fail(error) {
      place.removeAttribute("aria-busy");
      shown = null;
      panel.hide();
      showBeside = () => {};
      fill(more);
      headline.textContent = t("tabs.criteria");
      fill(place, loadFailure("criteria", error, update));
    },
  });

  /** @param {AgentCriteria[]} agents */
  function show(agents) {
    place.removeAttribute("aria-busy");
    app.emit("counted", agents.reduce((sum, { report }) => sum + report.total_conversations, 0));
    app.emit("compared", agents[0]?.report.comparison ?? null);
    app.learnCriteria(
      agents.flatMap(({ report }) =>
        report.criteria_stats.map(({ id, display_name: name }) => /** @type {[string, string | null]} */ ([id, name]))));
    const groups = boardGroups(agents);
    const rows = groups.flatMap((group) => group.rows);
    node.classList.toggle("criteria-none", !rows.length);
    if (!rows.length) {
      panel.hide();
      showBeside = () => {};
      headline.textContent = t("tabs.criteria");
      fill(more);
      return fill(place, emptyNotice(t("criteria.empty"), t("criteria.emptyText")));
    }
    const comparison = agents.find(({ report }) => report.comparison)?.report.comparison;
    const words = wordChanges(rows, comparison, app.today());
    headline.textContent = words.lead;
    const [weakest] = weakestRows(rows);
    fill(more, intro(app, weakest, words.more));
    /** @param {BoardRow} row */
    const trendOf = (row) => agents.find(({ agent }) => agent === row.agent)?.rates.get(row.id);
    fill(place, boardTable(app, { groups, comparison, trendOf, pick: (row) => pick(row, true), hasAgents: agents.length > 1 }));
    picked = rows.find(({ id, agent }) => id === picked?.id && agent === picked.agent) ?? weakest;
    showBeside = () => panel.isBeside() && picked && pick(picked, false);
    if (panel.isBeside()) showBeside();
    else panel.hide();
    return undefined;

    /** @param {BoardRow} row @param {boolean} asked By a person, who then wants to see it. */
    function pick(row, asked) {
      const of = agents.find(({ agent }) => agent === row.agent);
      if (!of) return;
      picked = row;
      mark(row);
      panel.show({ row, days: elapsed(of.report.daily_trends, app.today()), rates: of.rates.get(row.id) ?? [],
        hasAgents: agents.length > 1 }, asked);
    }
  }

  /** @param {BoardRow | null} one */
  function mark(one) {
    for (const row of /** @type {NodeListOf<HTMLElement>} */ (place.querySelectorAll("tr[data-id]"))) {
      const isPicked = one !== null && row.dataset.id === one.id && row.dataset.agent === one.agent;
      row.classList.toggle("picked", isPicked);
      row.querySelector(".criteria-pick")?.setAttribute("aria-pressed", String(isPicked));
    }
  }

  function update() {
    const query = app.kpiQuery();
    const key = JSON.stringify([query, app.revision]);
    if (key === shown) return undefined;
    shown = key;
    return loader.load((abort) => Promise.all(agentsInScope(app.route, app.settings.agents).map(async (agent) => {
      const [report, breakdowns] =
        await Promise.all(
          [getKpis({ ...query, agent_id: agent }, abort),
            getBreakdowns({ ...app.periodQuery(), ...app.route.filters, agent_id: agent }, abort)]);
      return {
        agent,
        report,
        rates: criterionRates(breakdowns.criteria_daily, elapsed(report.daily_trends, app.today()).map(({ date }) => date)),
      };
    })));
  }

  return {
    node,
    update,
    destroy() {
      loader.stop();
      panel.hide();
    },
  };
}
