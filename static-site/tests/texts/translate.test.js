import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { ApiError } from "../../scripts/api/api.js";
import { explain } from "../../scripts/texts/explain.js";
import { chooseLanguage, known, language, languages, setLanguage, t } from "../../scripts/texts/translate.js";

/** What every object inherits, and so would be found by a careless look. */
const hostile = ["constructor", "__proto__", "toString", "hasOwnProperty", "valueOf", "isPrototypeOf", "length", "", ".", "a.b",
  "success.x"];

beforeEach(() => setLanguage("en"));

test("the remembered language comes first, then the browser's first one that we speak", () => {
  assert.equal(chooseLanguage("pl", ["en-US"]), "pl");
  assert.equal(chooseLanguage(undefined, ["de-DE", "PL", "en"]), "pl");
  assert.equal(chooseLanguage("xx", ["de", "fr"]), "en");
  assert.equal(chooseLanguage(undefined, []), "en");
  for (const name of hostile) assert.equal(chooseLanguage(name, [name]), "en");
});

test("codes that have a text get it, others stay as they came", () => {
  assert.notEqual(known("outcome", "success"), "success");
  for (const code of hostile) {
    for (const group of ["outcome", "errors", "endReason", "sync.statuses", "roles", "source", "transcript.feedback"]) {
      assert.equal(known(group, code), code, `${group} ${code}`);
      assert.equal(known(group, code, "as it came"), "as it came");
    }
  }
});

test("a group of texts is no text", () => {
  assert.equal(known("sync", "statuses"), "statuses");
  assert.equal(t("sync.statuses"), "sync.statuses");
  assert.equal(t("no.such.text"), "no.such.text");
});

test("values are put in as they are, also those that look like places", () => {
  const text = t("filters.chip", { name: "{value}", value: "$& {name} <b>" });
  assert.match(text, /\$& \{name\} <b>/);
});

test("an error that the API named is said in the reader's language, others in its own words", () => {
  const refused = (code, more) => new ApiError({ code, detail: "In English.", ...more });
  for (const code of languages) {
    setLanguage(code);
    assert.equal(language(), code);
    assert.notEqual(explain(refused("not_configured")), "In English.");
    for (const name of hostile) assert.equal(explain(refused(name)), "In English.", name);
  }
  assert.match(explain(new Error("boom")), /boom/);
  assert.match(explain("thrown"), /thrown/);
});

test("a wrong parameter with a strange name is explained by the server's words", () => {
  for (const parameter of hostile.filter(Boolean)) {
    assert.match(explain(new ApiError({ code: "invalid_parameter", detail: "In English.", parameter })), /In English\.$/);
  }
});
