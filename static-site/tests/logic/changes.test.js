import assert from "node:assert/strict";
import { test } from "node:test";
import { changeOf, changeOfCriterion, changeView } from "../../scripts/logic/changes.js";

const figure = (values) =>
  ({ name: "x", unit: "points", change: 5, low: 1, high: 9, n: 100, previous_n: 100, judgement: "better", more_than_tenfold: false,
    ...values });

for (const [judgement, change, sign, tone] of [
  ["better", 5, "▲", "good"], ["better", -5, "▼", "good"], ["worse", 5, "▲", "bad"], ["worse", -5, "▼", "bad"],
  ["changed", 5, "▲", "neutral"], ["changed", -5, "▼", "neutral"], ["no_clear_change", 5, "≈", "neutral"],
  ["no_clear_change", 0, "≈", "neutral"],
  ["not_judged", -5, "", "neutral"],
]) {
  test(`${judgement}, ${change}: ${sign || "no sign"}, ${tone}`,
    () => assert.deepEqual(changeView(figure({ judgement, change })), { kind: "change", sign, tone }));
}

test("too few on either side is said; a change that cannot be had for another reason is not", () => {
  const none = { judgement: "too_few", change: null, low: null, high: null };
  assert.deepEqual(changeView(figure({ ...none, n: 29 })), { kind: "few" });
  assert.deepEqual(changeView(figure({ ...none, previous_n: 0 })), { kind: "few" });
  assert.equal(changeView(figure(none)), null);
  assert.equal(changeView(undefined), null);
});

test("figures and criteria are found by name, and not without a comparison", () => {
  const comparison = { figures: [figure({ name: "a" })], criteria: [figure({ name: "a", change: 7 }), figure({ name: "__proto__" })] };
  assert.equal(changeOf(comparison, "a")?.change, 5);
  assert.equal(changeOfCriterion(comparison, "a")?.change, 7);
  assert.equal(changeOfCriterion(comparison, "__proto__")?.name, "__proto__");
  assert.equal(changeOf(comparison, "toString"), undefined);
  assert.equal(changeOf(null, "a"), undefined);
});
