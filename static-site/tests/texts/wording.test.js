import assert from "node:assert/strict";
import { test } from "node:test";
import en from "../../scripts/texts/en.js";
import pl from "../../scripts/texts/pl.js";

const forms = new Set(["zero", "one", "two", "few", "many", "other"]);
const isPlural = (value) => typeof value === "object" && "other" in value && Object.keys(value).every((name) => forms.has(name));

/** Every text with its dotted name; plural forms have a name of their own each. */
function texts(group, path = "") {
  return Object.entries(group)
    .flatMap(([name, value]) => (typeof value === "string" ? [[`${path}${name}`, value]] : texts(value, `${path}${name}.`)));
}

function plurals(group, path = "") {
  return Object.entries(group)
    .flatMap(([name, value]) =>
      (typeof value === "string" ? [] : isPlural(value) ? [[`${path}${name}`, value]] : plurals(value, `${path}${name}.`)));
}

const places = (text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
const all = [["pl", pl], ["en", en]];

test("nobody is begged, shouted at or blamed", () => {
  for (const [language, group] of all) {
    for (const [name, text] of texts(group))
      assert.doesNotMatch(text, /!|\bprosz[ęe]\b|\bplease\b|\bsorry\b|przepraszamy|\boops\b|\bups\b/iu, `${language} ${name}`);
  }
});

test("one word stands for one thing", () => {
  for (const [name, text] of texts(pl))
    assert.doesNotMatch(text, /(?<!-)\bdemo\b|demonstracyjn|session scoring|\bworkspace\b/iu, `pl ${name}`);
  for (const [name, text] of texts(en)) assert.doesNotMatch(text, /(?<!-)\bdemo\b|session scoring/iu, `en ${name}`);
});

test("months never come first, and half days have no names", () => {
  for (const [language, group] of all) {
    for (const [name, text] of texts(group)) assert.doesNotMatch(text, /mm\/dd|MM\/DD|\b\d{1,2} ?[ap]m\b/i, `${language} ${name}`);
  }
});

test("a counted text has every form of its language", () => {
  for (const [language, group] of all) {
    const expected = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();
    for (const [name, value] of plurals(group)) assert.deepEqual(Object.keys(value).toSorted(), expected, `${language} ${name}`);
  }
});

test("both languages have the same places to fill in", () => {
  /** @type {(group: object) => Map<string, Set<string>>} */
  const placesOf = (group) => {
    const found = new Map();
    for (const [path, text] of texts(group)) {
      const name = path.replace(/\.(zero|one|two|few|many|other)$/, "");
      found.set(name, new Set([...found.get(name) ?? [], ...places(text)]));
    }
    return found;
  };
  const [polish, english] = [placesOf(pl), placesOf(en)];
  assert.deepEqual([...polish.keys()].toSorted(), [...english.keys()].toSorted());
  for (const [name, found] of polish) assert.deepEqual([...found].toSorted(), [...english.get(name)].toSorted(), name);
});
