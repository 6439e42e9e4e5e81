import { element } from "./dom.js";
import { icon } from "./icons.js";
import { explain } from "../../texts/explain.js";
import { t } from "../../texts/translate.js";

/**
 * A message with at most one action. Tones: info, warning, error, empty.
 * @param {{ tone?: string, title?: Child, text?: Child, action?: string, href?: string, onAction?: () => unknown, children?: Child[] }}
 * message
 */
export function notice({ tone = "info", title, text, action, href, onAction, children = [] }) {
  return element("div", { class: ["notice", `notice-${tone}`], role: tone === "error" ? "alert" : null },
    tone !== "empty" && icon(tone === "info" ? "info" : "warning"),
    element("div", { class: "notice-body" },
      title && element("p", { class: "notice-title" }, title),
      text && element("p", {}, text),
      children),
    action && (href
      ? element("a", { class: "button", href }, action)
      : element("button", { type: "button", class: "button", on: { click: onAction } }, action)));
}

/** What happened and "Try again". @param {unknown} error @param {() => unknown} retry */
export const errorNotice = (error, retry) =>
  notice({ tone: "error", title: t("errors.title"), text: explain(error), action: t("actions.retry"), onAction: retry });

/** @param {string} title @param {Child} text @param {{ action?: string, onAction?: () => unknown, children?: Child[] }} [more] */
export const emptyNotice = (title, text, more = {}) => notice({ tone: "empty", title, text, ...more });
