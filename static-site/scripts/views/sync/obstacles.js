import { startSync } from "../../api/endpoints.js";
import { remedyOf } from "../../logic/problems.js";
import * as format from "../../texts/format.js";
import { known, t } from "../../texts/translate.js";
import { element, fill } from "../parts/dom.js";
import { actionButton } from "../parts/fields.js";
import { icon } from "../parts/icons.js";
import { viewLink } from "../parts/links.js";

/** What each problem is about; the rest is a warning. @type {Map<string, string>} */
const icons = new Map([
  ["key_sees_nothing", "key"], ["elevenlabs_key_refused", "key"], ["elevenlabs_permission_missing", "key"], ["not_configured", "key"],
  ["disk_full", "disk"], ["disk_low", "disk"], ["storage_read_only", "disk"], ["local_disk_advised", "disk"], ["data_will_not_last", "disk"],
  ["data_stale", "clock"], ["clock_wrong", "clock"], ["elevenlabs_rate_limited", "clock"], ["circuit_open", "clock"],
]);

/** Everything that stands in the way, worst first, each with the one thing to do. @param {App} app @param {AbortSignal} signal */
export function createObstacles(app, signal) {
  const list = element("ul", { class: "obstacles-list" });
  const node = element("section", { class: "obstacles", hidden: true }, element("h2", {}, t("sync.obstacles")), list);

  function update() {
    const problems = app.configured() ? app.health.problems : [];
    node.hidden = !problems.length;
    fill(list, problems.map(obstacle));
  }

  /** @param {Problem} problem */
  function obstacle(problem) {
    const { code, severity, detail, agent_id: agent, since } = problem;
    const title = known("problems.titles", code, detail ? t("problems.untitled") : code);
    return element("li", { class: ["obstacle", `obstacle-${severity}`], dataset: { testid: "obstacle", code } },
      icon(icons.get(code) ?? "warning"),
      element("div", { class: "obstacle-words" },
        element("h3", {}, agent && app.settings.agents.length > 1 ? t("problems.ofAgent", { title, agent: app.agentName(agent) }) : title),
        element("p", {}, known("problems.texts", code, detail ?? ""), since && [" ", t(code === "data_stale" ? "problems.lastGood" : "problems.since", { time: format.dateTime(since) })])),
      remedy(problem));
  }

  /** @param {Problem} problem */
  function remedy(problem) {
    const { action, does, agent } = remedyOf(problem);
    const label = t(`problems.actions.${action}`);
    if (does === "look") return actionButton(label, () => attempt(app.refresh));
    if (!app.mayWrite()) return null;
    if (does === "settings") return viewLink(app, "settings", { class: "button" }, label);
    return actionButton(label, () => attempt(async () => {
      await startSync({ agent_id: agent });
      await app.runs.check();
    }));
  }

  /** @param {() => Promise<unknown>} work */
  async function attempt(work) {
    try {
      await work();
    } catch (error) {
      app.emit("failed", error);
    }
  }

  app.on("facts", update, signal);
  return { node, update };
}
