import assert from "node:assert/strict";
import { test } from "node:test";
import { choices, filterNames, flags, joinCriterion, splitCriterion } from "../../scripts/state/filters.js";

test("a criterion and its result come apart as they went together, whatever the id holds", () => {
  for (const id of ["greeting", "a:b", "a:b:failure", "", "constructor", "żółć"]) {
    assert.deepEqual(splitCriterion(joinCriterion(id, "failure")), { id, result: "failure" });
  }
});

test("everything that can be chosen is a condition of the list", () => {
  for (const name of [...Object.keys(choices), ...flags]) assert.ok(filterNames.includes(name), name);
  assert.equal(new Set(filterNames).size, filterNames.length);
});

test("hours and weekdays are complete", () => {
  assert.deepEqual([choices.hour.length, choices.hour[0], choices.hour.at(-1)], [24, "0", "23"]);
  assert.deepEqual(choices.weekday, ["1", "2", "3", "4", "5", "6", "7"]);
});
