import { request, requestNow } from "../../api/api.js";
import { worstFirst } from "../../logic/criterion-failures.js";
import { agentsInScope } from "../../state/agents.js";
import { combine } from "../../state/filters.js";

/** As many of the worst as a report has room for. */
export const mostWorst = 5;

/**
 * What a report is made of: the figures of all its agents together, of each, and the worst conversations without success.
 * @typedef {{ report: Api.KpiReport, agents: import("../../logic/criteria-board.js").AgentReport[], worst: ListedConversation[], notes:
 * import("../../logic/day-notes.js").DayNote[] }} ReportData
 */

/** @param {App} app @returns {Array<[path: string, query: Query]>} */
function questions(app) {
  const query = app.kpiQuery();
  const ids = agentsInScope(app.route, app.settings.agents);
  // Where the page's conditions leave none, nothing has an id that nothing can have.
  const failed = combine(app.route.filters, { status: "finished", outcome: "failure" }) ?? { ids: "none" };
  return [
    ["kpis", query],
    ["conversations", { ...app.periodQuery(), ...failed, sort: worstFirst, per_page: mostWorst }],
    ["notes", app.periodQuery()],
    ...(ids.length > 1 ? ids.map((id) => /** @type {[string, Query]} */ (["kpis", { ...query, agent_id: id }])) : []),
  ];
}

/** @param {App} app @param {any[]} answers @returns {ReportData} */
function dataOf(app, [report, failed, noted, ...others]) {
  const ids = agentsInScope(app.route, app.settings.agents);
  return {
    report,
    worst: failed.conversations,
    notes: noted.notes,
    agents: ids.length > 1 ? ids.map((agent, index) => ({ agent, report: others[index] })) : [{ agent: ids[0] ?? "", report }],
  };
}

/** @param {App} app */
export const loadReport = async (app) => dataOf(app, await Promise.all(questions(app).map(([path, query]) => request(path, { query }))));

/** The same while the browser waits; null when something of it cannot be had. @param {App} app */
export function loadReportNow(app) {
  const answers = questions(app).map(([path, query]) => requestNow(path, query));
  return answers.includes(null) ? null : dataOf(app, answers);
}
