import en from "./en.js";
import pl from "./pl.js";

/** A text, or its plural forms by the names of Intl.PluralRules. @typedef {string | Record<string, string>} Text */

/** @type {Record<string, object>} */
const texts = { en, pl };
let current = "en";
let plurals = new Intl.PluralRules("en");
let numbers = new Intl.NumberFormat("en", { useGrouping: true });

export const languages = ["pl", "en"];

/** @param {string} code */
export function setLanguage(code) {
  current = code;
  plurals = new Intl.PluralRules(code);
  numbers = new Intl.NumberFormat(code, { useGrouping: true });
}

export const language = () => current;

/**
 * The remembered language, else the browser's first one that we speak, else English.
 * @param {string | undefined} remembered @param {readonly string[]} browserLanguages
 */
export function chooseLanguage(remembered, browserLanguages) {
  const wanted = [remembered, ...browserLanguages].map((code) => code?.slice(0, 2).toLowerCase());
  return wanted.find((code) => code !== undefined && languages.includes(code)) ?? "en";
}

/**
 * The text of a key with {names} filled in; a text with plural forms is chosen by `count`.
 * @param {string} key @param {Record<string, any>} [values]
 */
export function t(key, values = {}) {
  const text = find(key.split("."));
  return text === undefined ? key : say(text, values);
}

/**
 * The same in pieces, for a sentence whose parts are shown in a way of their own: what is put in stays what it was.
 * @template T @param {string} key @param {Record<string, T | T[]>} values @returns {Array<T | string>}
 */
export function pieces(key, values) {
  const text = find(key.split("."));
  if (text === undefined) return [key];
  return formOf(text, values).split(/\{(\w+)\}/).flatMap((part, index) => (index % 2 ? values[part] : part)).filter((part) => part !== "");
}

/**
 * For open sets of codes: the text of `group.code`, or the code as it came.
 * @param {string} group @param {string} code @param {string} [fallback]
 */
export function known(group, code, fallback = code) {
  const text = find([...group.split("."), code]);
  return text === undefined ? fallback : say(text, {});
}

/** @param {Text} text @param {Record<string, any>} values */
function say(text, values) {
  return formOf(text, values).replace(/\{(\w+)\}/g, (_, /** @type {string} */ name) => show(values[name]));
}

/** @param {Text} text @param {Record<string, any>} values */
const formOf = (text, values) => (typeof text === "string" ? text : text[plurals.select(values.count)] ?? text.other);

/** @param {unknown} value */
const show = (value) => (typeof value === "number" ? numbers.format(value) : isolated(String(value ?? "")));

/** Letters that run from right to left, and the signs that make others do. */
const rightToLeft = /[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufeff]|[\ud802\ud803\ud83a\ud83b]/;

/** A foreign name within a sentence keeps its direction to itself. @param {string} text */
export const isolated = (text) => (rightToLeft.test(text) ? `\u2068${text}\u2069` : text);

/**
 * A text, or its plural forms; codes come from outside, so what an object merely inherits is no text.
 * @param {string[]} path @returns {Text | undefined}
 */
function find(path) {
  /** @type {any} */
  let node = texts[current];
  for (const name of path) {
    if (typeof node !== "object" || !Object.hasOwn(node, name)) return undefined;
    node = node[name];
  }
  return typeof node === "string" || Object.hasOwn(node, "other") ? node : undefined;
}
