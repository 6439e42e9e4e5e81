import assert from "node:assert/strict";
import test from "node:test";
import { changeOf, dayChoices, failedCriteria, undoOf } from "../../scripts/logic/callbacks.js";

/** @param {string} state @param {Record<string, unknown>} [more] */
const mark = (state, more) => /** @type {any} */ ({ state, version: 1, until: null, ...more });

test("what takes a mark back is what stood before; who was back in spite of it waits again", () => {
  /** @param {any} before */
  const undo = (before) => undoOf([{ conversation_id: "a", outcome: "changed", now: mark("done", { version: 4 }), before }]);
  const back = { conversation_id: "a", version: 4 };
  assert.deepEqual(undo(null), [{ ...back, action: "waiting" }]);
  assert.deepEqual(undo(mark("reached")), [{ ...back, action: "waiting" }]);
  assert.deepEqual(undo(mark("wanted")), [{ ...back, action: "wanted" }]);
  assert.deepEqual(undo(mark("no_answer", { until: "2026-11-10T09:00:00+01:00" })),
    [{ ...back, action: "no_answer", until: "2026-11-10T09:00:00+01:00" }]);
  assert.deepEqual(undoOf([{ conversation_id: "a", outcome: "conflict", now: mark("done"), before: mark("done") }]), []);
});

test("a change names the mark that was read, and criteria have their names", () => {
  /** @type {any} */
  const person = { conversation: { conversation_id: "a", criteria: { x: "failure", y: "success", z: "failure" } }, mark: null };
  assert.deepEqual(changeOf(person, "done"), { conversation_id: "a", action: "done", version: 0 });
  assert.deepEqual(failedCriteria(person, { x: "Polite" }), ["Polite", "Z"]);
});

test("the days that are set are among the choices", () => {
  assert.deepEqual(dayChoices(14), [7, 14, 30, 60, 90]);
  assert.deepEqual(dayChoices(21), [7, 14, 21, 30, 60, 90]);
});
