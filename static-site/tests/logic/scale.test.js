import assert from "node:assert/strict";
import { test } from "node:test";
import { roundScale } from "../../scripts/logic/scale.js";

const cases = [
  [[48, 12, 3], {}, { min: 0, max: 60, step: 20 }],
  [[53, 72], { fromZero: false, most: 100 }, { min: 50, max: 80, step: 10 }],
  [[0, 0], { whole: true }, { min: 0, max: 1, step: 1 }],
  [[], {}, { min: 0, max: 0.5, step: 0.5 }],
  [[58.8, 58.9], { fromZero: false, most: 100 }, { min: 58, max: 59, step: 1 }],
  [[null], { fromZero: false, most: 100 }, { min: 0, max: 100, step: 50 }],
  [[1, 2], { whole: true }, { min: 0, max: 2, step: 1 }],
  [[100], { fromZero: false, most: 100 }, { min: 50, max: 100, step: 50 }],
  [[95, 90], { time: true }, { min: 0, max: 120, step: 60 }],
];

for (const [values, options, wanted] of cases) {
  test(`${values} → ${JSON.stringify(wanted)}`, () => assert.deepEqual(roundScale(values, options), wanted));
}

test("everything drawn fits between at most five lines, none below zero", () => {
  for (let high = 1; high < 100_000; high = Math.ceil(high * 1.31)) {
    const { min, max, step } = roundScale([high, high / 2], { fromZero: high % 2 === 0 });
    assert.ok(min >= 0 && min <= high / 2 && max >= high, String(high));
    assert.ok((max - min) / step <= 4.001, `${high}: ${min} ${max} ${step}`);
  }
});
