import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { element, fill } from "../parts/dom.js";
import { actionButton } from "../parts/fields.js";
import { icon } from "../parts/icons.js";

/**
 * Whether everything is stored, which sections are not, and the ways on: store them or take them back. It stays in sight while something
 * is not stored.
 * @param {{ sections: Record<string, () => unknown>, save: () => unknown, undo: () => void }} of What each section would store.
 */
export function createSaveBar({ sections, save, undo }) {
  const state = element("p", { class: "save-state", role: "status", dataset: { testid: "save-state" } });
  const store = actionButton(t("settings.save"), save, { primary: true, testid: "save-settings" });
  const takeBack =
    element("button", { type: "button", class: "button", dataset: { testid: "undo-settings" }, on: { click: undo } }, t("settings.undo"));
  const values = () => Object.fromEntries(Object.entries(sections).map(([name, value]) => [name, JSON.stringify(value())]));
  const stored = values();

  function update() {
    const now = values();
    const changed = Object.keys(now).filter((name) => now[name] !== stored[name]);
    const words = changed.length
      ? t("settings.changed", { parts: format.list(changed.map((name) => t(`settings.${name}`))) })
      : t("settings.unchanged");
    takeBack.hidden = !changed.length;
    node.classList.toggle("save-bar-changed", changed.length > 0);
    // Only what differs is said again.
    if (state.textContent !== words) fill(state, icon(changed.length ? "warning" : "check"), words);
  }

  const node = element("div", { class: "save-bar" }, state, takeBack, store);
  update();
  return { node, store, update };
}
