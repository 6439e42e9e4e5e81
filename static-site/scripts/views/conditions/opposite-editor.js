import { oppositeName } from "../../state/filters.js";
import { t } from "../../texts/translate.js";
import { element } from "../parts/dom.js";
import { checkbox } from "../parts/fields.js";
import { parametersOf } from "./condition-words.js";

/**
 * The controls of a condition, and a box that makes it its opposite: what is picked goes along.
 * @typedef {import("./condition-editors.js").Editor} Editor
 * @typedef {import("./condition-editors.js").Change} Change
 * @param {string} name @param {(change: Change) => Editor} make @param {Change} change @returns {Editor}
 */
export function oppositeEditor(name, make, change) {
  const parameters = parametersOf(name);
  let isOpposite = false;
  /** @type {Filters} */
  let shown = {};

  /** @param {Filters} changes */
  const renamed = (changes) => Object.fromEntries(Object.entries(changes).map(([one, value]) => [oppositeName(one), value]));
  const editor = make((changes) => change(isOpposite ? renamed(changes) : changes));
  const box = checkbox(t("filters.opposite"), false, turn, { dataset: { testid: `filter-not-${name}` } });

  /** @param {boolean} on */
  function turn(on) {
    isOpposite = on;
    change(Object.fromEntries(parameters.flatMap((one) =>
      [[one, shown[oppositeName(one)] ?? ""], [oppositeName(one), shown[one] ?? ""]])));
  }

  /** @param {Filters} filters */
  function show(filters) {
    shown = filters;
    const isSet = parameters.some((one) => filters[one]);
    if (isSet || parameters.some((one) => filters[oppositeName(one)])) isOpposite = !isSet;
    box.input.checked = isOpposite;
    editor.show(isOpposite ? Object.fromEntries(parameters.map((one) => [one, filters[oppositeName(one)]])) : filters);
  }

  return { ...editor, node: element("div", { class: "condition-opposable" }, editor.node, box), show };
}
