import assert from "node:assert/strict";
import { test } from "node:test";
import { delta } from "../../scripts/logic/delta.js";

const rate = { unit: "percent", better: "up" };
const amount = { unit: "credits", better: "down" };

test("rates move by percentage points", () => {
  assert.deepEqual(delta(55, 50, rate), { change: 5, points: true, direction: "up", meaning: "good" });
  assert.deepEqual(delta(45, 50, rate), { change: -5, points: true, direction: "down", meaning: "bad" });
});

test("amounts move by a share of what they were, and less may be better", () => {
  assert.deepEqual(delta(150, 100, amount), { change: 50, points: false, direction: "up", meaning: "bad" });
  assert.deepEqual(delta(75, 100, amount), { change: -25, points: false, direction: "down", meaning: "good" });
});

test("a rate may rise from zero, an amount cannot be compared with it", () => {
  assert.equal(delta(5, 0, rate)?.change, 5);
  assert.equal(delta(5, 0, amount), null);
});

test("what is unknown is not compared; zero is known", () => {
  for (const unknown of [null, undefined]) {
    assert.equal(delta(unknown, 5, rate), null);
    assert.equal(delta(5, unknown, rate), null);
  }
  assert.equal(delta(0, 5, rate)?.change, -5);
});

test("a change too small to be shown is none", () => {
  assert.deepEqual(delta(50.004, 50, rate)?.direction, "same");
  assert.equal(delta(50.004, 50, rate)?.meaning, "neutral");
  assert.equal(delta(50.006, 50, rate)?.direction, "up");
});

test("a figure without a better way is neither good nor bad", () => {
  assert.equal(delta(2, 1, { unit: "duration", better: null })?.meaning, "neutral");
});
