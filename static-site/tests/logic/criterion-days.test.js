import assert from "node:assert/strict";
import { test } from "node:test";
import { dailyRates, trendOf } from "../../scripts/logic/criterion-days.js";

const days = ["2026-11-01", "2026-11-02", "2026-11-03"];
const one = (id, date, pass, fail) => ({ id, date, pass, fail, unknown: 0 });

test("rates stand at their days, days without a judgement are gaps", () => {
  const rates = dailyRates([one("a", "2026-11-03", 1, 3), one("a", "2026-11-01", 2, 0), one("a", "2026-11-02", 0, 0)], days);
  assert.deepEqual(rates.get("a"), [1, null, 0.25]);
});

test("days outside the period and criteria never judged are left out", () => {
  const rates = dailyRates([one("a", "2026-12-01", 1, 0), one("b", "2026-11-01", 0, 0)], days);
  assert.equal(rates.size, 0);
});

test("ids that objects inherit are ids like others", () => {
  const rates = dailyRates([one("constructor", "2026-11-01", 1, 1), one("__proto__", "2026-11-02", 1, 0)], days);
  assert.deepEqual(rates.get("constructor"), [0.5, null, null]);
  assert.deepEqual(rates.get("__proto__"), [null, 1, null]);
});

test("a trend compares the last third with the first, in percentage points", () => {
  assert.equal(trendOf([0.5, null, 0.6, 0.75]), 25);
  assert.equal(trendOf([1, 1, 0.5, 0.5, 0, 0]), -100);
  assert.equal(trendOf([0.4, 0.4, 0.4]), 0);
});

test("two judged days are no trend", () => {
  assert.equal(trendOf([0, null, 1]), null);
  assert.equal(trendOf([]), null);
  assert.equal(trendOf(undefined), null);
});
