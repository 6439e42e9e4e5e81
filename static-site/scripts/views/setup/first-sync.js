import { getKpis } from "../../api/endpoints.js";
import { createLoader } from "../../api/loader.js";
import { startAgain } from "../../api/start-again.js";
import { knowsDropouts, lastDays, overall } from "../../logic/first-sync.js";
import { canRetry, isActive } from "../../logic/runs.js";
import { setup } from "../../state/setup.js";
import { explain } from "../../texts/explain.js";
import * as format from "../../texts/format.js";
import { known, t } from "../../texts/translate.js";
import { element, fill, foreign } from "../parts/dom.js";
import { actionButton } from "../parts/fields.js";
import { notice } from "../parts/notices.js";
import { progressBar } from "../parts/progress-bar.js";
import { dayBars } from "./day-bars.js";

const mostDays = 18;
/** Figures are asked for anew only so often while conversations come in. */
const figuresMilliseconds = 2000;

/**
 * How the first synchronisation goes, with the figures of what has come.
 * @param {App} app @param {{ finish: () => void, signal: AbortSignal }} hooks
 */
export function createFirstSync(app, { finish, signal }) {
  const title = element("h2", { id: "wizard-title", tabIndex: -1 });
  const intro = element("p", { class: "wizard-intro" });
  const status = element("p", { class: "visually-hidden", role: "status" });
  const bars = element("div", { class: "first-runs" });
  const figures = element("section", { class: "first-figures", hidden: true });
  const answer = element("div", { class: "view-message" });
  const open = element("button",
    { type: "button", class: "button button-primary", dataset: { testid: "wizard-open" }, on: { click: finish } }, t("wizard.open"));
  const retry = actionButton(t("wizard.retry"), again, { testid: "wizard-retry" });
  const closeHint = element("p", { class: "field-hint" }, t("wizard.closeHint"));
  let told = "";
  let drawn = "";
  let askedAt = 0;

  const loader = createLoader({ show: showFigures, fail() {} }); // what is wrong with the server is said above
  const today = () => app.today();

  /** The runs that were started here, also by this step before a reload. @param {SyncRun[] | null} runs */
  function showRuns(runs) {
    const ids = new Set(setup.runIds());
    const mine = (runs ?? []).filter((run) => ids.has(run.id));
    const state = overall(mine);
    const isOver = mine.length > 0 && !state.isActive;
    const failed = isOver && state.failed.length > 0;
    title.textContent = t(failed ? "wizard.failedTitle" : isOver ? "wizard.doneTitle" : "wizard.runningTitle");
    intro.textContent = failed ? t("wizard.failedText") : isOver ? doneText(state.found) : t("wizard.runningText");
    retry.hidden = !failed;
    closeHint.hidden = isOver;
    if (told !== title.textContent) status.textContent = told = title.textContent;
    fill(bars, mine.length > 0 && !isOver && head(state), mine.toSorted((a, b) => a.agent_name.localeCompare(b.agent_name)).map(runLine));
    askForFigures(mine, isOver);
  }

  /** @param {number} found */
  const doneText = (found) => (found ? t("wizard.doneText", { count: found }) : t("wizard.doneNothing"));

  /** @param {ReturnType<typeof overall>} state */
  function head({ done, total, found, isListing, secondsLeft }) {
    const said = !found
      ? t("wizard.looking")
      : isListing || !total ? t("wizard.found", { count: found }) : t("wizard.progress", { done, count: total });
    return element("div", { class: "first-all" },
      element("p", { class: "first-head" }, element("strong", {}, said),
        secondsLeft > 0 && element("span", {}, t("wizard.left", { time: format.roughDuration(secondsLeft) }))),
      progressBar(said, isListing || !total ? null : done / total));
  }

  /** New figures when conversations have come since, and once more at the end. @param {SyncRun[]} mine @param {boolean} isOver */
  function askForFigures(mine, isOver) {
    const key = `${mine.map((run) => `${run.conversations_fetched} ${run.details_fetched}`)} ${isOver}`;
    if (!mine.length || key === drawn || (!isOver && Date.now() - askedAt < figuresMilliseconds)) return;
    drawn = key;
    askedAt = Date.now();
    const listed = mine.every((run) => run.phase !== "listing" && run.phase !== "queued");
    loader.load(async (asked) => {
      const month = await getKpis({ month: today().slice(0, 7) }, asked);
      return {
        report: month.total_conversations ? month : await getKpis({}, asked),
        isMonth: month.total_conversations > 0,
        listed,
        isOver,
      };
    });
  }

  /** @param {{ report: Api.KpiReport, isMonth: boolean, listed: boolean, isOver: boolean }} answer */
  function showFigures({ report, isMonth, listed, isOver }) {
    figures.hidden = !report.total_conversations;
    const days = lastDays(report.daily_trends, today(), mostDays);
    const note = !listed
      ? t("wizard.soFar")
      : !isOver ? t("wizard.listed") : isMonth && t("wizard.whole", { month: format.monthName(today().slice(0, 7), today()) });
    fill(figures,
      element("h2", {}, t("wizard.firstFigures"), " ", element("span", { class: "field-hint" }, note)),
      element("dl", { class: "first-three" },
        figure(format.count(report.total_conversations), t("wizard.figureConversations", { count: report.total_conversations }),
          days.length > 0 && isMonth && format.days(report.from ?? days[0].date, today(), today())),
        figure(rate(report.successful_count, report.finished_count), t("wizard.figureConversion"),
          share(report.successful_count, report.finished_count)),
        knowsDropouts(report, isOver)
          ? figure(rate(report.dropout_count, report.finished_count), t("wizard.figureDropouts"),
            share(report.dropout_count, report.finished_count))
          : figure(format.none, t("wizard.figureDropouts"), t("wizard.withDetails"))),
      days.length > 1 && dayBars(days));
  }

  async function again() {
    fill(answer);
    try {
      const runs = (app.runs.runs ?? []).filter((run) => setup.runIds().includes(run.id));
      const started = [];
      for (const run of runs.filter(canRetry)) started.push(...(await startAgain(run)).runs.map(({ id }) => id));
      setup.started([...runs.filter((run) => !canRetry(run)).map(({ id }) => id), ...started]);
      await app.runs.check();
    } catch (error) {
      fill(answer, notice({ tone: "error", title: t("sync.notStarted"), text: explain(error) }));
    }
  }

  app.on("runs", showRuns, signal);
  signal.addEventListener("abort", loader.stop);
  showRuns(app.runs.runs);
  app.runs.check();
  return {
    title,
    node: element("div", { class: "first-sync", dataset: { testid: "first-sync" } }, title, intro, status, bars, figures, answer,
      element("div", { class: "first-end" }, open, retry, closeHint)),
  };
}

