import { element } from "../dom.js";
import { t } from "../texts/translate.js";
import { checkbox, field } from "./parts/fields.js";

/** Masking and how long personal data are kept; an empty number keeps them. `changes` is what to store. */
export function createPrivacySettings(settings) {
  const mask = checkbox(t("privacy.mask"), settings.mask_phones, null, { dataset: { testid: "mask-phones" } });
  const days = (name) => element("input", {
    type: "number", min: 1, max: 36_500, step: 1, inputMode: "numeric", value: settings[name] ?? "", placeholder: t("privacy.forever"), dataset: { testid: name },
  });
  const [texts, phones] = ["retention_texts_days", "retention_phones_days"].map(days);
  const fields = {
    retention_texts_days: field(t("privacy.textsDays"), texts, { hint: t("privacy.textsHint") }),
    retention_phones_days: field(t("privacy.phonesDays"), phones, { hint: t("privacy.phonesHint") }),
  };
  const wanted = (input) => (input.value.trim() ? Number(input.value) : null);
  return {
    nodes: [mask, element("p", { class: "field-hint" }, t("privacy.maskHint")), Object.values(fields)],
    fields,
    changes: () => ({ mask_phones: mask.input.checked, retention_texts_days: wanted(texts), retention_phones_days: wanted(phones) }),
  };
}
