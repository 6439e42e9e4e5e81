import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { comparedDays } from "../../scripts/logic/compared-days.js";

const today = "2026-11-25";
/** @param {string} from @param {string} to @param {string} [day] */
const before = (from, to, day = today) => {
  const days = comparedDays({ from, to }, day);
  return days && `${days.from} ${days.to}`;
};

describe("comparedDays", () => {
  for (const [name, from, to, expected] of [
    ["a running month: the same part of the month before", "2026-11-01", "2026-11-30", "2026-10-01 2026-10-25"],
    ["a month up to today, typed in", "2026-11-01", "2026-11-25", "2026-10-01 2026-10-25"],
    ["a finished month: the whole month before", "2026-10-01", "2026-10-31", "2026-09-01 2026-09-30"],
    ["the last seven days: seven before", "2026-11-19", "2026-11-25", "2026-11-12 2026-11-18"],
    ["today: yesterday", "2026-11-25", "2026-11-25", "2026-11-24 2026-11-24"],
    ["a finished range: as many days before", "2026-11-03", "2026-11-05", "2026-10-31 2026-11-02"],
    ["the first of a month alone is a day", "2026-10-01", "2026-10-01", "2026-09-30 2026-09-30"],
    ["a range that goes on past this month", "2026-11-01", "2026-12-05", "2026-10-07 2026-10-31"],
  ]) test(name, () => assert.equal(before(from, to), expected));

  test("the last day where the month before is shorter",
    () => assert.equal(before("2026-03-01", "2026-03-31", "2026-03-30"), "2026-02-01 2026-02-28"));
  test("nothing is before all time, or before what has not begun", () => {
    assert.equal(comparedDays(null, today), null);
    assert.equal(before("2026-12-01", "2026-12-31"), null);
  });
});
