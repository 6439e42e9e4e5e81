import { getReach, getVendorAgents, saveSettings, startSync } from "../../api/endpoints.js";
import { startOf, totals } from "../../logic/reach.js";
import { dayIn } from "../../state/period.js";
import { setup } from "../../state/setup.js";
import { explain } from "../../texts/explain.js";
import { t } from "../../texts/translate.js";
import { element, fill, newId } from "../parts/dom.js";
import { actionButton } from "../parts/fields.js";
import { notice } from "../parts/notices.js";
import { browserZone, createZoneField } from "../settings/zone-field.js";
import { createAgentTicks, mostAgents } from "./agent-ticks.js";
import { createRangeChoice } from "./range-choice.js";

/** Lists are read a few at once: the vendor allows only some requests at the same time. */
const countedAtOnce = 3;

/**
 * Which agents, how far back, and in which zone; then the first synchronisation begins.
 * @param {App} app @param {import("./wizard.js").Hooks} hooks
 */
export function agentsStep(app, { begun, signal, known }) {
  const { settings } = app;
  const place = element("div", { role: "status" }, element("p", { class: "muted" }, t("wizard.agentsLoading")));
  const answer = element("div", { class: "view-message" });
  const stored = settings.time_zone_source !== "default";
  const zone = createZoneField(stored ? settings.time_zone : browserZone(), {
    disabled: settings.time_zone_source === "environment",
    label: t("wizard.zone"),
    proposed: !stored,
  });
  /** @type {Map<string, Reach | null>} */
  const reaches = new Map();
  const range = createRangeChoice(newId("range"), showStart);
  const ticks = createAgentTicks(app, showReach);
  const start = actionButton("", begin, { primary: true, testid: "wizard-next" });
  let counting = 0;

  async function load() {
    try {
      known.agents ??= (await getVendorAgents(signal)).agents;
    } catch (error) {
      if (!signal.aborted)
        fill(place, notice({ tone: "error", title: t("errors.title"), text: explain(error), action: t("actions.retry"), onAction: load }));
      return;
    }
    ticks.show(known.agents);
    fill(place);
    countAll();
  }

  /** Anew for another zone, because it decides where months begin. */
  async function countAll() {
    const mine = ++counting;
    reaches.clear();
    showReach();
    const waiting = ticks.ids().slice(0, 2 * mostAgents);
    await Promise.all(Array.from({ length: countedAtOnce }, async () => {
      for (let id = waiting.shift(); id; id = waiting.shift()) {
        const reach = await getReach(id, zone.control.value.trim(), signal).catch(() => null);
        if (mine !== counting || signal.aborted) return;
        reaches.set(id, reach);
        showReach();
      }
    }));
  }

  function showReach() {
    ticks.showReach(reaches, app.today());
    const picked = ticks.value().map(({ id }) => reaches.get(id));
    range.show(totals(picked), picked.includes(undefined) && picked.length > 0 && ticks.ids().length > 0);
    ticks.showError(null);
  }

  function showStart() {
    start.textContent = t(`wizard.start.${range.value()}`);
  }

  async function begin() {
    const agents = ticks.value();
    if (!agents.length) return ticks.showError(t("wizard.agentNeeded"));
    if (agents.length > mostAgents) return ticks.showError(t("wizard.agentsAtMost", { most: mostAgents }));
    fill(answer);
    zone.showError(null);
    const name = zone.control.value.trim();
    try {
      await saveSettings({ agents, ...(!zone.control.disabled && { time_zone: name }) });
      const from = startOf(range.value(), agents.map(({ id }) => reaches.get(id)), dayIn(name));
      setup.started((await startSync({ start_date: from })).runs.map((run) => run.id));
    } catch (error) {
      return refuse(error);
    }
    await app.loadFacts();
    begun();
    return app.runs.check();
  }

  /** @param {any} error */
  function refuse(error) {
    const wrong = error.parameter === "time_zone" ? zone : error.parameter === "agents" ? ticks : null;
    if (wrong) return wrong.showError(explain(error));
    return fill(answer, notice({ tone: "error", title: t("sync.notStarted"), text: explain(error) }));
  }

  zone.control.addEventListener("change", countAll);
  showStart();
  load();
  return element("form", { class: "step-form", on: { submit: (/** @type {Event} */ event) => {
    event.preventDefault();
    start.click();
  } } },
    place, ticks.node, range.node, zone, answer, element("div", { class: "step-actions" }, start));
}
