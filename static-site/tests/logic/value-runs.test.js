import assert from "node:assert/strict";
import { test } from "node:test";
import { valueRuns } from "../../scripts/logic/value-runs.js";

test("three in a row are a run, two are not", () => {
  assert.deepEqual(valueRuns([5, 1, 2, 3, 4]), [[1, 5]]);
  assert.deepEqual(valueRuns([1, 2]), [[1, 1], [2, 2]]);
  assert.deepEqual(valueRuns([9, 7, 6, 5, 5]), [[5, 7], [9, 9]]);
  assert.deepEqual(valueRuns([]), []);
});
