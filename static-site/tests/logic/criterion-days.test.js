import assert from "node:assert/strict";
import { test } from "node:test";
import { criterionRates } from "../../scripts/logic/criterion-days.js";

const days = ["2026-11-01", "2026-11-02", "2026-11-03", "2026-11-04"];
const one = (id, date, pass, fail) => ({ id, date, pass, fail, unknown: 0 });

test("a day of many weighs more than one of few", () => {
  const rates = criterionRates([one("a", "2026-11-03", 0, 98), one("a", "2026-11-01", 2, 0), one("a", "2026-11-04", 100, 0)], days);
  assert.deepEqual(rates.get("a"), [null, null, 2 / 100, 102 / 200]);
});

test("days outside the period and criteria never judged are left out", () => {
  const rates = criterionRates([one("a", "2026-12-01", 1, 0), one("b", "2026-11-01", 0, 0)], days);
  assert.equal(rates.size, 0);
});

test("ids that objects inherit are ids like others", () => {
  const rates = criterionRates([one("constructor", "2026-11-01", 1, 1), one("__proto__", "2026-11-02", 1, 0)], days);
  assert.deepEqual(rates.get("constructor"), [null, null, 0.5, 0.5]);
  assert.deepEqual(rates.get("__proto__"), [null, null, 1, 1]);
});
