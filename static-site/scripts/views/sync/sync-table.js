import { element, fill, foreign } from "../parts/dom.js";
import { cancelSync } from "../../api/endpoints.js";
import { canRetry, isActive, progress } from "../../logic/runs.js";
import { dayOf, startAgain } from "../../api/start-again.js";
import { explain } from "../../texts/explain.js";
import * as format from "../../texts/format.js";
import { known, t } from "../../texts/translate.js";
import { badge } from "../parts/badges.js";
import { actionButton } from "../parts/fields.js";
import { tableBox } from "../parts/tables.js";

const roles = new Map([
  ["completed", "success"], ["partial", "warning"], ["failed", "failure"], ["running", "info"], ["queued", "info"], ["cancelled", "plain"],
]);
const columns = ["requested", "agent", "type", "period", "status", "progress", "found", "changed", "details", "actions"];

/** Rows are kept while they live, so that a poll every second neither flickers nor steals the focus. @param {App} app @param {(message: any) => void} say */
export function createSyncTable(app, say) {
  const body = element("tbody");
  const rows = new Map();
  const node = tableBox(t("sync.history"), element("table", { class: "sync-table" },
    element("thead", {}, element("tr", {}, columns.map((name) =>
      element("th", { scope: "col", class: ["found", "changed", "details"].includes(name) && "numeric" }, t(`sync.columns.${name}`))))), body), { hiddenCaption: true });

  /** @param {SyncRun[]} runs */
  function show(runs) {
    const wanted = new Set(runs.map((run) => run.id));
    for (const [id, row] of rows) {
      if (wanted.has(id)) continue;
      row.node.remove();
      rows.delete(id);
    }
    runs.forEach((run, index) => {
      const content = JSON.stringify(run);
      const row = rows.get(run.id) ?? { node: element("tr", { dataset: { testid: "sync-row", status: run.status } }), content: null };
      if (row.content !== content) fillRow(row, run);
      row.content = content;
      rows.set(run.id, row);
      if (body.children[index] !== row.node) body.insertBefore(row.node, body.children[index] ?? null);
    });
  }

  /** @param {any} row @param {SyncRun} run */
  function fillRow(row, run) {
    row.node.dataset.status = run.status;
    const kept = row.status === run.status ? row.actions : null;
    row.actions = kept ?? element("td", {}, actions(run));
    row.status = run.status;
    const cells = [
      element("th", { scope: "row", class: "nowrap" }, format.dateTime(run.started_at ?? run.requested_at)),
      element("td", {}, foreign(run.agent_name || app.agentName(run.agent_id))),
      element("td", {}, known("sync.types", run.sync_type)),
      element("td", { class: "nowrap" }, run.period_from ? format.range(dayOf(run.period_from) ?? "", dayOf(run.period_to ?? run.period_from) ?? "") : format.none),
      element("td", {}, badge(known("sync.statuses", run.status), roles.get(run.status) ?? "plain")),
      element("td", { class: "sync-progress" }, progressCell(run)),
      element("td", { class: "numeric" }, format.count(run.conversations_fetched)),
      element("td", { class: "numeric nowrap" }, t("sync.newUpdated", { fresh: run.new_count ?? 0, updated: run.updated_count ?? 0 })),
      element("td", { class: "numeric nowrap" }, detailsText(run)),
    ];
    // The cell with the button stays in place: taken out and put back, the button would lose the focus.
    if (kept) {
      while (row.node.firstChild !== kept) row.node.firstChild.remove();
      kept.before(...cells);
    } else {
      fill(row.node, cells, row.actions);
    }
  }

  /** @param {SyncRun} run */
  function actions(run) {
    if (!app.mayWrite()) return null;
    if (isActive(run)) return actionButton(t("sync.cancel"), () => attempt(() => cancelSync(run.id)));
    if (!canRetry(run)) return null;
    return actionButton(t("sync.retry"), () => attempt(() => startAgain(run)));
  }

  /** @param {() => Promise<unknown>} work */
  async function attempt(work) {
    try {
      await work();
    } catch (error) {
      say({ tone: "error", title: t("errors.title"), text: explain(error) });
    }
    await app.runs.check();
  }

  return { node, show };
}

/** @param {SyncRun} run */
function detailsText(run) {
  const text = t("sync.ofTotal", { done: run.details_fetched ?? 0, total: run.details_total ?? 0 });
  return run.details_failed ? [text, element("span", { class: "details-failed" }, t("sync.detailsFailed", { count: run.details_failed }))] : text;
}

/** @param {SyncRun} run */
function progressCell(run) {
  if (run.error_message || run.error_code) {
    // The server's own words name the conversations; they are English, so they stand behind the translation.
    return element("p", { class: "sync-error", title: run.error_message ?? "" }, known("errors", run.error_code ?? "", run.error_message ?? run.error_code ?? ""));
  }
  if (!isActive(run)) return run.finished_at && run.started_at ? took(run) : format.none;
  const done = progress(run);
  const phase = known("sync.phases", run.phase ?? run.status);
  // While it lists, more details may still be planned, so the time left would be too short.
  const label = run.phase === "details" && run.secs_left ? t("sync.left", { phase, time: format.duration(run.secs_left) }) : phase;
  return [
    element("progress", { "aria-label": phase, max: 1, ...(done === null ? {} : { value: done }) }),
    element("span", { class: "muted" }, label),
  ];
}

/** @param {SyncRun} run */
const took = (run) => t("sync.took", { time: format.duration(Math.max(0, (Date.parse(run.finished_at ?? "") - Date.parse(run.started_at ?? "")) / 1000)) });
