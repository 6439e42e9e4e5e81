import { setup } from "../../state/setup.js";
import { t } from "../../texts/translate.js";
import { element, fill } from "../parts/dom.js";
import { icon } from "../parts/icons.js";
import { agentsStep } from "./agents-step.js";
import { createDemoSwitch } from "./demo-switch.js";
import { createFirstSync } from "./first-sync.js";
import { keyStep } from "./key-step.js";
import { regionName, regionStep } from "./region-step.js";

/**
 * What a step is made with: `done` folds it and opens the next, `begun` shows the first synchronisation. `known` is what steps tell one
 * another.
 */
/**
 * @typedef {{ done: () => Promise<void>, begun: () => void, signal: AbortSignal, known: { agents: Api.VendorAgents["agents"] | null } }}
 * Hooks
 */
/**
 * @typedef {{ name: string, make: ((app: App, hooks: Hooks) => HTMLElement) | null, fold?: (app: App, known: Hooks["known"]) => string,
 * fixed?: (app: App) => boolean }} Step
 */

/** @type {Step[]} */
const steps = [
  { name: "region", make: regionStep, fold: (app) => foldRegion(app), fixed: (app) => app.settings.base_url_source === "environment" },
  { name: "key", make: keyStep, fold: (app, known) => foldKey(app, known), fixed: (app) => app.settings.api_key_source === "environment" },
  { name: "agents", make: agentsStep },
  { name: "sync", make: null },
];

/** @param {App} app */
const foldRegion = (app) => withSource(regionName(app.settings.base_url), app.settings.base_url_source);

/** @param {App} app @param {Hooks["known"]} known */
function foldKey({ settings }, { agents }) {
  const masked = withSource(settings.api_key_masked ?? "", settings.api_key_source);
  return agents ? `${masked} · ${t("wizard.keyWorks", { count: agents.length })}` : masked;
}

/** @param {string} value @param {string} source */
const withSource = (value, source) => (source === "environment" ? t("wizard.fixed", { value }) : value);

/**
 * First run: region, key, agents with range and zone, first synchronisation. Done steps fold to a line and can be opened again.
 * @param {App} app @param {AbortSignal} signal
 */
export function createWizard(app, signal) {
  const node = element("section", { class: "wizard", dataset: { testid: "wizard" }, "aria-labelledby": "wizard-title" });
  const list = element("ol", { class: "wizard-steps" });
  /** @type {Hooks["known"]} */
  const known = { agents: null };
  /** What the steps of the current showing listen to. @type {AbortController | null} */
  let showing = null;
  let at = firstOpen();
  app.setupOpen = true;

  function firstOpen() {
    const { settings } = app;
    if (!settings.api_key_set) return settings.base_url_source === "default" ? 0 : 1;
    return 2;
  }

  async function done() {
    at++;
    await app.loadFacts();
    show();
    /** @type {HTMLElement | null} */ (list.querySelector("[aria-current=step] h2"))?.focus();
  }

  function finish() {
    setup.end();
    app.setupOpen = false;
    app.refresh().catch((error) => app.emit("failed", error));
  }

  function begun() {
    showing?.abort();
    const sync = createFirstSync(app, { finish, signal });
    fill(node, sync.node);
    sync.title.focus();
  }

  /** @param {string} name @param {number} index */
  const changeButton = (name, index) => element("button", {
    type: "button", class: "button button-quiet button-small", "aria-label": `${t("wizard.change")}: ${t(`wizard.steps.${name}`)}`,
    on: {
      click() {
        at = index;
        show();
        /** @type {HTMLElement | null} */ (list.querySelector("[aria-current=step] h2"))?.focus();
      },
    },
  }, t("wizard.change"));

  /** @param {Step} step @param {number} index */
  function line({ name, make, fold, fixed }, index) {
    const state = index < at ? "done" : index === at ? "current" : "later";
    const hooks = { done, begun, signal: /** @type {AbortController} */ (showing).signal, known };
    return element("li",
      { class: ["wizard-step", `step-${state}`], "aria-current": state === "current" ? "step" : null,
        dataset: { testid: `step-${name}` } },
      element("span", { class: "step-mark", "aria-hidden": "true" }, state === "done" ? icon("check") : String(index + 1)),
      element("div", { class: "step-body" },
        element("div", { class: "step-head" },
          element("h2", { tabIndex: -1 }, t(`wizard.steps.${name}`)),
          state === "done" && !fixed?.(app) && changeButton(name, index)),
        state === "done" && fold && element("p", { class: "step-fold" }, fold(app, known)),
        state === "current" && make?.(app, hooks),
        !make && element("p", { class: "step-fold" }, t("wizard.syncHint"))));
  }

  function show() {
    showing?.abort();
    showing = new AbortController();
    while (at < 2 && steps[at].fixed?.(app)) at++;
    fill(list, steps.map(line));
  }

  if (setup.isAtSync()) {
    fill(node, createFirstSync(app, { finish, signal }).node);
  } else {
    show();
    fill(node, element("h2", { id: "wizard-title" }, t("wizard.title")), element("p", { class: "wizard-intro" }, t("wizard.intro")), list,
      element("div", { class: "wizard-demo" }, createDemoSwitch(app, true, { label: t("wizard.demo"), quiet: true }),
        element("p", {}, t("wizard.demoText"))));
  }
  signal.addEventListener("abort", () => showing?.abort());
  return { node };
}
