import assert from "node:assert/strict";
import { test } from "node:test";
import { createSelection, mostSelected } from "../../scripts/logic/selection.js";

const many = (count) => Array.from({ length: count }, (_, index) => `conv_${index}`);

function watched() {
  let changes = 0;
  const selection = createSelection(() => { changes++; });
  return { selection, changes: () => changes };
}

test("ticks are kept once each, in their order", () => {
  const { selection } = watched();
  selection.set("b", true);
  selection.set("a", true);
  selection.set("b", true);
  assert.deepEqual(selection.ids(), ["b", "a"]);
  selection.set("b", false);
  assert.deepEqual([selection.has("a"), selection.has("b"), selection.size], [true, false, 1]);
});

test("as many as the export takes, then no more until one is taken away", () => {
  const { selection } = watched();
  selection.setAll(many(mostSelected + 5), true);
  assert.deepEqual([selection.size, selection.isFull, selection.has("conv_200")], [mostSelected, true, false]);
  selection.set("another", true);
  assert.equal(selection.has("another"), false);
  selection.set("conv_0", false);
  selection.set("another", true);
  assert.equal(selection.has("another"), true);
});

test("a page of ticks is taken away as it was set", () => {
  const { selection } = watched();
  selection.setAll(["a", "b", "c"], true);
  selection.setAll(["a", "c"], false);
  assert.deepEqual(selection.ids(), ["b"]);
});

test("other conditions take the ticks away, the same ones keep them", () => {
  const { selection, changes } = watched();
  selection.keepWithin("october");
  selection.set("a", true);
  selection.keepWithin("october");
  assert.equal(selection.size, 1);
  const before = changes();
  selection.keepWithin("november");
  assert.deepEqual([selection.size, changes() - before], [0, 1]);
  selection.keepWithin("december");
  assert.equal(changes() - before, 1, "nothing to tell where nothing was ticked");
});

test("who listens hears of every change", () => {
  const { selection, changes } = watched();
  selection.set("a", true);
  selection.setAll(["b"], true);
  selection.clear();
  assert.equal(changes(), 3);
});
