import { saveSettings } from "../../api/endpoints.js";
import { regionChoices, regionOf } from "../../logic/regions.js";
import { explain } from "../../texts/explain.js";
import { t } from "../../texts/translate.js";
import { element, newId } from "../parts/dom.js";
import { actionButton } from "../parts/fields.js";

/** What people call a region; a stand-in has only its address. @param {string} address */
export function regionName(address) {
  const region = regionOf(address);
  return region ? t(`regions.${region}`) : new URL(address).host;
}

/** The same with what kind of account it is. @param {string} address */
export function regionNote(address) {
  const region = regionOf(address);
  return region ? t(`regionNotes.${region}`) : "";
}

/** @param {App} app @param {{ done: () => Promise<void> }} hooks */
export function regionStep(app, { done }) {
  const name = newId("region");
  const wrong = element("p", { class: "field-error", role: "alert", hidden: true });
  const choices = regionChoices(app.settings)
    .map((address) => element("input", { type: "radio", name, value: address, checked: address === app.settings.base_url }));
  const next = actionButton(t("wizard.next"), async () => {
    wrong.hidden = true;
    try {
      await saveSettings({ base_url: choices.find(({ checked }) => checked)?.value });
    } catch (error) {
      wrong.textContent = explain(error);
      wrong.hidden = false;
      return;
    }
    await done();
  }, { primary: true, testid: "wizard-next" });
  /** Of choices alone a browser sends no form. @param {KeyboardEvent} event */
  function keydown(event) {
    if (event.key === "Enter" && event.target !== next) next.click();
  }

  return element("form", { class: "step-form", on: { keydown } },
    element("fieldset", { class: "choices", "aria-describedby": `${name}-hint` },
      element("legend", { class: "visually-hidden" }, t("wizard.steps.region")),
      choices.map((input) =>
        element("label", { class: "choice" }, input, element("span", {}, regionName(input.value)),
          element("span", { class: "choice-note" }, regionNote(input.value))))),
    element("p", { class: "field-hint", id: `${name}-hint` }, t("wizard.regionHint")), wrong,
    element("div", { class: "step-actions" }, next));
}
