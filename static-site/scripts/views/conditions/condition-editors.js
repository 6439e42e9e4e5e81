import { element, fill, newId } from "../parts/dom.js";
import { choices, joinCriterion, several, splitCriteria, splitCriterion, splitValues, toggleValue } from "../../state/filters.js";
import { operators, readData, takesValue, typedValue, writeData } from "../../state/data-conditions.js";
import { t } from "../../texts/translate.js";
import { checkbox, field, select } from "../parts/fields.js";
import { valueWord } from "./condition-words.js";

const typingPause = 350;

/**
 * The controls of single conditions. Each has a `node` to show and `show(filters)` that sets it from the address.
 * @typedef {{ node: HTMLElement, show: (filters: Filters) => void, suggest?: (values: string[][]) => void }} Editor
 * @typedef {(changes: Filters) => void} Change
 */

/**
 * One or several of the values that there are; of those that occur, where they are only known later.
 * @param {string} name @param {Change} change @returns {Editor}
 */
export function choiceEditor(name, change) {
  const node = element("div",
    { class: ["condition-choices", name === "hour" && "condition-hours"], role: "group", "aria-label": t(`filters.${name}`) });
  /** @type {string[]} */
  let values = /** @type {Record<string, string[]>} */ (choices)[name] ?? [];
  /** @type {Map<string, string>} */
  let texts = new Map();
  /** @type {Filters} */
  let shown = {};

  /** @param {string} value @param {boolean} on */
  const pick = (value, on) => change({ [name]: several.has(name) ? toggleValue(shown[name], value, on, values) : on ? value : "" });

  /** @param {Filters} filters */
  function show(filters) {
    shown = filters;
    const picked = splitValues(filters[name]);
    const all = [...values, ...picked.filter((value) => !values.includes(value))];
    const boxes = [...node.querySelectorAll("input")];
    if (boxes.map(({ value }) => value).join() !== all.join()) {
      fill(node, all.length
        ? all.map((value) =>
          checkbox(texts.get(value) ?? valueWord(name, value), false, (on) => pick(value, on),
            { value, dataset: { testid: `filter-${name}` } }))
        : element("p", { class: "muted" }, t("filters.noValues")));
    }
    for (const box of node.querySelectorAll("input")) box.checked = picked.includes(box.value);
  }

  return {
    node, show,
    suggest(found) {
      values = found.map(([value]) => value);
      texts = new Map(found.map(([value, text]) => [value, text]));
      fill(node);
      show(shown);
    },
  };
}

/** @param {string} name @param {Record<string, any>} props @param {Change} change */
function typed(name, props, change) {
  /** @type {number | undefined} */
  let typing;
  const input = element("input", {
    autocomplete: "off", dir: "auto", dataset: { testid: `filter-${name}` }, ...props,
    on: {
      input() {
        clearTimeout(typing);
        typing = setTimeout(() => change({ [name]: input.value.trim() }), typingPause);
      },
    },
  });
  // What someone is typing is newer than the address.
  /** @param {Filters} filters */
  const show = (filters) => { if (document.activeElement !== input) input.value = filters[name] ?? ""; };
  return { input, show };
}

/** @param {string} name @param {Change} change */
export function searchInput(name, change) {
  const { input, show } =
    typed(name, { type: "search", maxLength: 200, placeholder: t(`filters.${name}Placeholder`),
      "aria-label": t(`filters.${name}`) }, change);
  return { node: input, show };
}

/**
 * A text with suggestions: the values that occur. Others may be typed, as a list never names all.
 * @param {string} name @param {Change} change @returns {Editor}
 */
export function textEditor(name, change) {
  const listId = newId("values");
  const { input, show } =
    typed(name, { type: "text", maxLength: 200, list: listId, placeholder: t(`filters.${name}Placeholder`),
      "aria-label": t(`filters.${name}`) }, change);
  const options = element("datalist", { id: listId });
  return {
    node: element("div", {}, input, options),
    show,
    suggest: (values) => options.replaceChildren(...values.map(([value, label]) => element("option", { value, label }))),
  };
}

/**
 * From – to, both inclusive.
 * @param {string} name @param {{ max: number, least?: number, step?: number }} limits @param {Change} change @returns {Editor}
 */
export function rangeEditor(name, { max, least = 0, step = 1 }, change) {
  const ends = ["min", "max"].map((end) => {
    const { input, show } =
      typed(`${name}_${end}`, { type: "number", min: least, max, step, inputMode: "decimal", placeholder: t(`filters.${end}`) },
        (changes) => input.checkValidity() && change(changes));
    input.setAttribute("aria-label", t(`filters.${name}_${end}`));
    return { input, show };
  });
  return {
    node: element("div", { class: "condition-range" }, ends[0].input, element("span", { "aria-hidden": "true" }, "–"), ends[1].input,
      element("span", { class: "muted" }, t(`filters.${name}Unit`))),
    show: (filters) => ends.forEach((end) => end.show(filters)),
  };
}

