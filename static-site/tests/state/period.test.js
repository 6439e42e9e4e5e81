import assert from "node:assert/strict";
import { test } from "node:test";
import { addDays, addMonths, dayIn, daysBetween, firstOfMonth, isDay, isMonth, lastOfMonth, longerPeriod, monthOf, periodDays,
  periodQuery, presets } from "../../scripts/state/period.js";

const today = "2026-11-25";

test("days and months are those of the calendar", () => {
  assert.deepEqual(["2026-11-25", "2024-02-29", "0001-01-01"].map(isDay), [true, true, true]);
  assert.deepEqual(["2026-13-01", "2026-00-01", "2026-11-32", "25.11.2026", "2026-1-1", "", null, undefined, "2026-11-25T00:00"]
    .map(isDay), Array(9).fill(false));
  assert.deepEqual(["2026-11", "2026-00", "2026-13", "2026-1", "", null].map(isMonth), [true, false, false, false, false, false]);
});

test("today is the day of the reporting zone, whatever this computer's is", () => {
  const now = new Date("2026-11-25T23:30:00Z");
  assert.equal(dayIn("UTC", now), "2026-11-25");
  assert.equal(dayIn("Europe/Warsaw", now), "2026-11-26");
  assert.equal(dayIn("America/Los_Angeles", now), "2026-11-25");
  assert.equal(dayIn("Pacific/Kiritimati", now), "2026-11-26");
  assert.equal(dayIn("no/such", now), "2026-11-25");
});

test("days are counted over months, leap days and the hours of summer time", () => {
  assert.equal(addDays("2026-12-31", 1), "2027-01-01");
  assert.equal(addDays("2024-02-28", 1), "2024-02-29");
  assert.equal(addDays("2026-03-01", -1), "2026-02-28");
  assert.equal(addDays("2026-03-28", 2), "2026-03-30");
  assert.equal(daysBetween("2026-10-24", "2026-10-26"), 2);
  assert.equal(daysBetween("2026-11-01", "2026-11-01"), 0);
});

test("months are counted over years", () => {
  assert.equal(addMonths("2026-12", 1), "2027-01");
  assert.equal(addMonths("2026-01", -1), "2025-12");
  assert.equal(addMonths("2026-11", -23), "2024-12");
  assert.equal(firstOfMonth("2026-11-25"), "2026-11-01");
  assert.deepEqual(["2026-02", "2024-02", "2026-12"].map(lastOfMonth), ["2026-02-28", "2024-02-29", "2026-12-31"]);
});

test("presets ask for their days, both inclusive", () => {
  const asked = Object.fromEntries(presets.map((preset) => [preset, periodQuery({ preset }, today)]));
  assert.deepEqual(asked, {
    today: { from: today, to: today },
    yesterday: { from: "2026-11-24", to: "2026-11-24" },
    last_7_days: { from: "2026-11-19", to: today },
    last_30_days: { from: "2026-10-27", to: today },
    this_month: { month: "2026-11" },
    last_month: { month: "2026-10" },
    all_time: {},
  });
});

test("the month before January is last year's December", () => {
  assert.deepEqual(periodQuery({ preset: "last_month" }, "2026-01-01"), { month: "2025-12" });
  assert.deepEqual(periodQuery({ preset: "yesterday" }, "2026-01-01"), { from: "2025-12-31", to: "2025-12-31" });
});

test("a month and a range ask for themselves", () => {
  assert.deepEqual(periodQuery({ month: "2026-02" }, today), { month: "2026-02" });
  assert.deepEqual(periodQuery({ from: "2026-01-05", to: "2026-01-09" }, today), { from: "2026-01-05", to: "2026-01-09" });
});

test("a period that is a month knows which", () => {
  assert.equal(monthOf({ preset: "this_month" }, today), "2026-11");
  assert.equal(monthOf({ preset: "last_month" }, today), "2026-10");
  assert.equal(monthOf({ month: "2024-02" }, today), "2024-02");
  assert.equal(monthOf({ preset: "last_7_days" }, today), null);
  assert.equal(monthOf({ from: "2026-11-01", to: "2026-11-30" }, today), null);
});

test("the days of a period are whole, of all time they are none", () => {
  assert.deepEqual(periodDays({ month: "2024-02" }, today), { from: "2024-02-01", to: "2024-02-29" });
  assert.deepEqual(periodDays({ preset: "last_7_days" }, today), { from: "2026-11-19", to: today });
  assert.equal(periodDays({ preset: "all_time" }, today), null);
});

test("where there is too little, the next longer period that ends today is offered", () => {
  const longer = (period, day = today) => longerPeriod(period, day)?.preset ?? null;
  assert.equal(longer({ preset: "today" }), "this_month");
  assert.equal(longer({ preset: "last_7_days" }), "this_month");
  assert.equal(longer({ preset: "last_7_days" }, "2026-11-03"), "last_30_days", "three days of a month are no longer period");
  assert.equal(longer({ preset: "today" }, "2026-11-01"), "last_30_days");
  assert.equal(longer({ preset: "this_month" }), "last_30_days");
  assert.equal(longer({ preset: "this_month" }, "2026-10-31"), "all_time");
  assert.equal(longer({ preset: "last_month" }), "all_time");
  assert.equal(longer({ month: "2026-02" }), "last_30_days");
  assert.equal(longer({ preset: "last_30_days" }), "all_time");
  assert.equal(longer({ from: "2026-11-20", to: "2027-01-31" }), "this_month", "days to come are no conversations yet");
  assert.equal(longer({ preset: "all_time" }), null);
  assert.equal(longer({ month: "2027-01" }), null, "nothing can be said of what has not begun");
});
