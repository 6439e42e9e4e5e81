import { valueRuns } from "../../logic/value-runs.js";
import { readData } from "../../state/data-conditions.js";
import { isOpposite, plainName, splitCriteria, splitCriterion, splitValues } from "../../state/filters.js";
import * as format from "../../texts/format.js";
import { known, language, t } from "../../texts/translate.js";

/** Groups of texts by condition. @type {Record<string, string>} */
const groups = {
  outcome: "outcome", status: "status", end_reason: "endReason", direction: "direction", channel: "channel", source: "source",
  call_result: "callResult", sentiment: "sentiment",
  transfer: "transferResult",
};

/** Both ends of one condition. */
export const ranges =
  { duration: ["duration_min", "duration_max"], cost: ["cost_min", "cost_max"], rating_range: ["rating_min", "rating_max"] };

/** Conditions that are one chip: ranges with both their ends, a datum with its value. @type {Record<string, string[]>} */
const parts = { ...ranges, data: ["data", "data_value"], not_data: ["not_data", "not_data_value"] };

/** @type {Record<string, (value: string) => string>} */
const spelled = {
  duration: (value) => format.duration(Number(value)),
  cost: (value) => format.credits(Number(value)),
  rating_range: (value) => format.decimal(Number(value)),
};

/** The name of the condition that a parameter belongs to. @param {string} parameter */
const conditionOf = (parameter) => Object.keys(parts).find((name) => parts[name].includes(parameter)) ?? parameter;

/** The parameters of a condition. @param {string} condition */
export const parametersOf = (condition) => parts[condition] ?? [condition];

/** The conditions that are set. @param {Filters} filters */
export const conditionsIn = (filters) => [...new Set(Object.keys(filters).map(conditionOf))];

/** The change that takes a condition away. @param {string} condition @returns {Filters} */
export const withoutCondition = (condition) => Object.fromEntries(parametersOf(condition).map((parameter) => [parameter, ""]));

/** One value in words. @param {string} condition @param {string} value */
export function valueWord(condition, value) {
  if (condition === "rating") return t("kpi.rating.stars", { count: Number(value) });
  if (condition === "weekday") return format.weekday(Number(value), "long");
  if (condition === "hour") return format.hourRange(Number(value));
  if (condition === "language") return format.language(value);
  return Object.hasOwn(groups, condition) ? known(groups[condition], value) : value;
}

/** Values that are names of their own keep their capital within a sentence. */
const named = new Set(["language", "source"]);

/** As it stands after a colon; a shortening stays as it is. @param {string} text */
const within = (text) => (/^\p{Lu}\p{Ll}/u.test(text) ? text[0].toLocaleLowerCase(language()) + text.slice(1) : text);

/**
 * "poniedziałek–piątek": days and hours in a row are told by their ends.
 * @param {string} condition @param {string} text @param {(names: string[]) => string} [eitherOf]
 */
function valueWords(condition, text, eitherOf = format.eitherOf) {
  const values = splitValues(text);
  if (condition === "weekday")
    return eitherOf(valueRuns(values.map(Number))
      .map(([from, to]) => [...new Set([from, to])].map((day) => format.weekday(day, "long")).join("–")));
  if (condition === "hour") return eitherOf(valueRuns(values.map(Number)).map(([from, to]) => `${from}:00–${to + 1}:00`));
  const words = values.map((value) => valueWord(condition, value));
  return eitherOf(Object.hasOwn(groups, condition) && !named.has(condition) ? words.map(within) : words);
}

/**
 * A condition in words: its name, and its values; a yes-or-no condition is its name alone.
 * @param {App} app @param {string} condition @param {Filters} filters @returns {{ name: string, values: string | null }}
 */
export function conditionWords(app, condition, filters) {
  if (!isOpposite(condition)) return wordsOf(app, condition, filters, false);
  const plain = Object.fromEntries(parametersOf(condition).map((name) => [plainName(name), filters[name]]));
  return wordsOf(app, plainName(condition), plain, true);
}

/**
 * @param {App} app @param {string} condition @param {Filters} filters @param {boolean} negated
 * @returns {{ name: string, values: string | null }}
 */
function wordsOf(app, condition, filters, negated) {
  const said = (/** @type {string} */ values) => (negated ? t("filters.except", { values }) : values);
  const name = t(condition === "search" ? "filters.searched" : `filters.${condition}`);
  if (Object.hasOwn(ranges, condition)) {
    const [min, max] = parts[condition].map((parameter) => filters[parameter]);
    const say = spelled[condition];
    if (min && max) return { name, values: min === max ? say(min) : t("filters.between", { min: say(min), max: say(max) }) };
    return { name, values: min ? t("filters.least", { value: say(min) }) : t("filters.most", { value: say(max ?? "") }) };
  }
  const value = filters[condition] ?? "";
  if (condition === "criterion") {
    const [first, ...more] = splitCriteria(value).map((text) => {
      const { id, result } = splitCriterion(text);
      return { name: app.criterionName(id), values: said(known("result", result)) };
    });
    if (!more.length) return first;
    return { name, values: format.list([first, ...more].map((one) => t("filters.chip", { name: one.name, value: one.values }))) };
  }
  if (condition === "data") {
    const [first, ...more] = readData(value, filters.data_value).map((one) => datumWords(app, one, said));
    if (!first) return { name, values: said(value) };
    return more.length ? { name, values: format.list([first, ...more].map(datumText)) } : first;
  }
  if (value === "true") return { name, values: null };
  if (value === "false") return { name: t("filters.not", { name }), values: null };
  return { name, values: said(valueWords(condition, value, negated ? format.neitherOf : format.eitherOf)) };
}

/**
 * @param {App} app @param {import("../../state/data-conditions.js").DatumCondition} condition @param {(values: string) => string} said
 */
function datumWords(app, { id, op, values }, said) {
  return { name: app.criterionName(id), values: said(t(`data.ops.${op}`, { value: format.eitherOf(values.map(datumWord)) })) };
}

/** @param {{ name: string, values: string }} words */
const datumText = ({ name, values }) => t("filters.chip", { name, value: values });

/** A collected value as people say it. @param {string} value */
export function datumWord(value) {
  if (value === "true" || value === "false") return t(`filters.flag${value}`);
  return value === "" ? t("data.emptyText") : /^\d{4}-\d\d-\d\d$/.test(value) ? format.day(value) : value;
}

/** The same as one text. @param {App} app @param {string} condition @param {Filters} filters */
export function conditionText(app, condition, filters) {
  const { name, values } = conditionWords(app, condition, filters);
  return values === null ? name : t("filters.chip", { name, value: values });
}
