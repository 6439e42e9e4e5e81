import { element, newId } from "../parts/dom.js";
import { t } from "../../texts/translate.js";
import { field } from "../parts/fields.js";

const typingPause = 350;

/** The controls of single conditions. Each has a `node` to show, and `show(filters)` that sets it from the address. */

/** @param {string} name @param {Record<string, any>} props @param {(changes: Filters) => void} change */
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

/** @param {string} name @param {(changes: Filters) => void} change */
export function textControl(name, change) {
  const { input, show } = typed(name, { type: "search", maxLength: 200, placeholder: t(`filters.${name}Placeholder`) }, change);
  return { node: field(t(`filters.${name}`), input), show };
}

/** A text with suggestions: the values that occur. Others may be typed, as a list never names all. @param {string} name @param {(changes: Filters) => void} change */
export function suggestedControl(name, change) {
  const listId = newId("values");
  const { input, show } = typed(name, { type: "text", maxLength: 100, list: listId, placeholder: t("filters.any") }, change);
  const options = element("datalist", { id: listId });
  const node = field(t(`filters.${name}`), input);
  node.append(options);
  return {
    node,
    show,
    /** `values` are [value, text] pairs. @param {string[][]} values */
    suggest: (values) => options.replaceChildren(...values.map(([value, label]) => element("option", { value, label }))),
  };
}

/** From – to, both inclusive. @param {string} name @param {{ max: number, step?: number }} limits @param {(changes: Filters) => void} change */
export function rangeControl(name, { max, step = 1 }, change) {
  const ends = ["min", "max"].map((end) => {
    const { input, show } = typed(`${name}_${end}`, { type: "number", min: name === "rating" ? 1 : 0, max, step, inputMode: "numeric", placeholder: t(`filters.${end}`) }, (changes) => input.checkValidity() && change(changes));
    input.setAttribute("aria-label", t(`filters.${name}_${end}`));
    return { input, show };
  });
  return {
    node: element("fieldset", { class: "filter-range" }, element("legend", {}, t(`filters.${name}Range`)), element("div", {}, ends.map(({ input }) => input))),
    /** @param {Filters} filters */
    show: (filters) => ends.forEach((end) => end.show(filters)),
  };
}

/** Any of several values. @param {string} name @param {string[][]} values [value, text] pairs. @param {(changes: Filters) => void} change */
export function ticksControl(name, values, change) {
  const ticks = values.map(([value, text]) => {
    const input = element("input", { type: "checkbox", value, class: "visually-hidden", on: { change: apply } });
    return { input, node: element("label", { class: "tick-chip" }, input, element("span", {}, text)) };
  });

  function apply() {
    change({ [name]: ticks.filter(({ input }) => input.checked).map(({ input }) => input.value).join(",") });
  }

  return {
    node: element("fieldset", { class: "filter-ticks", dataset: { testid: `filter-${name}` } }, element("legend", {}, t(`filters.${name}`)), element("div", {}, ticks.map(({ node }) => node))),
    /** @param {Filters} filters */
    show(filters) {
      const picked = (filters[name] ?? "").split(",");
      for (const { input } of ticks) input.checked = picked.includes(input.value);
    },
  };
}
