import assert from "node:assert/strict";
import { test } from "node:test";
import { elapsed, extremeDay, sumKnown, summarizeTrends } from "../../scripts/logic/trends.js";

const day = (date, total, more = {}) => ({ date, total, avg_duration: null, cost: null, ...more });
const days = [day("2026-11-01", 4), day("2026-11-02", 0), day("2026-11-03", 5)];

test("days to come are left out, today is not", () => {
  assert.deepEqual(elapsed(days, "2026-11-02").map(({ date }) => date), ["2026-11-01", "2026-11-02"]);
  assert.deepEqual(elapsed(days, "2026-10-31"), []);
  assert.equal(elapsed(days, "2027-01-01").length, 3);
});

test("empty days count in the mean", () => {
  const { total, perDay, busiest } = summarizeTrends(days);
  assert.deepEqual([total, perDay, busiest.date], [9, 3, "2026-11-03"]);
  assert.equal(summarizeTrends([]), null);
});

test("of equally busy days the first is named", () => assert.equal(summarizeTrends([day("a", 2), day("b", 2)]).busiest.date, "a"));

test("extremes are those of known values; zero is one", () => {
  const some = [day("a", 1, { cost: 3 }), day("b", 1), day("c", 1, { cost: 0 })];
  assert.equal(extremeDay(some, "cost").date, "a");
  assert.equal(extremeDay(some, "cost", (one, other) => one < other).date, "c");
  assert.equal(extremeDay(days, "cost"), null);
  assert.equal(extremeDay([], "cost"), null);
});

test("a sum leaves out what is unknown, and is unknown when all is", () => {
  assert.equal(sumKnown([day("a", 1, { cost: 3 }), day("b", 1)], "cost"), 3);
  assert.equal(sumKnown([day("a", 1, { cost: 0 })], "cost"), 0);
  assert.equal(sumKnown(days, "cost"), null);
});
