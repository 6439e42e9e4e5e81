import assert from "node:assert/strict";
import { test } from "node:test";
import { readNumber } from "../../scripts/logic/number-text.js";
import { pointDecimals, targetOf, targetView } from "../../scripts/logic/targets.js";

const target = (standing, distance, better = "up") => ({ figure: "x", target: 65, standing, distance, better });

test("a target is told as met, missed by so much either way, or not judged", () => {
  for (const [one, key, tone] of [
    [target("met", 2.2), "met", "good"], [target("met", 0), "reached", "good"], [target("missed", -2.2), "short", "bad"],
    [target("missed", 2.2, "down"), "over", "bad"], [target("too_few", -2.2), "few", "neutral"],
    [target("unknown", null), "set", "neutral"],
  ])
    assert.deepEqual(targetView(one), { key, tone });
});

test("a distance that would read as nothing has another decimal", () => {
  assert.equal(pointDecimals(2.2), 1);
  assert.equal(pointDecimals(0.05), 1);
  assert.equal(pointDecimals(-0.04), 2);
});

test("a figure without a target has none", () => {
  assert.equal(targetOf({ targets: [target("met", 1)] }, "y"), undefined);
  assert.equal(targetOf(null, "x"), undefined);
  assert.equal(targetOf({ targets: [target("met", 1)] }, "x").target, 65);
});

test("numbers are read as people type them", () => {
  for (const [text, number] of [["65", 65], ["65,5", 65.5], [" 65.5 % ", 65.5], ["1 000", 1000], ["-1", -1], ["", null], ["a", null],
    ["1,000.5", null], ["6 5 %", 65], ["65%%", null]])
    assert.equal(readNumber(text), number, text);
});
