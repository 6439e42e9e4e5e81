import assert from "node:assert/strict";
import { test } from "node:test";
import { rollingRate } from "../../scripts/logic/rolling.js";

const rates = (days) => rollingRate(days, ([part]) => part, ([, whole]) => whole);

test("the first days are left out until three are in", () => assert.deepEqual(rates([[1, 1], [0, 1], [0, 2]]), [null, null, 1 / 4]));

test("a value is of the seven days that end with its day", () => {
  const days = [[10, 10], ...Array.from({ length: 7 }, () => [0, 10])];
  assert.deepEqual(rates(days).slice(-2), [10 / 70, 0]);
});

test("days without anything are no zero", () => {
  assert.deepEqual(rates([[0, 0], [0, 0], [0, 0], [1, 2]]), [null, null, null, 1 / 2]);
  assert.deepEqual(rates([]), []);
});

test("the sign is that of the sums, where a mean of daily rates has the other", () => {
  // Daily rates rise from 0 and 100 to 100 and 60 percent; of all judged, less were met.
  const [first, last] = [[[0, 1], [90, 100], [0, 0]], [[1, 1], [50, 100], [0, 0]]].map((days) => rates(days).at(-1));
  assert.ok(last < first);
});
