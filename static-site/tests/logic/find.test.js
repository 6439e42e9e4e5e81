import assert from "node:assert/strict";
import { test } from "node:test";
import { findParts, leadToHit } from "../../scripts/logic/find.js";

const hits = (text, wanted) => findParts(text, wanted).filter(({ hit }) => hit).map((part) => part.text);
const whole = (text, wanted) => findParts(text, wanted).map((part) => part.text).join("");

test("words are found whatever their case and accents", () => {
  assert.deepEqual(hits("Żółta łódź, ŻÓŁTA ŁÓDŹ", "zolta lodz"), ["Żółta łódź", "ŻÓŁTA ŁÓDŹ"]);
  assert.deepEqual(hits("Zolta", "żółta"), ["Zolta"]);
  assert.deepEqual(hits("Crème brûlée", "BRULEE"), ["brûlée"]);
});

test("the parts put together are the text, also around letters of several units", () => {
  for (const text of ["a🙂b🙂", "ﬁn ﬃ", "İstanbul", "e\u0301te\u0301", "żżż", "\ud800 lone"]) {
    for (const wanted of ["b", "i", "e", "ż", "🙂", "stan", "zz"]) assert.equal(whole(text, wanted), text);
  }
});

test("hits do not overlap", () => assert.deepEqual(hits("aaaa", "aa"), ["aa", "aa"]));

test("signs of patterns are plain signs", () => {
  assert.deepEqual(hits("1+1 (a.b) [x]", "(a.b)"), ["(a.b)"]);
  assert.deepEqual(hits("axb", "a.b"), []);
});

test("nothing wanted, nothing found", () => {
  assert.deepEqual(findParts("text", "  "), [{ text: "text", hit: false }]);
  assert.deepEqual(findParts("", "x"), [{ text: "", hit: false }]);
  assert.deepEqual(findParts("", ""), [{ text: "", hit: false }]);
});

test("a hit at either end leaves no empty parts", () => {
  assert.deepEqual(findParts("ab", "a"), [{ text: "a", hit: true }, { text: "b", hit: false }]);
  assert.deepEqual(findParts("ab", "ab"), [{ text: "ab", hit: true }]);
});

test("an excerpt begins a word or two before its first hit", () => {
  const long = { text: "Dzień dobry! Pomogę w sprawach internetu, telefonu i ", hit: false };
  const hit = { text: "faktury", hit: true };
  assert.deepEqual(leadToHit([long, hit]), [{ text: "…internetu, telefonu i ", hit: false }, hit]);
  for (const parts of [[hit, long], [{ text: "Kolejna ", hit: false }, hit], [long], []]) assert.deepEqual(leadToHit(parts), parts);
});
