import { element } from "../parts/dom.js";
import { getSettings, getSyncRuns, switchDemo } from "../../api/endpoints.js";
import { isActive } from "../../logic/runs.js";
import { t } from "../../texts/translate.js";
import { actionButton } from "../parts/fields.js";

const pollMilliseconds = 300;
const longestMilliseconds = 60_000;

/**
 * Into the demo, or out of it: the program starts again with the other data, and the page with it. Null where it cannot.
 * @param {App} app @param {boolean} on @param {{ primary?: boolean }} [options]
 */
export function createDemoSwitch(app, on, { primary = false } = {}) {
  if (!app.settings.demo_switch) return on ? demoCommand() : null;
  return actionButton(t(on ? "demo.enter" : "demo.leave"), async () => {
    try {
      await switchDemo(on);
      await untilSwitched(on);
      location.assign(location.pathname);
    } catch (error) {
      app.emit("failed", error);
    }
  }, { primary, testid: on ? "demo-enter" : "demo-leave" });
}

const demoCommand = () => element("code", { class: "demo-command" }, "dotnet run --project Voicebot.Functions -- --demo");

/** While the program starts again nobody answers; that is expected here, for a while. The demo is opened when its conversations are there. @param {boolean} on */
async function untilSwitched(on) {
  const end = Date.now() + longestMilliseconds;
  for (;;) {
    await new Promise((resolve) => { setTimeout(resolve, pollMilliseconds); });
    try {
      if ((await getSettings()).demo === on && (!on || Date.now() > end || isFilled(await getSyncRuns()))) return;
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    if (Date.now() > end) throw new Error(t("demo.late"));
  }
}

/** @param {SyncRun[]} runs */
const isFilled = (runs) => runs.length > 0 && !runs.some(isActive);
