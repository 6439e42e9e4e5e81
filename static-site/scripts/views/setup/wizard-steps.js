import { element, fill } from "../parts/dom.js";
import { saveSettings, startSync } from "../../api/endpoints.js";
import { canRetry, isActive, progress } from "../../logic/runs.js";
import { setup } from "../../state/setup.js";
import { explain } from "../../texts/explain.js";
import * as format from "../../texts/format.js";
import { known, t } from "../../texts/translate.js";
import { createAgentPicker } from "../settings/agent-picker.js";
import { actionButton, field } from "../parts/fields.js";
import { notice } from "../parts/notices.js";
import { browserZone, createZoneField } from "../settings/zone-field.js";

/** Each step is made when it is current and calls `done` when the next may open. */

/** @param {App} app @param {{ done: () => Promise<void> }} hooks */
export function keyStep(app, { done }) {
  const input = element("input", {
    type: "password", autocomplete: "off", spellcheck: false, required: true, placeholder: t("settings.keyPlaceholder"), dataset: { testid: "wizard-key" },
  });
  const keyField = field(t("settings.key"), input, { hint: t("wizard.keyHint") });
  const picker = createAgentPicker(app);
  const next = actionButton(t("wizard.testKey"), async () => {
    keyField.showError(null);
    const key = input.value.trim();
    if (!key && !app.settings.api_key_set) return keyField.showError(t("wizard.keyNeeded"));
    try {
      if (key) await saveSettings({ api_key: key, test_key: true });
    } catch (error) {
      return keyField.showError(explain(error));
    }
    return (await picker.load()) && done();
  }, { primary: true, testid: "wizard-next" });
  return stepForm(next, keyField, picker.status);
}

/** @param {App} app @param {{ done: () => Promise<void> }} hooks */
export function agentsStep(app, { done }) {
  const picker = createAgentPicker(app);
  const next = actionButton(t("wizard.next"), async () => {
    const agents = picker.value();
    picker.typedField.showError(agents.length ? null : t("wizard.agentNeeded"));
    if (!agents.length) return undefined;
    return attempt(() => saveSettings({ agents }), picker.typedField, done);
  }, { primary: true, testid: "wizard-next" });
  picker.node.addEventListener("change", () => picker.typedField.showError(null));
  picker.load();
  return stepForm(next, picker.node, picker.status);
}

/** @param {App} app @param {{ done: () => Promise<void> }} hooks */
export function zoneStep(app, { done }) {
  const stored = app.settings.time_zone_source !== "default";
  const fixed = app.settings.time_zone_source === "environment";
  const zone = createZoneField(stored ? app.settings.time_zone : browserZone(), { disabled: fixed });
  const next = actionButton(t("wizard.next"),
    () => (fixed ? done() : attempt(() => saveSettings({ time_zone: zone.control.value.trim() }), zone, done)), { primary: true, testid: "wizard-next" });
  return stepForm(next, zone);
}

/** @param {App} app @param {{ finish: () => void, signal: AbortSignal }} hooks */
export function syncStep(app, { finish, signal }) {
  const place = element("div", { role: "status" });
  const start = actionButton(t("wizard.startSync"), begin, { primary: true, testid: "wizard-next" });
  const skip = element("button", { type: "button", class: "button", on: { click: finish } }, t("wizard.skip"));

  async function begin() {
    try {
      setup.started((await startSync({})).runs.map((run) => run.id));
      start.hidden = true;
      await app.runs.check();
    } catch (error) {
      fill(place, notice({ tone: "error", title: t("sync.notStarted"), text: explain(error) }));
    }
  }

  /** The runs that were started here, also by this step before a reload. @param {SyncRun[] | null} runs */
  function showRuns(runs) {
    const ids = new Set(setup.runIds());
    const mine = (runs ?? []).filter((run) => ids.has(run.id));
    if (!mine.length) return;
    fill(place, mine.map(runLine));
    const failed = mine.some(canRetry);
    start.hidden = !failed;
    if (start.lastChild) start.lastChild.textContent = t(failed ? "actions.retry" : "wizard.startSync");
    skip.textContent = t("wizard.open");
    skip.classList.toggle("button-primary", !failed && !mine.some(isActive));
  }

  app.on("runs", showRuns, signal);
  showRuns(app.runs.runs);
  return element("div", { class: "step-form" }, element("p", { class: "muted" }, t("wizard.syncHint")), place, element("div", { class: "step-actions" }, start, skip));
}

/** @param {SyncRun} run */
function runLine(run) {
  const done = progress(run);
  return element("div", { class: "step-run" },
    element("p", {}, t("wizard.run",
      { agent: run.agent_name || run.agent_id, status: known("sync.statuses", run.status), count: run.conversations_fetched ?? 0 })),
    isActive(run) && element("progress", { "aria-label": known("sync.phases", run.phase), max: 1, ...(done === null ? {} : { value: done }) }),
    isActive(run) && element("p", { class: "muted" }, known("sync.phases", run.phase ?? run.status)),
    run.details_total > 0 && element("p", { class: "muted" }, t("sync.detailsOf", { done: format.count(run.details_fetched), total: format.count(run.details_total) })),
    (run.error_code || run.error_message) && element("p", { class: "sync-error" }, known("errors", run.error_code ?? "", run.error_message ?? "")));
}

/** @param {() => Promise<unknown>} work @param {{ showError(text: string): void }} wrong @param {() => unknown} done */
async function attempt(work, wrong, done) {
  try {
    await work();
  } catch (error) {
    return wrong.showError(explain(error));
  }
  return done();
}

/** @param {HTMLButtonElement} button @param {...Child} content */
const stepForm = (button, ...content) =>
  element("form", { class: "step-form", on: { submit: (/** @type {any} */ event) => { event.preventDefault(); button.click(); } } },
    content, element("div", { class: "step-actions" }, button));
