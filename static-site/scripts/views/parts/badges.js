import { element } from "./dom.js";
import { icon } from "./icons.js";
import { known, t } from "../../texts/translate.js";

const resultIcons = { success: "check", failure: "cross", unknown: "question" };

/** Colour never speaks alone: every badge has a text, every icon a name. */
export const badge = (text, role, iconName) =>
  element("span", { class: ["badge", `badge-${role}`] }, iconName && icon(iconName), text);

export const outcomeBadge = (outcome) =>
  badge(known("outcome", outcome), outcome in resultIcons ? outcome : "unknown", resultIcons[outcome] ?? "question");

export function resultIcon(name, result) {
  const text = t("conversations.criterionResult", { name, result: known("result", result) });
  return element("span", { class: ["result-icon", `result-${result}`], role: "img", "aria-label": text, title: text },
    icon(resultIcons[result] ?? "question"));
}

export const named = (iconName, text) =>
  element("span", { class: "named-icon", role: "img", "aria-label": text, title: text }, icon(iconName));
