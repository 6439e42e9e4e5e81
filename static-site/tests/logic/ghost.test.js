import assert from "node:assert/strict";
import { test } from "node:test";
import { ghostShift } from "../../scripts/logic/ghost.js";
import { addDays } from "../../scripts/state/period.js";

const weekday = (day) => new Date(`${day}T00:00:00Z`).getUTCDay();

test("weekdays meet from 14 days on, in every month of ten years", () => {
  for (let month = 1; month <= 120; month++) {
    const from = new Date(Date.UTC(2020, month, 1)).toISOString().slice(0, 10);
    const before = new Date(Date.UTC(2020, month - 1, 1)).toISOString().slice(0, 10);
    const { shift, weekdays } = ghostShift(from, before, 30);
    assert.ok(weekdays);
    assert.equal(weekday(addDays(from, -shift)), weekday(from));
    assert.ok(Math.abs(Date.parse(addDays(from, -shift)) - Date.parse(before)) <= 3 * 86_400_000, from);
  }
});

test("November stands over October by 28 days: 1 November over 4 October, both Sundays", () => {
  const { shift } = ghostShift("2026-11-01", "2026-10-01", 30);
  assert.equal(addDays("2026-11-01", -shift), "2026-10-04");
});

test("shorter periods stand day over day, first over first", () => {
  assert.deepEqual(ghostShift("2026-11-10", "2026-11-07", 3), { shift: 3, weekdays: false });
  assert.deepEqual(ghostShift("2026-11-10", "2026-10-28", 13), { shift: 13, weekdays: false });
  assert.deepEqual(ghostShift("2026-11-10", "2026-11-03", 7), { shift: 7, weekdays: true });
  assert.deepEqual(ghostShift("2026-11-15", "2026-11-01", 14), { shift: 14, weekdays: true });
});
