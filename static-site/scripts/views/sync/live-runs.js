import { cancelSync } from "../../api/endpoints.js";
import { dayOf } from "../../api/start-again.js";
import { isActive, progress } from "../../logic/runs.js";
import { explain } from "../../texts/explain.js";
import * as format from "../../texts/format.js";
import { known, t } from "../../texts/translate.js";
import { element, fill, foreign } from "../parts/dom.js";
import { actionButton } from "../parts/fields.js";
import { progressBar } from "../parts/progress-bar.js";

/**
 * The runs that are on, each with its counters; a card is kept while its run lives, so that its button keeps the focus.
 * @param {App} app @param {(message: any) => void} say
 */
export function createLiveRuns(app, say) {
  const node = element("div", { class: "live-runs", "aria-live": "off" });
  /** @type {Map<number, ReturnType<typeof card>>} */
  const cards = new Map();

  function update() {
    const runs = (app.runs.runs ?? []).filter(isActive).toReversed();
    const ids = new Set(runs.map(({ id }) => id));
    for (const [id, one] of cards) {
      if (ids.has(id)) continue;
      one.node.remove();
      cards.delete(id);
    }
    for (const run of runs) {
      const one = cards.get(run.id) ?? card(run);
      if (!cards.has(run.id)) node.append(one.node);
      cards.set(run.id, one);
      one.show(run);
    }
  }

  /** @param {SyncRun} run */
  function card({ id, agent_id: agent, agent_name: name }) {
    const days = element("span", {});
    const left = element("span", { class: "field-hint" });
    const type = element("span", { class: "badge" });
    const bar = element("div", { class: "live-bar" });
    const counts = element("p", { class: "live-counts" });
    const stop = actionButton(t("sync.cancel"), async () => {
      try {
        await cancelSync(id);
      } catch (error) {
        say({ tone: "error", title: t("errors.title"), text: explain(error) });
      }
      await app.runs.check();
    });
    stop.classList.add("button-quiet", "button-small");
    stop.setAttribute("aria-label", `${t("sync.cancel")}: ${name || agent}`);

    /** @param {SyncRun} run */
    function show(run) {
      const done = progress(run);
      cardNode.dataset.status = run.status;
      days.textContent = run.period_from
        ? `, ${format.days(dayOf(run.period_from) ?? "", dayOf(run.period_to ?? run.period_from) ?? "", app.today())}`
        : "";
      type.textContent = known("sync.types", run.sync_type);
      const phase = known("sync.phases", run.phase === "details" ? "details" : run.phase ?? run.status);
      // While it lists, more details may still be planned, so the time left would be too short.
      left.textContent = run.phase === "details" && run.secs_left
        ? t("wizard.left", { time: format.roughDuration(run.secs_left) })
        : phase;
      fill(bar, progressBar(`${phase}: ${name || agent}`, done));
      fill(counts, parts(run).map((part) => element("span", {}, part)),
        run.details_failed > 0 && element("span", { class: "live-failed" }, t("sync.liveFailed", { count: run.details_failed })),
        run.details_per_sec
          ? element("span", { class: "live-rate" },
            t("sync.perSecond", { rate: format.count(Math.max(1, Math.round(run.details_per_sec))) })) : null);
    }

    const cardNode = element("section", { class: "live-run", dataset: { testid: "live-run" } },
      element("div", { class: "live-head" }, element("h2", {}, t("sync.running"), " ", foreign(name || app.agentName(agent)), days), type,
        left, app.mayWrite() && stop), bar, counts);
    return { node: cardNode, show };
  }

  return { node, update };
}

/** @param {SyncRun} run */
const parts = (run) => [
  run.details_total > 0
    ? t("sync.liveDetails", { done: run.details_fetched, count: run.details_total })
    : t("wizard.found", { count: run.conversations_fetched }),
  t("sync.liveNew", { count: run.new_count }),
  t("sync.liveUpdated", { count: run.updated_count }),
];
