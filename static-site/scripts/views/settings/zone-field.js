import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { element, newId } from "../parts/dom.js";
import { field } from "../parts/fields.js";

export const browserZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/**
 * A time zone with suggestions and the time that it has now; the browser's own is offered, not assumed.
 * @param {string} value @param {{ disabled?: boolean, label?: string, proposed?: boolean }} [options] Proposed: taken from the browser,
 * not chosen.
 */
export function createZoneField(value, { disabled = false, label = t("settings.zone"), proposed = false } = {}) {
  const listId = newId("zones");
  const zones = new Set(["UTC", browserZone(), value, ...Intl.supportedValuesOf("timeZone")]);
  const now = element("span", { class: "zone-now" });
  const input = element("input",
    { type: "text", value, list: listId, disabled, autocomplete: "off", spellcheck: false, dataset: { testid: "time-zone" },
      on: { input: showNow } });
  const node = field(label, input, { hint: [now, " ", disabled ? t("settings.fromEnvironment") : !proposed && t("settings.zoneHint")] });
  node.append(element("datalist", { id: listId }, [...zones].map((zone) => element("option", { value: zone }))));
  if (!disabled && browserZone() !== value) {
    node.append(element("button", {
      type: "button", class: "button button-quiet button-small", on: { click: () => { input.value = browserZone(); showNow(); } },
    }, t("settings.useBrowserZone", { zone: browserZone() })));
  }

  /** Wrong names show nothing until they are right. */
  function showNow() {
    const time = format.nowIn(input.value.trim());
    const key = proposed && input.value === value ? "wizard.zoneOfBrowser" : "wizard.zoneNow";
    now.textContent = time ? `${t(key, { time })}.` : "";
  }

  showNow();
  return node;
}
