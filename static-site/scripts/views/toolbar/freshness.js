import { startSync } from "../../api/endpoints.js";
import { isActive } from "../../logic/runs.js";
import { onlyAgent } from "../../state/agents.js";
import { dayIn } from "../../state/period.js";
import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { element, fill } from "../parts/dom.js";
import { actionButton } from "../parts/fields.js";
import { icon } from "../parts/icons.js";

/**
 * How old the data are; a press fetches new conversations, where the reader may, and reads everything again.
 * @param {App} app @param {AbortSignal} signal
 */
export function createFreshness(app, signal) {
  const button = actionButton(null, refresh, { testid: "refresh" });
  button.classList.add("button-quiet", "freshness");

  async function refresh() {
    try {
      if (app.mayWrite() && app.configured()) await fetchNew();
      if (await app.refresh()) app.emit("say", t("toolbar.refreshed"));
    } catch (error) {
      app.emit("failed", error);
    }
  }

  /** Starts a run, or joins the one that is on, and waits for its end; how it went the notice and the history say. */
  async function fetchNew() {
    const one = onlyAgent(app.route);
    const isAsked = app.settings.agents.some(({ id, active }) => id === one && active !== false);
    const { runs } = await startSync(isAsked && one ? { agent_id: one } : {});
    const ids = new Set(runs.map(({ id }) => id));
    app.emit("say", t("nav.syncing"));
    await new Promise((resolve) => {
      const ended = new AbortController();
      /** @param {SyncRun[] | null} shown */
      const look = (shown) => {
        // A watch that cannot read the runs says so itself.
        if (shown && !app.runs.error && shown.some((run) => ids.has(run.id) && isActive(run))) return;
        ended.abort();
        resolve(null);
      };
      app.on("runs", look, AbortSignal.any([ended.signal, signal]));
      app.runs.check();
    });
  }

  function text() {
    const { last_good_sync_at: asOf } = app.health;
    if (!asOf) return t("header.neverSynced");
    const isToday = dayIn(app.settings.time_zone, new Date(asOf)) === app.today();
    return t("header.asOf", { time: isToday ? format.time(asOf) : format.dateTime(asOf) });
  }

  function update() {
    const { last_good_sync_at: asOf } = app.health;
    fill(button, icon("refresh"), element("span", {}, text()));
    button.title = asOf ? t("toolbar.refreshHint", { time: format.dateTime(asOf) }) : t("toolbar.refresh");
    button.setAttribute("aria-label", `${text()} – ${t("toolbar.refresh")}`);
  }

  app.on("facts", update, signal);
  update();
  return { node: button, update, text };
}
