import assert from "node:assert/strict";
import { test } from "node:test";
import { leadPoints } from "../../scripts/logic/lead-points.js";
import { measureOf } from "../../scripts/logic/measures.js";
import { addDays } from "../../scripts/state/period.js";

const trend = (date, values = {}) => ({
  date, total: 0, success: 0, failed: 0, unknown: 0, avg_duration: null, cost: null, cost_usd: null, dropouts: 0, transfers: 0, errors: 0,
  done: 0, duration_secs: 0, duration_count: 0, cost_known_count: 0, ...values,
});
const days = (from, count, values = () => ({})) => Array.from({ length: count }, (_, index) => trend(addDays(from, index), values(index)));
const conversations = measureOf("conversations");

const november = {
  daily_trends: days("2026-11-01", 30, (index) => ({ success: index, failed: 1, unknown: 2 })),
  previous_trends: days("2026-10-01", 31, (index) => ({ success: 100 + index + 1 })),
  comparison: { from: "2026-11-01", previous_from: "2026-10-01" },
};

test("each day stands over the same weekday of the month before, as long as that has days", () => {
  const { points, shift, weekdays } = leadPoints(november, conversations, "2026-11-25");
  assert.deepEqual([shift, weekdays], [28, true]);
  assert.deepEqual(points[0].ghost.from, "2026-10-04");
  assert.equal(points[0].ghost.total, 104);
  assert.equal(points[27].ghost.from, "2026-10-31");
  assert.equal(points[28].ghost, null);
});

test("days to come are on the axis and empty; the ghost goes on above them", () => {
  const { points } = leadPoints(november, conversations, "2026-11-25");
  assert.equal(points.length, 30);
  assert.deepEqual([points[24].parts, points[25].parts, points[25].rate], [[1, 2, 24], null, null]);
  assert.notEqual(points[25].ghost, null);
});

test("the bars are failure, unknown, success from the baseline", () =>
  assert.deepEqual(conversations.parts.map(({ field }) => field), ["failure", "unknown", "success"]));

test("a rate is of seven days' sums, begins on the third day, and needs ten", () => {
  const { points } = leadPoints(november, conversations, "2026-11-25");
  assert.deepEqual([points[0].rate, points[1].rate], [null, null]);
  assert.equal(points[2].rate, 100 * 3 / 12);
  const few = { ...november, daily_trends: days("2026-11-01", 30, () => ({ success: 1 })) };
  assert.deepEqual(leadPoints(few, conversations, "2026-11-25").points.map(({ rate }) => rate).filter((rate) => rate !== null), []);
});

test("the line of the period before counts its own first days, not those that its shift leaves out", () => {
  const { points } = leadPoints(november, conversations, "2026-11-25");
  assert.equal(points[0].ghost.rate, 100);
});

test("without a comparison there is no ghost", () => {
  const { points, shift } = leadPoints({ ...november, comparison: null, previous_trends: null }, conversations, "2026-11-25");
  assert.deepEqual([shift, points[0].ghost], [null, null]);
});

test("a long period is drawn in weeks, whose sums are those of its days", () => {
  const long = { daily_trends: days("2026-01-01", 200, () => ({ success: 1, errors: 2 })), previous_trends: null, comparison: null };
  const { points, weeks } = leadPoints(long, measureOf("errors"), "2027-01-01");
  assert.ok(weeks);
  assert.deepEqual([points[0].from, points[0].to, points[1].from], ["2026-01-01", "2026-01-04", "2026-01-05"]);
  assert.equal(points.reduce((sum, { parts }) => sum + parts[0], 0), 400);
});

test("cost and time are weighted by what is known", () => {
  const report = {
    daily_trends: days("2026-11-01", 3,
      (index) => (index ? {} : { cost: 90, cost_known_count: 3, duration_secs: 120, duration_count: 2 })),
    previous_trends: null,
    comparison: null,
  };
  assert.equal(leadPoints(report, measureOf("cost"), "2026-11-25").points[2].rate, 30);
  assert.equal(leadPoints(report, measureOf("time"), "2026-11-25").points[2].rate, 60);
  assert.deepEqual(leadPoints(report, measureOf("time"), "2026-11-25").points[0].parts, [2]);
});

test("no days give no points",
  () =>
  assert.deepEqual(leadPoints({ daily_trends: [], previous_trends: null, comparison: null }, conversations, "2026-11-25").points, []));
