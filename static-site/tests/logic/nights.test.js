import assert from "node:assert/strict";
import { test } from "node:test";
import { nightsOf } from "../../scripts/logic/nights.js";
import { syncTruth } from "../../scripts/logic/sync-truth.js";

const run = (day, agent_id, status, more = {}) =>
  ({ agent_id, status, sync_type: "scheduled", requested_at: `2026-11-${day}T03:00:00+01:00`,
    started_at: `2026-11-${day}T03:00:01+01:00`, ...more });

test("a night is as its worst agent, and a later run of an agent mends an earlier", () => {
  const nights = nightsOf([
    run("26", "a", "running"), run("26", "b", "completed"),
    run("25", "a", "completed"), run("25", "a", "failed"), run("25", "b", "completed"),
    run("24", "a", "partial"), run("24", "b", "failed"),
    run("23", "a", "completed", { sync_type: "manual" }),
    run("22", "a", "cancelled"), run("21", "a", "constructor"),
  ], "2026-11");
  assert.deepEqual([...nights],
    [["26", "running"], ["25", "good"], ["24", "failed"], ["22", "partial"], ["21", "partial"]]
    .map(([day, state]) => [`2026-11-${day}`, state]));
  assert.equal(nightsOf([run("26", "a", "completed")], "2026-10").size, 0);
});

const agent = (agent_id, state, last_good_sync_at) => ({ agent_id, name: agent_id, state, last_good_sync_at, age_secs: 0 });

test("the headline is about the oldest data that are new enough", () => {
  const all = syncTruth([agent("a", "fresh", "2026-11-26T03:00:00+01:00"), agent("b", "fresh", "2026-11-26T02:00:00+00:00")]);
  assert.deepEqual([all.kind, all.time], ["all", "2026-11-26T03:00:00+01:00"]);
  const some = syncTruth(
    [agent("a", "fresh", "2026-11-26T03:00:00+01:00"), agent("b", "stale", "2026-11-20T03:00:00+01:00"), agent("c", "never", null)]);
  assert.deepEqual([some.kind, some.good, some.total, some.time, some.missing], ["some", 1, 3, "2026-11-26T03:00:00+01:00", ["b", "c"]]);
});

test("where nothing is new enough, the newest data are named, or that there are none", () => {
  const old = syncTruth([agent("a", "stale", "2026-11-20T03:00:00+01:00"), agent("b", "stale", "2026-11-21T03:00:00+01:00")]);
  assert.deepEqual([old.kind, old.time], ["old", "2026-11-21T03:00:00+01:00"]);
  assert.equal(syncTruth([agent("a", "never", null)]).kind, "failing");
  assert.equal(syncTruth([agent("a", "new", null)]).kind, "none");
  assert.equal(syncTruth([]).kind, "none");
});
