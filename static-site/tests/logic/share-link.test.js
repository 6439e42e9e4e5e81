import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { sharedPeriods } from "../../scripts/logic/share-link.js";

const today = "2026-11-25";
/** @param {Period} period */
const shared = (period) => sharedPeriods(period, today);

describe("sharedPeriods", () => {
  test("a month that is called so can be held fast",
    () => assert.deepEqual(shared({ preset: "last_month" }), { relative: { preset: "last_month" }, fixed: { month: "2026-10" } }));
  test("so can days",
    () =>
    assert.deepEqual(shared({ preset: "last_7_days" }),
      { relative: { preset: "last_7_days" }, fixed: { from: "2026-11-19", to: "2026-11-25" } }));
  test("a chosen month that is this one can go along with time",
    () => assert.deepEqual(shared({ month: "2026-11" }), { relative: { preset: "this_month" }, fixed: { month: "2026-11" } }));
  test("so can typed days", () => assert.deepEqual(shared({ from: "2026-11-24", to: "2026-11-24" }).relative, { preset: "yesterday" }));
  test("other days only stay",
    () =>
    assert.deepEqual(shared({ from: "2026-03-01", to: "2026-03-09" }),
      { relative: null, fixed: { from: "2026-03-01", to: "2026-03-09" } }));
  test("all time is no days", () => assert.deepEqual(shared({ preset: "all_time" }), { relative: { preset: "all_time" }, fixed: null }));
});
