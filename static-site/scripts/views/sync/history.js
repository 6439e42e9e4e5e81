import { findSyncRuns } from "../../api/endpoints.js";
import { createLoader } from "../../api/loader.js";
import { dayOfRun } from "../../logic/nights.js";
import { isActive } from "../../logic/runs.js";
import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { element, fill } from "../parts/dom.js";
import { select } from "../parts/fields.js";
import { icon } from "../parts/icons.js";
import { loadFailure } from "../parts/load-failure.js";
import { emptyNotice } from "../parts/notices.js";
import { skeletonTable } from "../parts/tables.js";
import { createSyncTable } from "./sync-table.js";

const types = ["manual", "scheduled", "refetch", "webhook"];
const mostRuns = 100;

/**
 * What ran, newest first; of one agent, one kind or one day where that is asked for.
 * @param {App} app @param {(message: any) => void} say @param {AbortSignal} signal
 */
export function createHistory(app, say, signal) {
  const table = createSyncTable(app, say);
  const place = element("div", {}, skeletonTable(6));
  const count = element("span", { class: "field-hint" });
  const title = element("h2", { tabIndex: -1 }, t("sync.history"));
  const agent = select([], "", load, { "aria-label": t("sync.agent"), dataset: { testid: "history-agent" } });
  const type = select([["", t("sync.allTypes")], ...types.map((name) => [name, t(`sync.types.${name}`)])], "", load, {
    "aria-label": t("sync.columns.type"),
    dataset: { testid: "history-type" },
  });
  const chip = element("button",
    { type: "button", class: "history-day", hidden: true, dataset: { testid: "history-day" }, on: { click: () => showDay("", []) } });
  /** Of the picked conditions; null while the newest of all are shown, which are known anyway. @type {SyncRun[] | null} */
  let found = null;
  let day = "";
  /** @type {SyncRun[]} */
  let ofDay = [];

  const loader = createLoader({
    show(runs) {
      found = runs;
      showRuns();
    },
    fail: (error) => fill(place, loadFailure("runs", error, load)),
  });

  const isNarrowed = () => Boolean(agent.value || type.value);

  function load() {
    if (isNarrowed())
      return loader.load((asked) => findSyncRuns({ agent_id: agent.value, sync_type: type.value, limit: mostRuns }, asked));
    found = null;
    return showRuns();
  }

  /** Those of a night may be older than the newest of all. */
  function chosen() {
    const all = found ?? app.runs.runs ?? [];
    if (!day) return all;
    const more = ofDay.filter((run) => (!agent.value || run.agent_id === agent.value) && (!type.value || run.sync_type === type.value)
      && !all.some(({ id }) => id === run.id));
    return [...all, ...more].filter((run) => dayOfRun(run) === day).toSorted((a, b) => b.id - a.id);
  }

  function showRuns() {
    const { runs, error } = app.runs;
    if (error) return fill(place, loadFailure("runs", error, app.runs.check));
    if (!runs) return undefined;
    const shown = chosen().filter((run) => !isActive(run));
    count.textContent = shown.length ? t(day || isNarrowed() ? "sync.shown" : "sync.newest", { count: shown.length }) : "";
    if (!shown.length)
      return fill(place,
        day || isNarrowed()
        ? emptyNotice(t("sync.noneMatch"), t("sync.noneMatchText"))
        : runs.some(isActive) ? null : emptyNotice(t("sync.empty"), t("sync.emptyText")));
    table.show(shown);
    if (place.firstChild !== table.node) fill(place, table.node);
    return undefined;
  }

  /** @param {string} wanted Empty for all days. @param {SyncRun[]} runs Further ones, of which some may be of that day. */
  function showDay(wanted, runs) {
    [day, ofDay] = [wanted, runs];
    chip.hidden = !day;
    fill(chip, day ? format.day(day) : "", icon("close"));
    chip.setAttribute("aria-label", day ? t("sync.dayOff", { day: format.day(day) }) : "");
    showRuns();
    title.focus();
  }

  app.on("runs", showRuns, signal);
  app.on("finished", () => isNarrowed() && load(), signal);
  return {
    node: element("section", { class: "sync-history" },
      element("div", { class: "history-head" }, title, count, element("div", { class: "history-filters" }, chip, agent, type)), place),
    showDay,
    update() {
      const picked = agent.value;
      fill(agent, element("option", { value: "" }, t("toolbar.allAgents")),
        app.settings.agents.map(({ id, name, label }) => element("option", { value: id, dir: "auto" }, label || name || id)));
      agent.value = picked;
      load();
    },
    stop: loader.stop,
  };
}
