import en from "./en.js";
import pl from "./pl.js";

const texts = { en, pl };
let current = "en";
let plurals = new Intl.PluralRules("en");
let numbers = new Intl.NumberFormat("en");

export const languages = ["pl", "en"];

export function setLanguage(code) {
  current = code;
  plurals = new Intl.PluralRules(code);
  numbers = new Intl.NumberFormat(code);
}

export const language = () => current;

/** The remembered language, else the browser's first one that we speak, else English. */
export function chooseLanguage(remembered, browserLanguages) {
  const wanted = [remembered, ...browserLanguages].map((code) => code?.slice(0, 2).toLowerCase());
  return wanted.find((code) => languages.includes(code)) ?? "en";
}

/** The text of a key with {names} filled in; a text with plural forms is chosen by `count`. */
export function t(key, values = {}) {
  const message = find(key);
  if (message === undefined) return key;
  const text = typeof message === "string" ? message : message[plurals.select(values.count)] ?? message.other;
  return text.replace(/\{(\w+)\}/g, (_, name) => show(values[name]));
}

/** For open sets of codes: the text of `group.code`, or the code as it came. */
export function known(group, code, fallback = code) {
  const key = `${group}.${code}`;
  return find(key) === undefined ? fallback : t(key);
}

const show = (value) => (typeof value === "number" ? numbers.format(value) : value ?? "");

function find(key) {
  return key.split(".").reduce((node, name) => node?.[name], texts[current]);
}
