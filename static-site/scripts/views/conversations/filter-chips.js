import { element, foreign } from "../parts/dom.js";
import { icon } from "../parts/icons.js";
import { choices, splitCriterion } from "../../state/filters.js";
import * as format from "../../texts/format.js";
import { known, t } from "../../texts/translate.js";

/** @type {Record<string, string>} */
const groups = { outcome: "outcome", status: "status", end_reason: "endReason", direction: "direction", channel: "channel", source: "source" };

/** @type {Record<string, (value: string) => string>} */
const spelled = {
  weekday: (value) => format.weekday(Number(value), "long"),
  hour: (value) => format.hourRange(Number(value)),
  rating: (value) => t("kpi.rating.stars", { count: Number(value) }),
  language: format.language,
  cost_min: (value) => format.credits(Number(value)),
  cost_max: (value) => format.credits(Number(value)),
};

/** A condition in words. @param {App} app @param {string} name @param {string} value */
function chipText(app, name, value) {
  if (name === "criterion") {
    const { id, result } = splitCriterion(value);
    return t("conversations.criterionResult", { name: app.criterionName(id), result: known("result", result) });
  }
  if (value === "true") return t(`filters.${name}`);
  if (value === "false") return t("filters.not", { name: t(`filters.${name}`) });
  return t("filters.chip", { name: t(`filters.${name}`), value: isOfSeveral(name) ? format.eitherOf(value.split(",").map((one) => valueText(name, one))) : valueText(name, value) });
}

/** Conditions whose values are separated by commas. @param {string} name */
export const isOfSeveral = (name) => Object.hasOwn(choices, name) || name === "language" || name === "source";

/** @param {string} name @param {string} value */
export function valueText(name, value) {
  if (Object.hasOwn(spelled, name)) return spelled[name](value);
  if (Object.hasOwn(groups, name)) return known(groups[name], value);
  return name.startsWith("duration_") ? format.duration(Number(value)) : value;
}

/** One chip per condition, each a button that takes it away. @param {App} app @param {(changes: Filters) => void} change */
export function filterChips(app, change) {
  const entries = Object.entries(app.route.filters);
  const chips = entries.map(([name, value]) => {
    const text = chipText(app, name, value ?? "");
    return element("button", {
      type: "button", class: "chip", "aria-label": t("filters.remove", { name: text }), title: t("filters.remove", { name: text }),
      dataset: { testid: "filter-chip" }, on: { click: () => change({ [name]: "" }) },
    }, foreign(text), icon("close"));
  });
  if (entries.length > 1) {
    chips.push(element("button", {
      type: "button", class: "button button-quiet button-small",
      on: { click: () => change(Object.fromEntries(entries.map(([name]) => [name, ""]))) },
    }, t("conversations.clearFilters")));
  }
  return chips;
}
