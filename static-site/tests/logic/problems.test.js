import assert from "node:assert/strict";
import { test } from "node:test";
import { remedyOf, worstProblem } from "../../scripts/logic/problems.js";
import en from "../../scripts/texts/en.js";
import pl from "../../scripts/texts/pl.js";

const problem = (code, severity = "error", more = {}) => ({ code, severity, detail: "In English.", ...more });

test("the first is the worst; the others are counted", () => {
  const worst = worstProblem([problem("disk_full"), problem("data_stale", "warning"), problem("local_disk_advised", "advice")]);
  assert.deepEqual([worst.problem.code, worst.more], ["disk_full", 1]);
});

test("nothing wrong, or advice alone, is no notice", () => {
  assert.equal(worstProblem(undefined), null);
  assert.equal(worstProblem([]), null);
  assert.equal(worstProblem([problem("circuit_open", "advice")]), null);
});

test("a problem without a severity is pressing", () => assert.equal(worstProblem([{ code: "new_one" }]).problem.code, "new_one"));

test("a remedy is done here where it can be, else one looks again", () => {
  const remedy = (action, params) => remedyOf(problem("x", "error", { remedy: { action, params } }));
  assert.deepEqual(remedy("open_settings_key"), { action: "open_settings_key", does: "settings", agent: undefined });
  assert.deepEqual(remedy("start_sync", { agent_id: "one" }), { action: "start_sync", does: "sync", agent: "one" });
  for (const action of ["free_disk", "wait", "constructor", "__proto__", "a_new_one"])
    assert.deepEqual([remedy(action).action, remedy(action).does], ["check_again", "look"]);
  for (const none of [undefined, null]) assert.equal(remedyOf(problem("x", "error", { remedy: none })).does, "look");
});

test("a synchronisation of one agent is of the one that the problem names", () => {
  assert.equal(remedyOf(problem("x", "error", { agent_id: "two", remedy: { action: "start_sync", params: {} } })).agent, "two");
  assert.equal(remedyOf(problem("x", "error", { agent_id: null, remedy: { action: "start_sync" } })).agent, undefined);
});

test("whatever has a title says what to do, in both languages", () => {
  for (const { problems } of [en, pl]) assert.deepEqual(Object.keys(problems.titles), Object.keys(problems.texts));
});
