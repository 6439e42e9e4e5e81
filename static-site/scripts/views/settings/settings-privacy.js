import { element, newId } from "../parts/dom.js";
import { t } from "../../texts/translate.js";
import { checkbox, field } from "../parts/fields.js";

/** A tick with what it means. @param {ReturnType<typeof checkbox>} box @param {string} text */
function choice(box, text) {
  const id = newId("hint");
  box.input.setAttribute("aria-describedby", id);
  return element("div", { class: "settings-choice" }, box, element("p", { class: "field-hint", id }, text));
}

/** Masking and how long personal data are kept; an empty number keeps them. `changes` is what to store. @param {Api.Settings} settings */
export function createPrivacySettings(settings) {
  /** @param {string} name */
  const fixed = (name) => /** @type {Record<string, unknown>} */ (settings)[`${name.replace("_days", "")}_source`] === "environment";
  const mask = checkbox(t("privacy.mask"), settings.mask_phones, null, {
    disabled: fixed("mask_phones"),
    dataset: { testid: "mask-phones" },
  });
  const follow = checkbox(t("privacy.followDeletion"), settings.follow_vendor_deletion, null, { dataset: { testid: "follow-deletion" } });
  /** @param {string} name */
  const days = (name) => element("input", {
    type: "number", min: 1, max: 36_500, step: 1, inputMode: "numeric", value: /** @type {Record<string, any>} */ (settings)[name] ?? "",
    placeholder: t("privacy.forever"), disabled: fixed(name), dataset: { testid: name },
  });
  const [texts, phones] = ["retention_texts_days", "retention_phones_days"].map(days);
  const fields = {
    retention_texts_days: field(t("privacy.textsDays"), texts, {
      hint: t(texts.disabled ? "settings.fromEnvironment" : "privacy.textsHint"),
    }),
    retention_phones_days: field(t("privacy.phonesDays"), phones, {
      hint: t(phones.disabled ? "settings.fromEnvironment" : "privacy.phonesHint"),
    }),
  };
  /** @param {HTMLInputElement} input */
  const wanted = (input) => (input.value.trim() ? Number(input.value) : null);
  return {
    nodes: [choice(mask, t(mask.input.disabled ? "settings.fromEnvironment" : "privacy.maskHint")),
      choice(follow, t("privacy.followDeletionHint")),
      element("div", { class: "settings-pair" }, Object.values(fields))],
    fields,
    changes: () => ({
      follow_vendor_deletion: follow.input.checked,
      ...(!mask.input.disabled && { mask_phones: mask.input.checked }),
      ...(!texts.disabled && { retention_texts_days: wanted(texts) }),
      ...(!phones.disabled && { retention_phones_days: wanted(phones) }),
    }),
  };
}
