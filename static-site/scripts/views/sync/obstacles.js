import { t } from "../../texts/translate.js";
import { element, fill } from "../parts/dom.js";
import { icon } from "../parts/icons.js";
import { problemText, problemTitle, remedyControl } from "../parts/problem.js";

/** What each problem is about; the rest is a warning. @type {Map<string, string>} */
const icons = new Map([
  ["key_sees_nothing", "key"], ["elevenlabs_key_refused", "key"], ["elevenlabs_permission_missing", "key"], ["not_configured", "key"],
  ["disk_full", "disk"], ["disk_low", "disk"], ["storage_read_only", "disk"], ["local_disk_advised", "disk"],
  ["data_will_not_last", "disk"], ["files_will_not_last", "disk"], ["files_unreachable", "disk"], ["journal_advised", "disk"],
  ["storage_locked", "clock"], ["data_stale", "clock"], ["clock_wrong", "clock"], ["elevenlabs_rate_limited", "clock"],
  ["circuit_open", "clock"],
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
    const { code, severity } = problem;
    return element("li", { class: ["obstacle", `obstacle-${severity}`], dataset: { testid: "obstacle", code } },
      icon(icons.get(code) ?? "warning"),
      element("div", { class: "obstacle-words" }, element("h3", {}, problemTitle(app, problem)), element("p", {}, problemText(problem))),
      remedyControl(app, problem, app.runs.check));
  }

  app.on("facts", update, signal);
  return { node, update };
}