/** @param {string} value @param {string} name @param {Child} note */
const figure = (value, name, note) =>
  element("div", { class: "first-figure" }, element("dt", {}, name), element("dd", { class: "first-value" }, value),
    note && element("dd", { class: "first-note" }, note));

/** @param {number} part @param {number} whole */
const rate = (part, whole) => format.percent(whole ? (100 * part) / whole : null);

/** @param {number} part @param {number} whole */
const share = (part, whole) => whole > 0 && t("wizard.ofAll", { done: part, total: whole });

/** @param {SyncRun} run */
function runLine(run) {
  const isOver = !isActive(run);
  const counted = run.details_total > 0
    ? t("wizard.ofAll", { done: run.details_fetched + run.details_failed, total: run.details_total })
    : isOver ? t("wizard.conversations", { count: run.conversations_fetched })
    : t(run.phase === "queued" ? "wizard.waiting" : "wizard.listing");
  const wrong = run.error_code || run.error_message;
  return element("div", { class: "first-run", dataset: { testid: "first-run", status: run.status } },
    element("span", { class: "agent-name" }, foreign(run.agent_name || run.agent_id)),
    progressBar(run.agent_name,
      isOver && !canRetry(run)
      ? 1
      : run.details_total ? (run.details_fetched + run.details_failed) / run.details_total : isOver ? 0 : null),
    element("span", { class: "first-count" }, isOver ? [known("sync.statuses", run.status), " · ", counted] : counted),
    wrong && element("p", { class: "sync-error" }, known("errors", run.error_code ?? "", run.error_message ?? "")));
}
