import { element, foreign } from "./dom.js";
import { checkbox } from "./fields.js";

/**
 * Some of several, each with a tick; `chosen` gives the keys of those ticked.
 * @param {string} legend @param {string[][]} options [key, text] pairs @param {string[]} ticked
 * @param {{ hint?: string, testid?: string }} [more]
 */
export function tickList(legend, options, ticked, { hint, testid } = {}) {
  const ticks = options.map(([key, text]) => ({ key, node: checkbox(foreign(text), ticked.includes(key)) }));
  const node = element("fieldset", { class: "tick-list", dataset: testid ? { testid } : {} },
    element("legend", {}, legend), hint && element("p", { class: "field-hint" }, hint), ticks.map((tick) => tick.node));
  return Object.assign(node, { chosen: () => ticks.filter((tick) => tick.node.input.checked).map(({ key }) => key) });
}
