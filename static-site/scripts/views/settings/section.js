import { t } from "../../texts/translate.js";
import { element } from "../parts/dom.js";

/**
 * One subject of the settings: what it is about beside what can be set. Its heading takes the focus when someone is led to it.
 * @param {string} name @param {{ title?: string, text?: string, testid?: string }} words @param {...Child} content
 */
export const section = (name, { title = t(`settings.${name}`), text, testid }, ...content) => {
  const id = `settings-${name}`;
  return element("section", { class: "settings-part", role: "group", "aria-labelledby": id, dataset: testid ? { testid } : {} },
    element("div", { class: "settings-about" }, element("h2", { id, tabIndex: -1 }, title),
      text && element("p", { class: "field-hint" }, text)),
    element("div", { class: "settings-fields" }, content));
};
