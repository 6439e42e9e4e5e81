import assert from "node:assert/strict";
import { test } from "node:test";
import { byDay, nextOpen, undoOf, withStanding } from "../../scripts/logic/reviews.js";

const review = (id, state = "new", start = "2026-11-25T12:00:00+01:00") =>
  ({ conversation: { conversation_id: id, start_time: start }, state, owner: null, labels: [], version: 1 });

test("reviews stand under the local day of their start", () => {
  const days = byDay([review("a"), review("b"), review("c", "new", "2026-11-24T23:00:00+01:00"), review("d", "new", null)]);
  assert.deepEqual(days.map(({ day, reviews }) => [day, reviews.length]), [["2026-11-25", 2], ["2026-11-24", 1], ["", 1]]);
});

test("the next open one comes after the one that is read, then from the beginning", () => {
  const list = [review("a"), review("b", "done"), review("c", "in_work"), review("d", "not_needed")];
  assert.equal(nextOpen(list, "a"), "c");
  assert.equal(nextOpen(list, "c"), "a");
  assert.equal(nextOpen(list, null), "a");
  assert.equal(nextOpen([review("a")], "a"), null);
  assert.equal(nextOpen([], "a"), null);
});

test("a change shows in the list, and can be taken back", () => {
  const before = { state: "new", owner: null, labels: ["x"], version: 1 };
  const changed = [
    { conversation_id: "a", outcome: "changed", now: { ...before, state: "done", version: 2 }, before },
    { conversation_id: "b", outcome: "conflict", now: { ...before, version: 5 }, before },
    { conversation_id: "c", outcome: "missing", now: null, before: null },
    { conversation_id: "d", outcome: "changed", now: { ...before, version: 2 }, before: null },
  ];
  const list = withStanding([review("a"), review("b"), review("c"), review("e")], changed);
  assert.deepEqual(list.map(({ state, version }) => [state, version]), [["done", 2], ["new", 5], ["new", 1], ["new", 1]]);
  assert.deepEqual(undoOf(changed), [{ conversation_id: "a", version: 2, state: "new", owner: "", labels: ["x"] }]);
});
