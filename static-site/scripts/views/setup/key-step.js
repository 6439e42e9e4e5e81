import { ApiError } from "../../api/api.js";
import { getVendorAgents, saveSettings } from "../../api/endpoints.js";
import { explain } from "../../texts/explain.js";
import { pieces, t } from "../../texts/translate.js";
import { element, fill } from "../parts/dom.js";
import { actionButton, field } from "../parts/fields.js";
import { icon } from "../parts/icons.js";
import { regionName } from "./region-step.js";

/**
 * The key is tested as soon as it is pasted; one of another region is offered to be used there.
 * @param {App} app @param {import("./wizard.js").Hooks} hooks
 */
export function keyStep(app, { done, known }) {
  const { settings } = app;
  const input = element("input", {
    type: "password", autocomplete: "off", spellcheck: false, placeholder: t("settings.keyPlaceholder"), dataset: { testid: "wizard-key" },
    on: { paste: () => setTimeout(() => input.value.trim() && next.click()), input: () => fill(answer) },
  });
  const keyField = field(t("settings.key"), input, {
    hint: settings.api_key_set ? t("wizard.keyStored", { masked: settings.api_key_masked }) : t("wizard.keyHint"), hidden: true,
  });
  const answer = element("div", { class: "key-answer", role: "status" });
  const next = actionButton(t("wizard.testKey"), () => test(null), { primary: true, testid: "wizard-next" });

  /** @param {string | null} region The address to change to. */
  async function test(region) {
    keyField.showError(null);
    const key = input.value.trim();
    if (!key && !settings.api_key_set) return keyField.showError(t("wizard.keyNeeded"));
    fill(answer, element("p", { class: "muted" }, t("wizard.testing")));
    try {
      await saveSettings({ ...(key && { api_key: key }), ...(region && { base_url: region }), test_key: true });
      known.agents = (await getVendorAgents()).agents;
    } catch (error) {
      fill(answer);
      return refuse(error);
    }
    return done();
  }

  /** @param {unknown} error */
  function refuse(error) {
    const region = error instanceof ApiError ? error.keyRegion : null;
    if (!region) return keyField.showError(explain(error));
    keyField.showError(" ");
    const use = actionButton(t("wizard.switchRegion", { region: regionName(region) }), () => test(region), {
      primary: true,
      testid: "switch-region",
    });
    fill(answer, offer(region, app.settings.base_url, use, () => {
      fill(answer);
      keyField.showError(null);
      input.value = "";
      input.focus();
    }));
    return use.focus();
  }

  return element("form", { class: "step-form", on: { submit: (/** @type {Event} */ event) => { event.preventDefault(); next.click(); } } },
    keyField, answer, element("div", { class: "step-actions" }, next));
}

/**
 * In which region the key works, and which one is chosen.
 * @param {string} region @param {string} chosen @param {HTMLElement} use @param {() => void} again
 */
export const offer = (region, chosen, use, again) => element("div", { class: "region-offer", dataset: { testid: "region-offer" } },
  element("p", {}, icon("cross"),
    element("span", {},
      pieces("wizard.otherRegion",
        { region: element("strong", {}, regionName(region)), chosen: element("strong", {}, regionName(chosen)) }))),
  element("div", { class: "step-actions" }, use,
    element("button", { type: "button", class: "button", on: { click: again } }, t("wizard.otherKey"))));
