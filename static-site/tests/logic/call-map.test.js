import assert from "node:assert/strict";
import { test } from "node:test";
import { callMap, turnAt } from "../../scripts/logic/call-map.js";
import { toolRuns } from "../../scripts/logic/tool-runs.js";

const turns = /** @type {Turn[]} */ (/** @type {unknown} */ ([
  { role: "agent", message: "x".repeat(45), time_in_call_secs: 0 },
  { role: "user", message: "x".repeat(300), time_in_call_secs: 7 },
  { role: "agent", message: null, time_in_call_secs: 13, tool_calls: [{ request_id: "a", tool_name: "find" }],
    tool_results: [{ request_id: "a", tool_name: "find", is_error: true, latency_secs: 5 }] },
  { role: "agent", message: "Ok", time_in_call_secs: 19 },
  { role: "user", message: "Nobody knows when", time_in_call_secs: null },
]));
const runs = toolRuns(turns);

test("turns last as long as their text, and never into the next", () => {
  const { seconds, parts } = callMap(turns, runs, 30);
  assert.equal(seconds, 30);
  assert.deepEqual(parts.map(({ kind, from, to, failed, turn }) => [kind, from, to, failed, turn]), [
    ["bot", 0, 3, false, 0], ["caller", 7, 13, false, 1], ["bot", 19, 19.6, false, 3], ["tool", 13, 18, true, 2],
  ]);
});

test("a call is at least as long as its turns, whatever it says of itself", () => {
  assert.equal(callMap(turns, runs, null).seconds, 19.6);
  assert.deepEqual(callMap([], [], 12), { seconds: 12, parts: [] });
});

test("the turn that is heard is the last that has begun", () => {
  assert.equal(turnAt(turns, 8), 1);
  assert.equal(turnAt(turns, 14), 1);
  assert.equal(turnAt(turns, -1), -1);
});
