import assert from "node:assert/strict";
import { test } from "node:test";
import {
  choices, combine, filterNames, flags, joinCriterion, opposite, splitCriteria, splitCriterion,
} from "../../scripts/state/filters.js";

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

test("several criteria come apart at their results, whatever the ids hold", () => {
  assert.deepEqual(splitCriteria("a:failure,b,c:success"), ["a:failure", "b,c:success"]);
  assert.deepEqual(splitCriteria(""), []);
});

test("conditions together are no wider than each", () => {
  const both = (name, one, other) => combine({ [name]: one }, { [name]: other })?.[name] ?? null;
  assert.equal(both("outcome", "failure,unknown", "unknown,success"), "unknown");
  assert.equal(both("outcome", "failure", "success"), null);
  assert.equal(both("status", "finished", "done"), "done");
  assert.equal(both("status", "failed", "finished"), "failed");
  assert.equal(both("status", "unfinished", "in-progress"), "in-progress");
  assert.equal(both("status", "finished", "unfinished"), null);
  assert.equal(both("duration_min", "30", "100"), "100");
  assert.equal(both("duration_max", "30", "100"), "30");
  assert.equal(both("criterion", "a:failure", "b:success"), "a:failure,b:success");
  assert.equal(both("criterion", "a:failure,b:success", "a:failure"), "a:failure,b:success");
  assert.equal(both("criterion", "a:failure", "a:success"), null);
  assert.equal(both("dropout", "true", "true"), "true");
  assert.equal(both("dropout", "true", "false"), null);
  assert.equal(both("status", "finished,in-progress", "done,unfinished"), "done,in-progress");
  assert.equal(both("tool", "x", "y"), null, "several tools are one or the other, not both");
  assert.equal(both("not_tool", "x", "y"), "x,y");
  assert.equal(both("not_outcome", "failure,unknown", "unknown,success"), "failure,unknown,success");
  assert.equal(both("not_criterion", "a:failure", "a:success,b,c:failure"), "a:failure,a:success,b,c:failure");
  assert.deepEqual(combine({ tool: "x" }, { outcome: "failure" }), { tool: "x", outcome: "failure" });
  assert.deepEqual(combine({}, {}), {});
  assert.equal(combine({ not_outcome: "success,unknown" }, { outcome: "success" }), null, "ruled out");
  assert.deepEqual(combine({ not_outcome: "success" }, { outcome: "failure" }), { not_outcome: "success", outcome: "failure" });
});

test("a condition has an opposite where the API can say it", () => {
  assert.deepEqual(opposite({ outcome: "failure" }), { not_outcome: "failure" });
  assert.deepEqual(opposite({ criterion: "a:failure" }), { not_criterion: "a:failure" });
  assert.deepEqual(opposite({ dropout: "true" }), { dropout: "false" });
  assert.equal(opposite({ duration_min: "30" }), null);
  assert.equal(opposite({ weekday: "1", hour: "9" }), null, "neither of the two is not what is outside of both");
});
