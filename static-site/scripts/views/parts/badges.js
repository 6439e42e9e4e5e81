import { element } from "./dom.js";
import { icon } from "./icons.js";
import { known, t } from "../../texts/translate.js";

/** By result; what is none of them counts as unknown. */
const resultIcons = new Map([["success", "check"], ["failure", "cross"], ["unknown", "question"]]);

/**
 * Colour never speaks alone: every badge has a text, every icon a name.
 * @param {Child} text @param {string} role @param {string} [iconName]
 */
export const badge = (text, role, iconName) =>
  element("span", { class: ["badge", `badge-${role}`] }, iconName && icon(iconName), text);

/** @param {string} outcome */
export const outcomeBadge = (outcome) =>
  badge(known("outcome", outcome), resultIcons.has(outcome) ? outcome : "unknown", resultIcons.get(outcome) ?? "question");

/** Sign and word, without a ground: for lines of a table. @param {string} outcome */
export const outcomeSign = (outcome) => element("span",
  { class: ["outcome-sign", `result-${resultIcons.has(outcome) ? outcome : "unknown"}`] },
  icon(resultIcons.get(outcome) ?? "question"), element("span", {}, known("outcome", outcome)));

/** The outcome as a sign alone, where there is no room for its word. @param {string} outcome */
export function outcomeIcon(outcome) {
  const text = known("outcome", outcome);
  return element("span",
    { class: ["result-icon", `result-${resultIcons.has(outcome) ? outcome : "unknown"}`], role: "img", "aria-label": text, title: text },
    icon(resultIcons.get(outcome) ?? "question"));
}

/** @param {string} name @param {string} result */
export function resultIcon(name, result) {
  const text = t("conversations.criterionResult", { name, result: known("result", result) });
  return element("span", { class: ["result-icon", `result-${result}`], role: "img", "aria-label": text, title: text },
    icon(resultIcons.get(result) ?? "question"));
}

/** @param {string} iconName @param {string} text */
export const named = (iconName, text) =>
  element("span", { class: "named-icon", role: "img", "aria-label": text, title: text }, icon(iconName));
