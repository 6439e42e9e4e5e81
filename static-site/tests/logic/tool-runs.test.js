import assert from "node:assert/strict";
import { test } from "node:test";
import { isOnlyAnswer, toolRuns } from "../../scripts/logic/tool-runs.js";

const call = (id, name = "orders") => ({ request_id: id, tool_name: name, parameters: "{}" });
const result = (id, name = "orders") => ({ request_id: id, tool_name: name, result: "ok", is_error: false, latency_secs: 1 });
const turn = (parts) => ({ role: "agent", message: null, time_in_call_secs: 0, ...parts });

test("a result of the next turn belongs to its call", () => {
  const turns = [turn({ message: "A moment.", tool_calls: [call("a")] }), turn({ tool_results: [result("a")] })];
  const runs = toolRuns(turns);
  assert.deepEqual(runs.map((run) => [run.name, run.turn, run.resultTurn, run.result?.result]), [["orders", 0, 1, "ok"]]);
  assert.deepEqual(turns.map((one, index) => isOnlyAnswer(one, index, runs)), [false, true]);
});

test("a result without a call, and a call without a result, stand alone", () => {
  const turns = [turn({ tool_results: [result("x", "lost")] }), turn({ tool_calls: [call("a")] })];
  const runs = toolRuns(turns);
  assert.deepEqual(runs.map((run) => [run.name, run.turn, run.call !== null, run.result !== null]),
    [["lost", 0, false, true], ["orders", 1, true, false]]);
  assert.deepEqual(turns.map((one, index) => isOnlyAnswer(one, index, runs)), [false, false]);
});

test("an id that is used twice has its results in order", () => {
  const first = result("a");
  const second = { ...result("a"), result: "again" };
  const runs = toolRuns([turn({ tool_calls: [call("a")], tool_results: [first] }),
    turn({ tool_calls: [call("a")], tool_results: [second] })]);
  assert.deepEqual(runs.map((run) => run.result?.result), ["ok", "again"]);
});

test("a turn that says something, or has files, is not only an answer", () => {
  const spoken = [turn({ tool_calls: [call("a")] }), turn({ message: "Found.", tool_results: [result("a")] })];
  assert.equal(isOnlyAnswer(spoken[1], 1, toolRuns(spoken)), false);
  assert.equal(isOnlyAnswer(turn({ message: "" }), 0, []), false);
});