/** Yes, no, or either. @param {string} name @param {Change} change @returns {Editor} */
export function flagEditor(name, change) {
  const group = newId("flag");
  const options = ["", "true", "false"].map((value) => {
    const input = element("input",
      { type: "radio", name: group, value, dataset: { testid: `filter-${name}` }, on: { change: () => change({ [name]: value }) } });
    return { value, input, node: element("label", { class: "check" }, input, t(`filters.flag${value}`)) };
  });
  return {
    node: element("div", { class: "condition-choices", role: "radiogroup", "aria-label": t(`filters.${name}`) },
      options.map(({ node }) => node)),
    show: (filters) => options.forEach(({ value, input }) => { input.checked = (filters[name] ?? "") === value; }),
  };
}

/** A criterion and its result. @param {App} app @param {Change} change @returns {Editor} */
export function criterionEditor(app, change) {
  /** The first of several; the others stay. */
  const pick = () => change({
    criterion: [criterion.value && joinCriterion(criterion.value, result.value), ...splitCriteria(shown.criterion).slice(1)]
      .filter(Boolean).join(","),
  });
  const criterion = select([], "", pick, { dataset: { testid: "filter-criterion" } });
  const result = select(["failure", "unknown", "success"].map((value) => [value, t(`result.${value}`)]), "failure", pick, {
    dataset: { testid: "filter-criterion-result" },
  });
  /** @type {string[][]} */
  let known = [];
  /** @type {Filters} */
  let shown = {};

  /** @param {Filters} filters */
  function show(filters) {
    shown = filters;
    const [first] = splitCriteria(filters.criterion);
    const picked = first ? splitCriterion(first) : null;
    const all = picked && !known.some(([id]) => id === picked.id) ? [...known, [picked.id, app.criterionName(picked.id)]] : known;
    fill(criterion, element("option", { value: "" }, t("filters.any")),
      all.map(([id, text]) => element("option", { value: id, dir: "auto" }, text)));
    criterion.value = picked?.id ?? "";
    if (picked) result.value = picked.result;
  }

  return {
    node: element("div", { class: "condition-pair" }, field(t("filters.criterion"), criterion),
      field(t("filters.criterionResult"), result)),
    show,
    suggest(values) {
      known = values;
      show(shown);
    },
  };
}

/** A collected datum and what is asked of it: the first of several; the others stay. @param {Change} change @returns {Editor} */
export function datumEditor(change) {
  const listId = newId("values");
  /** @type {Filters} */
  let shown = {};
  const asked = () => readData(shown.data, shown.data_value);

  /** Without a value it is any, where one is needed. @param {{ id?: string, op?: string, text?: string }} now */
  function pick({ id = nameOf.input.value.trim(), op = operator.value, text = value.input.value.trim() }) {
    const more = asked().slice(1);
    const typedText = text && typedValue(op, text);
    if (typedText === null) return;
    text = typedText;
    const first = !id ? [] : [{ id, op: takesValue(op) && !text ? "exists" : op, values: op === "in" ? text.split("|") : [text] }];
    change({ data: writeData([...first, ...more]), data_value: "" });
  }

  const nameOf = typed("data", { type: "text", maxLength: 200, list: listId }, ({ data: id }) => pick({ id }));
  const operator = select(operators.map((op) => [op, t(`data.choice.${op}`)]), "eq", (op) => {
    value.input.disabled = !takesValue(op);
    if (!takesValue(op) || value.input.value.trim()) pick({ op });
  }, { dataset: { testid: "filter-data-op" }, "aria-label": t("data.operator") });
  const value = typed("data_value", { type: "text", maxLength: 200, placeholder: t("filters.any") },
    ({ data_value: text }) => nameOf.input.value.trim() && pick({ text }));
  const options = element("datalist", { id: listId });
  return {
    node: element("div", { class: "condition-pair" }, field(t("filters.dataName"), nameOf.input), field(t("data.operator"), operator),
      field(t("filters.data_value"), value.input), options),
    show(filters) {
      shown = filters;
      const [first] = asked();
      nameOf.show({ data: first?.id ?? "" });
      if (first && !(first.op === "exists" && takesValue(operator.value))) operator.value = first.op;
      value.input.disabled = !takesValue(operator.value);
      value.show({ data_value: first?.values.join("|") ?? "" });
    },
    suggest: (values) => options.replaceChildren(...values.map(([key, label]) => element("option", { value: key, label }))),
  };
}
