import { t } from "../../texts/translate.js";
import { element, newId } from "./dom.js";
import { icon } from "./icons.js";

/**
 * A dialog over the page, from below on a phone. Esc, a click beside it or its button close it, and the focus goes back to where it was.
 * @param {{ title: string, testid: string, className?: string, content?: Child }} options
 */
export function createSheet({ title, testid, className, content }) {
  const id = newId("sheet");
  const body = element("div", { class: "sheet-body" }, content);
  const close = () => node.close();
  const node = element("dialog", {
    class: ["sheet", className], "aria-labelledby": id, dataset: { testid },
    on: { click: (/** @type {Event} */ event) => event.target === node && close() },
  },
  element("div", { class: "sheet-head" },
    element("h2", { id }, title),
    element("button",
      { type: "button", class: "icon-button", "aria-label": t("actions.close"), title: t("actions.close"), on: { click: close } },
      icon("close"))),
  body);
  return { node, body, open: () => node.open || node.showModal(), close };
}
