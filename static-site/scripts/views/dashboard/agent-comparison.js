import { element, fill, foreign } from "../parts/dom.js";
import { getKpis } from "../../api/endpoints.js";
import { createLoader } from "../../api/loader.js";
import { rates } from "../../logic/rates.js";
import { pickedAgents } from "../../state/agents.js";
import { openConversations } from "../../state/route.js";
import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { routeLink } from "../parts/links.js";
import { errorNotice } from "../parts/notices.js";
import { dataTable, skeletonTable } from "../parts/tables.js";

/** Figures in columns: what is shown, the unit, and the conversations that it counts. @type {Array<[string, (report: Api.KpiReport) => number | null, string, Filters]>} */
const figures = [
  ["conversations", (r) => r.total_conversations, "count", {}],
  ["conversion", rates.conversion_rate, "percent", { status: "finished", outcome: "success" }],
  ["connections", rates.connection_rate, "percent", { status: "done" }],
  ["dropouts", rates.dropout_rate, "percent", { dropout: "true" }],
  ["transfers", rates.transfer_rate, "percent", { transferred: "true" }],
  ["errors", rates.error_rate, "percent", { error: "true" }],
  ["duration", (r) => r.avg_duration_secs, "duration", { duration_min: "1" }],
  ["rating", (r) => r.avg_rating, "rating", { rated: "true" }],
  ["cost", (r) => r.avg_cost_per_session, "credits", { cost_known: "true" }],
];

/** The same figures of each agent side by side; nothing with one agent only. @param {App} app */
export function createAgentComparison(app) {
  const place = element("div", { class: "comparison-place" });
  const node = element("section", { class: "comparison", hidden: true, "aria-labelledby": "comparison-title", dataset: { testid: "agent-comparison" } },
    element("h2", { id: "comparison-title" }, t("comparison.title")), element("p", { class: "view-intro" }, t("comparison.intro")), place);

  const loader = createLoader({
    start: () => place.setAttribute("aria-busy", "true"),
    show(reports) {
      place.removeAttribute("aria-busy");
      fill(place, dataTable(t("comparison.title"),
        [{ title: t("toolbar.agent") }, ...figures.map(([name]) => ({ title: t(`comparison.${name}`), numeric: true }))],
        reports.map(row), { hiddenCaption: true }));
    },
    fail(error) {
      place.removeAttribute("aria-busy");
      fill(place, errorNotice(error, update));
    },
  });

  /** @param {{ id: string, report: Api.KpiReport }} one */
  const row = ({ id, report }) => [foreign(app.agentName(id)), ...figures.map(([, value, unit, filters]) => cell(id, value(report), unit, filters))];

  /** @param {string} id @param {number | null} value @param {string} unit @param {Filters} filters */
  function cell(id, value, unit, filters) {
    if (value === null) return format.none;
    return routeLink(app, { ...openConversations(app.route, filters), agent: id }, {}, format.figure(value, unit));
  }

  function update() {
    const picked = pickedAgents(app.route);
    /** @param {App} app */
    const ids = app.settings.agents.map(({ id }) => id).filter((id) => !picked.length || picked.includes(id));
    node.hidden = ids.length < 2;
    if (node.hidden) return loader.stop();
    if (!place.firstChild) fill(place, skeletonTable(ids.length + 1));
    const query = app.periodQuery();
    return loader.load((signal) => Promise.all(ids.map(async (id) => ({ id, report: await getKpis({ ...query, agent_id: id }, signal) }))));
  }

  return { node, update, stop: loader.stop };
}
