import { dayOf, startAgain } from "../../api/start-again.js";
import { canRetry } from "../../logic/runs.js";
import { explain } from "../../texts/explain.js";
import * as format from "../../texts/format.js";
import { known, t } from "../../texts/translate.js";
import { element, fill, foreign } from "../parts/dom.js";
import { actionButton } from "../parts/fields.js";
import { icon } from "../parts/icons.js";
import { tableBox } from "../parts/tables.js";

const marks = new Map([["completed", "check"], ["partial", "warning"], ["failed", "cross"], ["cancelled", "close"]]);
const columns = ["requested", "type", "agent", "status", "period", "fresh", "updated", "took", "actions"];
const numeric = new Set(["fresh", "updated", "took"]);

/**
 * Runs that are over. Rows are kept while they live, so that new ones neither flicker nor steal the focus.
 * @param {App} app @param {(message: any) => void} say
 */
export function createSyncTable(app, say) {
  const body = element("tbody");
  /** @type {Map<number, { node: HTMLElement, content: string }>} */
  const rows = new Map();
  const node = tableBox(t("sync.history"), element("table", { class: "sync-table cards-when-narrow" },
    element("thead", {},
      element("tr", {},
        columns.map((name) =>
          element("th", { scope: "col", class: numeric.has(name) && "numeric" },
            name === "actions" ? element("span", { class: "visually-hidden" }, t("sync.columns.actions")) : t(`sync.columns.${name}`))))),
            body), { hiddenCaption: true });

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
      const row = rows.get(run.id) ?? { node: element("tr", { dataset: { testid: "sync-row" } }), content: "" };
      if (row.content !== content) fillRow(row.node, run);
      row.content = content;
      rows.set(run.id, row);
      if (body.children[index] !== row.node) body.insertBefore(row.node, body.children[index] ?? null);
    });
  }

  /** @param {HTMLElement} row @param {SyncRun} run */
  function fillRow(row, run) {
    row.dataset.status = run.status;
    const began = run.started_at ?? run.requested_at;
    const [from, to] = [dayOf(run.period_from), dayOf(run.period_to ?? run.period_from)];
    fill(row,
      element("th", { scope: "row", class: "nowrap" }, element("span", { class: "muted" }, format.shortDay(began.slice(0, 10))), " ",
        element("span", { title: format.dateTime(began) }, format.time(began))),
      cell("type", known("sync.types", run.sync_type)),
      cell("agent", foreign(run.agent_name || app.agentName(run.agent_id))),
      cell("status", state(run)),
      cell("period", from && to ? format.days(from, to, app.today()) : format.none),
      cell("fresh", run.status === "failed" && !run.new_count ? format.none : format.count(run.new_count)),
      cell("updated", run.status === "failed" && !run.updated_count ? format.none : format.count(run.updated_count)),
      cell("took", run.started_at && run.finished_at ? format.duration(secondsOf(run)) : format.none),
      element("td", { class: "sync-actions" }, app.mayWrite() && canRetry(run) && retry(run)));
  }

  /** The heading is read with a cell where the table has become cards. @param {string} name @param {...Child} content */
  const cell = (name, ...content) =>
    element("td", { class: numeric.has(name) && "numeric", dataset: { label: t(`sync.columns.${name}`) } }, content);

  /** @param {SyncRun} run */
  function retry(run) {
    const button = actionButton(t("sync.retry"), async () => {
      try {
        await startAgain(run);
      } catch (error) {
        say({ tone: "error", title: t("errors.title"), text: explain(error) });
      }
      await app.runs.check();
    });
    button.classList.add("button-small");
    return button;
  }

  return { node, show };
}

/** @param {SyncRun} run */
const secondsOf = (run) => Math.max(0, Math.round((Date.parse(run.finished_at ?? "") - Date.parse(run.started_at ?? "")) / 1000));

/** Its word, and in a few more why; the whole reason unfolds. @param {SyncRun} run */
function state(run) {
  const word = known("sync.statuses", run.status);
  const mark = icon(marks.get(run.status) ?? "question");
  const code = run.error_code ?? "";
  const why = run.details_failed > 0 && run.status === "partial"
    ? t("sync.withoutDetails", { count: run.details_failed, total: run.details_total })
    : code && known("sync.reasons", code, "");
  const text = why ? t("sync.because", { status: word, reason: why }) : word;
  if (!code && !run.error_message) return element("span", { class: ["run-state", `run-${run.status}`] }, mark, text);
  // The server's own words name the conversations; they are English, so they stand behind the translation.
  const whole = known("errors", code, run.error_message ?? code);
  return element("details", { class: ["run-state", `run-${run.status}`] },
    element("summary", {}, mark, element("span", {}, text)),
    element("p", { class: "run-why" }, whole),
    run.error_message && whole !== run.error_message && element("p", { class: "run-words", lang: "en" }, run.error_message));
}
