import assert from "node:assert/strict";
import { test } from "node:test";
import { before, cumulated, leadOf, monthsToPick, readRates, valueOf, writeRates } from "../../scripts/logic/money.js";

const amount = (own, usd = own / 4) => ({ own, usd });

test("days are added up to the end of the data, and the forecast goes on from there", () => {
  const days = [
    { date: "2026-11-01", state: "complete", spent: amount(1.1), expected: null, low: null, high: null },
    { date: "2026-11-02", state: "complete", spent: null, expected: null, low: null, high: null },
    { date: "2026-11-03", state: "running", spent: amount(2.2), expected: amount(4), low: amount(3.3), high: amount(5) },
    { date: "2026-11-04", state: "to_come", spent: null, expected: amount(6), low: amount(4), high: amount(8) },
  ];
  assert.deepEqual(cumulated(days).map(({ sum }) => sum), [1.1, 1.1, 3.3, null]);
  assert.deepEqual(cumulated(days).map(({ expected }) => expected), [null, null, 4, 6]);
});

test("without a rate the dollars are shown, and nothing is not zero", () => {
  assert.equal(valueOf({ own: null, usd: 2.5 }), 2.5);
  assert.equal(valueOf({ own: 0, usd: 0 }), 0);
  assert.equal(valueOf(null), null);
});

test("each month has its sentence", () => {
  const of = (state, spent, budget, expected = null) => leadOf({ total: { spent, budget, forecast: { state, expected } } });
  assert.equal(of("not_begun", null, null), "notBegun");
  assert.equal(of("made", null, null, amount(9)), "unknown");
  assert.equal(of("finished", amount(5), null), "finished");
  assert.equal(of("finished", amount(5), { used_percent: 50, state: "within" }), "finishedBudget");
  assert.equal(of("too_few_days", amount(5), { used_percent: 50, state: "within" }), "spent");
  assert.equal(of("made", amount(5), { used_percent: 120, expected_percent: 150, state: "over" }, amount(9)), "over");
  assert.equal(of("made", amount(5), { used_percent: 20, expected_percent: 50, state: "within" }, amount(9)), "forecastBudget");
  assert.equal(of("made", amount(5), null, amount(9)), "forecast");
});

test("rates are read as people write them, one a line", () => {
  assert.deepEqual(readRates("2026-10 4,05\n\n 2026-11: 3.99 "),
    { rates: [{ month: "2026-10", rate: 4.05 }, { month: "2026-11", rate: 3.99 }], wrong: null });
  assert.equal(readRates("2026-10 4,05\nlistopad 4").wrong, 2);
  assert.equal(readRates("2026-10 0").wrong, 1);
  assert.deepEqual(readRates(""), { rates: [], wrong: null });
  assert.equal(writeRates([{ month: "2026-10", rate: 4.05 }, { month: "2026-11", rate: 4 }], ","), "2026-10 4,05\n2026-11 4");
});

test("months to pick from reach back to the oldest that is known, and hold the picked one", () => {
  assert.equal(before("2026-01"), "2025-12");
  assert.deepEqual(monthsToPick("2026-02", "2025-12", "2026-02"), ["2026-02", "2026-01", "2025-12"]);
  assert.deepEqual(monthsToPick("2026-02", undefined, "2026-02"), ["2026-02"]);
  assert.deepEqual(monthsToPick("2026-02", "2026-01", "2024-05"), ["2026-02", "2026-01", "2024-05"]);
});
