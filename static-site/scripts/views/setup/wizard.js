import { element, fill } from "../parts/dom.js";
import { t } from "../../texts/translate.js";
import { createDemoSwitch } from "./demo-switch.js";
import { setup } from "../../state/setup.js";
import { agentsStep, keyStep, syncStep, zoneStep } from "./wizard-steps.js";

/** @typedef {(app: App, hooks: { done: () => Promise<void>, finish: () => void, signal: AbortSignal }) => HTMLElement} Step */

/** @type {Array<[string, Step]>} */
const steps = [["key", keyStep], ["agents", agentsStep], ["zone", zoneStep], ["sync", syncStep]];

/** First run: key, agents, zone, first sync. A step opens when the one before is done; done ones can be opened again. @param {App} app @param {AbortSignal} signal */
export function createWizard(app, signal) {
  const list = element("ol", { class: "wizard-steps" });
  const node = element("section", { class: "card wizard", dataset: { testid: "wizard" }, "aria-labelledby": "wizard-title" },
    element("h2", { id: "wizard-title" }, t("wizard.title")), element("p", { class: "view-intro" }, t("wizard.intro")), list,
    element("div", { class: "wizard-demo" }, element("p", {}, t("wizard.demo")), createDemoSwitch(app, true)));
  let at = firstOpen();
  app.setupOpen = true;

  function firstOpen() {
    if (!app.settings.api_key_set) return 0;
    if (app.settings.agents.length && setup.isAtSync()) return 3;
    return app.settings.agents.length ? 2 : 1;
  }

  async function done() {
    at++;
    if (at === 3) setup.reachSync();
    await app.loadFacts();
    show();
    /** @type {HTMLElement | null} */ (list.querySelector("[aria-current=step] h3"))?.focus();
  }

  function finish() {
    setup.end();
    app.setupOpen = false;
    app.refresh().catch((error) => app.emit("failed", error));
  }

  /** @param {string} name @param {number} index */
  const changeButton = (name, index) => element("button", {
    type: "button", class: "button button-quiet button-small", "aria-label": `${t("wizard.change")}: ${t(`wizard.steps.${name}`)}`,
    on: {
      click() {
        at = index;
        show();
      },
    },
  }, t("wizard.change"));

  function show() {
    fill(list, steps.map(([name, make], index) => {
      const title = element("h3", { tabIndex: -1 }, t(`wizard.steps.${name}`));
      const state = index < at ? "done" : index === at ? "current" : "later";
      return element("li", { class: ["wizard-step", `step-${state}`], "aria-current": state === "current" ? "step" : null },
        element("div", { class: "step-head" }, title,
          state === "done" && changeButton(name, index)),
        state === "current" && make(app, { done, finish, signal }));
    }));
  }

  show();
  return { node };
}
