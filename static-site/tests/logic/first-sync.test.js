import assert from "node:assert/strict";
import { test } from "node:test";
import { knowsDropouts, lastDays, overall } from "../../scripts/logic/first-sync.js";

const run = (status, phase, details_fetched, details_total, more = {}) => ({
  id: 1, status, phase, details_fetched, details_total, details_failed: 0, conversations_fetched: details_total, secs_left: null, ...more,
});

test("the runs together are one progress, as long as the slowest", () => {
  const both = overall(
    [run("running", "details", 10, 40, { secs_left: 20 }), run("running", "details", 5, 10, { secs_left: 4, details_failed: 1 })]);
  assert.deepEqual([both.done, both.total, both.secondsLeft, both.isActive, both.isListing], [16, 50, 20, true, false]);
});

test("no time is named while one still lists, nor when all is over", () => {
  assert.equal(overall([run("running", "details", 10, 40, { secs_left: 20 }), run("running", "listing", 0, 0)]).secondsLeft, 0);
  assert.equal(overall([run("queued", "queued", 0, 0)]).isListing, true);
  const over = overall([run("completed", "done", 40, 40), run("failed", "listing", 0, 0)]);
  assert.deepEqual([over.isActive, over.secondsLeft, over.failed.length], [false, 0, 1]);
});

test("the last days begin with the first that has conversations, and end today", () => {
  const days = ["01", "02", "03", "04", "05"].map((day) => ({ date: `2026-11-${day}`, total: day >= "02" ? 3 : 0 }));
  assert.deepEqual(lastDays(days, "2026-11-04", 30).map(({ date }) => date), ["2026-11-02", "2026-11-03", "2026-11-04"]);
  assert.equal(lastDays(days, "2026-11-05", 2).length, 2);
  assert.deepEqual(lastDays(days, "2026-11-01", 30), []);
});

test("how many were abandoned is not said before the details tell it", () => {
  assert.equal(knowsDropouts({ transcript_count: 12, done_calls: 40 }, false), false);
  assert.equal(knowsDropouts({ transcript_count: 40, done_calls: 40 }, false), true);
  assert.equal(knowsDropouts({ transcript_count: 12, done_calls: 40 }, true), true, "some have no transcript, ever");
});
