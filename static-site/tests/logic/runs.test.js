import assert from "node:assert/strict";
import { test } from "node:test";
import { canRetry, isActive, missingDetails, progress } from "../../scripts/logic/runs.js";

const run = (values) =>
  ({ agent_id: "one", status: "completed", phase: "done", details_total: 0, details_fetched: 0, details_failed: 0, ...values });

test("a run is on while it waits and works, and can be tried again when it ended badly", () => {
  assert.deepEqual(["queued", "running", "completed", "partial", "failed", "cancelled"].map((status) => isActive(run({ status }))),
    [true, true, false, false, false, false]);
  assert.deepEqual(["queued", "running", "completed", "partial", "failed", "cancelled"].map((status) => canRetry(run({ status }))),
    [false, false, false, true, true, true]);
});

test("progress counts failed details as dealt with, and never passes the whole", () => {
  assert.equal(progress(run({ details_total: 10, details_fetched: 4, details_failed: 1 })), 0.5);
  assert.equal(progress(run({ details_total: 10, details_fetched: 12 })), 1);
  assert.equal(progress(run({ details_total: 10, details_fetched: 4, details_failed: null })), 0.4);
});

test("while the number of details is unknown, only the end is certain", () => {
  assert.equal(progress(run({ phase: "listing" })), null);
  assert.equal(progress(run({ phase: "done" })), 1);
});

test("missing details are those of the newest ended run of each agent", () => {
  const runs = [
    run({ status: "running", agent_id: "one", details_failed: 9 }),
    run({ status: "partial", agent_id: "one", details_total: 10, details_failed: 2 }),
    run({ status: "partial", agent_id: "one", details_total: 10, details_failed: 7 }),
    run({ status: "partial", agent_id: "two", details_total: 5, details_failed: 1 }),
    run({ status: "completed", agent_id: "three" }),
    run({ status: "partial", agent_id: "three", details_total: 5, details_failed: 5 }),
  ];
  const { failed, total, runs: found } = missingDetails(runs);
  assert.deepEqual([failed, total, found.length], [3, 15, 2]);
});

test("nothing missing is nothing", () => {
  assert.equal(missingDetails(null), null);
  assert.equal(missingDetails([]), null);
  assert.equal(missingDetails([run({ status: "partial", details_failed: 0 })]), null);
});

test("agents named as what objects inherit are agents", () => {
  const { runs } =
    missingDetails(["constructor", "__proto__"]
      .map((agent_id) => run({ agent_id, status: "partial", details_total: 1, details_failed: 1 })));
  assert.equal(runs.length, 2);
});
