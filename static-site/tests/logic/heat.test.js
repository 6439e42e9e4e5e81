import assert from "node:assert/strict";
import { test } from "node:test";
import { heatGrid, levels } from "../../scripts/logic/heat.js";

test("a grid has seven days, and the hours from the first to the last with any conversation", () => {
  const { hours, rows } =
    heatGrid([{ weekday: 1, hour: 6, total: 1 }, { weekday: 2, hour: 21, total: 1 }, { weekday: 2, hour: 23, total: 0 }]);
  assert.deepEqual([hours[0], hours.at(-1)], [6, 21]);
  assert.deepEqual([rows.length, ...new Set(rows.map((row) => row.length))], [7, 16]);
});

test("a quiet week has the hours of a working day, all of them empty", () => {
  const { hours, rows, busiest } = heatGrid([]);
  assert.deepEqual([hours[0], hours.at(-1)], [8, 17]);
  assert.equal(busiest, null);
  assert.ok(rows.flat().every(({ total, level }) => total === 0 && level === 0));
});

test("levels follow the busiest hour, and one conversation is seen beside a thousand", () => {
  const { rows, busiest } =
    heatGrid([{ weekday: 1, hour: 0, total: 1000 }, { weekday: 7, hour: 23, total: 1 }, { weekday: 3, hour: 12, total: 500 }]);
  assert.deepEqual([busiest.weekday, busiest.hour, busiest.total, busiest.level], [1, 0, 1000, levels]);
  assert.equal(rows[6][23].level, 1);
  assert.equal(rows[2][12].level, 3);
});

test("of equally busy hours the first is named", () => {
  assert.equal(heatGrid([{ weekday: 5, hour: 9, total: 4 }, { weekday: 2, hour: 8, total: 4 }]).busiest.weekday, 2);
});
