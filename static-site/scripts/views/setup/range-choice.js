import { rangeNames } from "../../logic/reach.js";
import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { element, fill } from "../parts/dom.js";

/** Three months are what a first comparison needs. */
const proposed = "3_months";
const momentSeconds = 5;

/**
 * How far back the first synchronisation goes, each choice with what it would fetch.
 * @param {string} group @param {() => void} onChange
 */
export function createRangeChoice(group, onChange) {
  const notes = new Map(rangeNames.map((name) => [name, element("span", { class: "choice-note" })]));
  const inputs = rangeNames.map((name) =>
    element("input",
      { type: "radio", name: group, value: name, checked: name === proposed, dataset: { testid: `range-${name}` },
        on: { change: onChange } }));
  const node = element("fieldset", { class: "choices choices-beside" },
    element("legend", {}, t("wizard.range")),
    inputs.map((input) =>
      element("label", { class: "choice" }, input, element("span", {}, t(`wizard.ranges.${input.value}`)), notes.get(input.value))));

  return {
    node,
    value: () => inputs.find(({ checked }) => checked)?.value ?? proposed,
    /** @param {ReturnType<typeof import("../../logic/reach.js").totals>} sums @param {boolean} isCounting */
    show(sums, isCounting) {
      for (const [name, note] of notes) {
        const sum = sums?.find((one) => one.name === name);
        fill(note, sum ? say(sum) : isCounting && t("wizard.counting"));
      }
    },
  };
}

/** @param {{ conversations: number, isComplete: boolean, seconds: number }} sum */
function say({ conversations: count, isComplete, seconds }) {
  if (!count) return t("wizard.noConversations");
  const conversations = t(isComplete ? "wizard.conversations" : "wizard.atLeast", { count });
  if (!isComplete) return conversations;
  return seconds <= momentSeconds ? conversations : t("wizard.aboutTime", { count, time: format.roughDuration(seconds) });
}
