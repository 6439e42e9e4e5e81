import assert from "node:assert/strict";
import { test } from "node:test";
import { spanOf } from "../../scripts/logic/span.js";

const span = (from, to, until, before) => spanOf({ from, to, until, previous_from: before });

for (const [what, from, to, until, before, kind, days] of [
  ["a running month", "2026-11-01", "2026-11-25", "2026-11-25T14:00:00+01:00", "2026-10-01", "month", 25],
  ["a running month on its first day", "2026-11-01", "2026-11-01", "2026-11-01T14:00:00+01:00", "2026-10-01", "month", 1],
  ["a month that is over", "2026-10-01", "2026-10-31", null, "2026-09-01", "month", 31],
  ["a first of a month, alone", "2026-11-01", "2026-11-01", "2026-11-01T14:00:00+01:00", "2026-10-31", "today", 1],
  ["today", "2026-11-25", "2026-11-25", "2026-11-25T14:00:00+01:00", "2026-11-24", "today", 1],
  ["another day", "2026-11-24", "2026-11-24", null, "2026-11-23", "day", 1],
  ["the last days", "2026-11-19", "2026-11-25", "2026-11-25T14:00:00+01:00", "2026-11-12", "lastDays", 7],
  ["a range that is over", "2026-10-05", "2026-10-11", null, "2026-09-28", "range", 7],
  ["a part of a month that is over", "2026-10-01", "2026-10-30", null, "2026-09-01", "range", 30],
  ["two months", "2026-10-01", "2026-11-25", "2026-11-25T14:00:00+01:00", "2026-08-06", "lastDays", 56],
]) {
  test(what, () => assert.deepEqual(span(from, to, until, before), { kind, running: until !== null, days }));
}
