import assert from "node:assert/strict";
import { test } from "node:test";
import { fullestFirst, isSpread, sharesOf, typesOf, typeStory } from "../../scripts/logic/collected-data.js";

const datum = (changes) => ({
  id: "x", filled: 10, types: { string: 0, number: 10, boolean: 0, date: 0, array: 0, object: 0 }, type_days: [], distinct_values: 9,
  histogram: [{}, {}], filled_by_period: [], ...changes,
});

test("few different numbers are values, more are a spread", () => {
  assert.equal(isSpread(datum({})), true);
  assert.equal(isSpread(datum({ distinct_values: 3 })), false);
  assert.equal(isSpread(datum({ distinct_values: null })), true);
  assert.equal(isSpread(datum({ types: { ...datum({}).types, number: 5, string: 5 } })), false);
  assert.equal(isSpread(datum({ histogram: [] })), false);
});

test("a type that follows another has changed, one beside another is mixed", () => {
  const days = (...ranges) => datum({ type_days: ranges.map(([type, first, last]) => ({ type, first, last })) });
  assert.equal(typeStory(days(["string", "2026-11-01", "2026-11-09"])), null);
  assert.equal(typeStory(days(["string", "2026-11-01", "2026-11-09"], ["number", "2026-11-10", "2026-11-20"]))?.kind, "changed");
  assert.equal(typeStory(days(["string", "2026-11-01", "2026-11-10"], ["number", "2026-11-10", "2026-11-20"]))?.kind, "mixed");
});

test("the fullest come first, the most frequent type too, and a part without conversations has no share", () => {
  assert.deepEqual(fullestFirst([datum({ id: "b" }), datum({ id: "c", filled: 20 }), datum({ id: "a" })]).map(({ id }) => id),
    ["c", "a", "b"]);
  assert.deepEqual(typesOf(datum({ types: { string: 2, number: 3, boolean: 0 } })), [["number", 3], ["string", 2]]);
  assert.deepEqual(sharesOf(datum({ filled_by_period: [1, 0] }), [{ total: 4 }, { total: 0 }]), [0.25, null]);
});
