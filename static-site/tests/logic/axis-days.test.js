import assert from "node:assert/strict";
import { test } from "node:test";
import { axisDays } from "../../scripts/logic/axis-days.js";
import { addDays } from "../../scripts/state/period.js";

const days = (from, count) => Array.from({ length: count }, (_, index) => ({ from: addDays(from, index), to: addDays(from, index) }));
const shown = (points, axis) => axisDays(points, { weeks: false, ...axis }).map((index) => points[index].from.slice(5));

test("a month is labelled by fives, a narrow one by weeks", () => {
  assert.deepEqual(shown(days("2026-11-01", 30), { most: 8 }), ["11-01", "11-05", "11-10", "11-15", "11-20", "11-25", "11-30"]);
  assert.deepEqual(shown(days("2026-11-01", 30), { most: 5 }), ["11-01", "11-08", "11-15", "11-22", "11-29"]);
});

test("a week is labelled day by day, one day once", () => {
  assert.equal(shown(days("2026-11-09", 7), { most: 8 }).length, 7);
  assert.deepEqual(shown(days("2026-11-09", 1), { most: 8 }), ["11-09"]);
  assert.deepEqual(axisDays([], { most: 8, weeks: false }), []);
});

test("labels keep their distance where months meet", () => {
  for (let count = 9; count <= 120; count++) {
    const indices = axisDays(days("2026-01-27", count), { most: 8, weeks: false });
    assert.ok(indices.length <= 9, `${count}: ${indices}`);
    assert.ok(indices.every((index, at) => at === 0 || index - indices[at - 1] >= 2), `${count}: ${indices}`);
  }
});

test("weeks are labelled where a month begins", () => {
  const weeks = [["2026-10-19", "2026-10-25"], ["2026-10-26", "2026-11-01"], ["2026-11-02", "2026-11-08"], ["2026-11-30", "2026-12-06"]]
    .map(([from, to]) => ({ from, to }));
  assert.deepEqual(axisDays(weeks, { most: 8, weeks: true }), [0, 1, 3]);
});
