import assert from "node:assert/strict";
import { test } from "node:test";
import { dailyValues, sparkline } from "../../scripts/logic/sparkline.js";

test("the lowest day is at the bottom, the highest at the top", () => {
  assert.deepEqual(sparkline([0, 10, 5], 100, 20), ["0.0,20.0 50.0,0.0 100.0,10.0"]);
});

test("days without a value are gaps, a day alone a dash", () => {
  assert.deepEqual(sparkline([1, null, 3, 2], 90, 10), ["0.0,10.0 0.0,10.0", "60.0,0.0 90.0,5.0"]);
  assert.deepEqual(sparkline([null, 1, 2, null], 90, 10), ["30.0,10.0 60.0,0.0"]);
});

test("equal days are a line in the middle", () => assert.deepEqual(sparkline([4, 4], 10, 8), ["0.0,4.0 10.0,4.0"]));

test("a line needs two days", () => {
  assert.deepEqual(sparkline([], 100, 20), []);
  assert.deepEqual(sparkline([null, 5, null], 100, 20), []);
});

const day = (values) => ({ date: "2026-11-01", total: 0, success: 0, failed: 0, unknown: 0, avg_duration: null, cost: null, cost_usd: null, dropouts: 0, transfers: 0, errors: 0, ...values });

test("rates of a day are of what has finished; without that they are unknown", () => {
  const values = day({ total: 9, success: 1, failed: 2, unknown: 1, transfers: 1, dropouts: 2, errors: 0 });
  assert.deepEqual(["conversion", "transfers", "dropouts", "errors"].map((id) => dailyValues[id](values)), [0.25, 0.25, 0.5, 0]);
  assert.equal(dailyValues.conversion(day({ total: 3 })), null);
});

test("cost per conversation is unknown where the cost is", () => {
  assert.equal(dailyValues.cost(day({ total: 4, cost: 100 })), 25);
  assert.equal(dailyValues.cost(day({ total: 4, cost: 0 })), 0);
  assert.equal(dailyValues.cost(day({ total: 4 })), null);
  assert.equal(dailyValues.cost(day({ cost: 5 })), null);
});
