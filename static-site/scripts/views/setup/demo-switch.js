import { getSettings, getSyncRuns, switchDemo } from "../../api/endpoints.js";
import { isActive } from "../../logic/runs.js";
import { t } from "../../texts/translate.js";
import { element, fill } from "../parts/dom.js";
import { actionButton } from "../parts/fields.js";
import { progressBar } from "../parts/progress-bar.js";

const pollMilliseconds = 300;
/** Without an answer of the other program; what goes on may take as long as it does. */
const longestMilliseconds = 60_000;

/**
 * Into the sample data, or out of them: the program starts again with the other data, and the page with it; meanwhile it says how far that
 * is. The command where the program cannot start itself again.
 * @param {App} app @param {boolean} on @param {{ label?: string, quiet?: boolean }} [options]
 */
export function createDemoSwitch(app, on, { label = t(on ? "demo.enter" : "demo.leave"), quiet = false } = {}) {
  if (!app.settings.demo_switch) return on ? demoCommand() : null;
  const progress = element("div", { class: "demo-progress", role: "status", dataset: { testid: "demo-progress" } });
  const button = actionButton(label, async () => {
    say(progress, t(on ? "demo.starting" : "demo.leaving"), null);
    button.disabled = true;
    try {
      await switchDemo(on);
      await untilSwitched(on, progress);
      location.assign(location.pathname);
    } catch (error) {
      fill(progress);
      button.disabled = false;
      app.emit("failed", error);
    }
  }, { testid: on ? "demo-enter" : "demo-leave" });
  if (quiet) button.classList.add("button-quiet");
  return element("div", { class: "demo-switch" }, button, progress);
}

const demoCommand = () => element("code", { class: "demo-command" }, "dotnet run --project Voicebot.Functions -- --demo");

/**
 * The words change only with what they say, so that a screen reader does not repeat them.
 * @param {HTMLElement} place @param {string} text @param {number | null} done
 */
function say(place, text, done) {
  const line = place.querySelector("p") ?? element("p", {});
  if (line.textContent !== text) line.textContent = text;
  const bar = progressBar(text, done);
  if (line.isConnected) place.querySelector("progress")?.replaceWith(bar);
  else fill(place, line, bar);
}

/**
 * While the program starts again nobody answers; that is expected here, for a while. The demo is opened when its conversations are there.
 * @param {boolean} on @param {HTMLElement} progress
 */
async function untilSwitched(on, progress) {
  let end = Date.now() + longestMilliseconds;
  for (;;) {
    await new Promise((resolve) => { setTimeout(resolve, pollMilliseconds); });
    try {
      if ((await getSettings()).demo === on) {
        if (!on || isFilled(await getSyncRuns(), progress)) return;
        end = Date.now() + longestMilliseconds;
      }
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    if (Date.now() > end) throw new Error(t("demo.late"));
  }
}

/** @param {SyncRun[]} runs @param {HTMLElement} progress */
function isFilled(runs, progress) {
  const [done, total] = ["details_fetched", "details_total"]
    .map((name) => runs.reduce((sum, run) => sum + /** @type {any} */ (run)[name], 0));
  if (done) say(progress, t("demo.filling", { count: Math.floor(done / 100) * 100 || done }), total ? done / total : null);
  return runs.length > 0 && !runs.some(isActive);
}
