import assert from "node:assert/strict";
import { test } from "node:test";
import { brokenDownValues, dailyValues, sparkline } from "../../scripts/logic/sparkline.js";

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

const day = (values) => ({
  date: "2026-11-01", total: 0, success: 0, failed: 0, unknown: 0, avg_duration: null, cost: null, cost_usd: null, dropouts: 0,
  transfers: 0, errors: 0,
  done: 0, duration_secs: 0, duration_count: 0, cost_known_count: 0, ...values,
});

test("rates are sums over sums of seven days; without anything finished they are unknown", () => {
  const days = [day({ success: 1, failed: 1 }), day({ success: 8, done: 8 }), day({ transfers: 1, dropouts: 2, failed: 10 })];
  assert.deepEqual(["transfers", "dropouts", "errors", "connections"].map((id) => dailyValues[id](days).at(-1)),
    [1 / 20, 2 / 20, 0, 8 / 20]);
  assert.deepEqual(dailyValues.dropouts([day({}), day({ total: 2 }), day({})]), [null, null, null]);
});

test("means are weighted by what is known; zero is a cost", () => {
  const days = [day({ total: 4, cost: 100, cost_known_count: 4 }), day({ total: 6, cost: 0, cost_known_count: 6 }),
    day({ total: 90, duration_secs: 90, duration_count: 2 })];
  assert.deepEqual(dailyValues.cost(days), [null, null, 10]);
  assert.deepEqual(dailyValues.cost([day({ total: 1 }), day({ total: 1 }), day({ total: 1 })]), [null, null, null]);
  assert.deepEqual(dailyValues.duration(days), [null, null, 45]);
});

test("criteria and ratings come by day from the breakdowns, several of one day together", () => {
  const days = ["2026-11-01", "2026-11-02", "2026-11-03"].map((date) => day({ date }));
  const criteria_daily =
    [{ id: "a", date: "2026-11-01", pass: 1, fail: 1, unknown: 9 }, { id: "b", date: "2026-11-01", pass: 1, fail: 0, unknown: 0 },
      { id: "a", date: "2026-11-03", pass: 0, fail: 1, unknown: 0 }];
  const ratings_daily = [{ date: "2026-11-02", count: 2, sum: 7 }, { date: "2026-10-02", count: 9, sum: 45 }];
  assert.deepEqual(brokenDownValues.scoring({ criteria_daily }, days), [null, null, 2 / 4]);
  assert.deepEqual(brokenDownValues.rating({ ratings_daily }, days), [null, null, 3.5]);
});
