import { startSync } from "../../api/endpoints.js";
import { syncTruth } from "../../logic/sync-truth.js";
import { explain } from "../../texts/explain.js";
import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { element, fill } from "../parts/dom.js";
import { actionButton } from "../parts/fields.js";
import { icon } from "../parts/icons.js";
import { notice } from "../parts/notices.js";
import { createAgentsFreshness } from "./agents-freshness.js";
import { createHistory } from "./history.js";
import { createLiveRuns } from "./live-runs.js";
import { createNights } from "./nights.js";
import { createObstacles } from "./obstacles.js";
import { createSyncForm } from "./sync-form.js";

/**
 * How true the data are, what runs, what stands in the way, how the nights went, and the history.
 * @param {App} app @param {AbortSignal} signal
 */
export function createSyncView(app, signal) {
  const title = element("h1", { class: "sync-title" });
  const truth = element("p", { class: "sync-truth" });
  const next = element("p", { class: "field-hint" });
  const answer = element("div", { class: "view-message", role: "status" });
  /** @param {any} props */
  const say = (props) => fill(answer, props && notice(props));
  const form = createSyncForm(app, say);
  const live = createLiveRuns(app, say);
  const obstacles = createObstacles(app, signal);
  const agents = createAgentsFreshness(app);
  const history = createHistory(app, say, signal);
  const nights = createNights(app, history.showDay, signal);
  const all = actionButton(t("sync.now"), startAll, { testid: "sync-now", before: icon("sync") });
  const other = element("button", {
    type: "button", class: "button button-quiet", "aria-expanded": "false", "aria-controls": "sync-other", dataset: {
      testid: "sync-other",
    },
    on: {
      click() {
        panel.hidden = !panel.hidden;
        other.setAttribute("aria-expanded", String(!panel.hidden));
        if (!panel.hidden) /** @type {HTMLElement | null} */ (panel.querySelector("input, select"))?.focus();
      },
    },
  }, element("span", { class: "words-long" }, t("sync.otherDays")), element("span", { class: "words-short" }, t("sync.otherShort")),
  icon("down"));
  const panel = element("div", { class: "sync-other", id: "sync-other", hidden: true }, form.node);
  const node = element("section", { class: "sync-view" },
    app.mayWrite() && panel, answer,
    element("div", { class: "sync-top" },
      element("div", { class: "sync-main" }, title, truth, live.node, obstacles.node, agents.node),
      nights.node),
    history.node);

  async function startAll() {
    say(null);
    try {
      const { agents_count: count, runs } = await startSync({});
      say({ text: t(runs.some((run) => run.follows) ? "sync.follows" : "sync.started", { count }) });
      await app.runs.check();
    } catch (error) {
      say({ tone: "error", title: t("sync.notStarted"), text: explain(error) });
    }
  }

  function showTruth() {
    const active = new Set(app.settings.agents.filter((agent) => agent.active !== false).map(({ id }) => id));
    const asked = app.health.agents.filter(({ agent_id: id }) => active.has(id));
    const { kind, good, total, time, missing } = syncTruth(asked);
    const values = { count: good, total, time: format.dateTime(time), agents: format.list(missing.map((id) => app.agentName(id))) };
    title.textContent = t(kind === "all" && total === 1 ? "sync.truth.one" : `sync.truth.${kind}`, values);
    truth.textContent = t(`sync.truthText.${kind}`, values);
    const run = app.health.next_runs.find(({ name }) => name === "sync");
    agents.update(asked);
    next.textContent = run ? t("sync.next", { time: format.dateTime(run.at) }) : "";
  }

  app.on("facts", showTruth, signal);
  app.on("runs", live.update, signal);
  return {
    node,
    bar: { end: element("div", { class: "sync-bar" }, next, app.mayWrite() && [other, all]) },
    update() {
      showTruth();
      form.update();
      live.update();
      obstacles.update();
      nights.update();
      history.update();
      app.runs.check();
    },
    destroy() {
      nights.stop();
      history.stop();
    },
  };
}
