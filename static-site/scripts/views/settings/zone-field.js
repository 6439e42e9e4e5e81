import { element, newId } from "../parts/dom.js";
import { t } from "../../texts/translate.js";
import { field } from "../parts/fields.js";

export const browserZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** A time zone with suggestions; the browser's own is offered, not assumed. @param {string} value @param {{ disabled?: boolean }} [options] */
export function createZoneField(value, { disabled = false } = {}) {
  const listId = newId("zones");
  const zones = new Set(["UTC", browserZone(), value, ...Intl.supportedValuesOf("timeZone")]);
  const input = element("input", { type: "text", value, list: listId, disabled, autocomplete: "off", spellcheck: false, dataset: { testid: "time-zone" } });
  const node = field(t("settings.zone"), input, { hint: t("settings.zoneHint") });
  node.append(element("datalist", { id: listId }, [...zones].map((zone) => element("option", { value: zone }))));
  if (!disabled && browserZone() !== value) {
    node.append(element("button", {
      type: "button", class: "button button-quiet button-small", on: { click: () => { input.value = browserZone(); } },
    }, t("settings.useBrowserZone", { zone: browserZone() })));
  }
  return node;
}
