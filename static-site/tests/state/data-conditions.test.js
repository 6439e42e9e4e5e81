import assert from "node:assert/strict";
import { test } from "node:test";
import { joinData, plainData, readData, typedValue, writeData, writeDatum } from "../../scripts/state/data-conditions.js";
import { combine, opposite } from "../../scripts/state/filters.js";

test("a condition on collected data comes apart as it went together, whatever id and value hold", () => {
  for (const text of ["city", "a:b", "a,b", "a|b", "a\\", "\\,", "x:eq:y", "__proto__", "=cmd()", "żółć", "a:exists"]) {
    for (const op of ["eq", "in"]) {
      const condition = { id: text, op, values: op === "in" ? [text, "other"] : [text] };
      assert.deepEqual(readData(writeDatum(condition)), [condition]);
      assert.deepEqual(readData(writeData([condition, { id: text, op: "missing", values: [] }])).length, 2);
    }
  }
});

test("an id alone exists, or has the value beside it", () => {
  assert.deepEqual(readData("city"), [{ id: "city", op: "exists", values: [] }]);
  assert.deepEqual(readData("a,b", "Oslo"), [{ id: "a,b", op: "eq", values: ["Oslo"] }]);
  assert.deepEqual(readData(""), []);
  assert.deepEqual(plainData({ data: "city", data_value: "a:b", outcome: "success" }), { data: "city:eq:a\\:b", outcome: "success" });
});

test("conditions on data are joined, but for one that would have to be two values", () => {
  assert.equal(joinData("a:eq:1", "b:gt:2"), "a:eq:1,b:gt:2");
  assert.equal(joinData("a:eq:1", "a:eq:1"), "a:eq:1");
  assert.equal(joinData("a:eq:1", "a:eq:2"), null);
  assert.deepEqual(combine({ data: "city", data_value: "Oslo" }, { data: "visits:gte:2" }), { data: "city:eq:Oslo,visits:gte:2" });
  assert.deepEqual(combine({ not_data: "a:eq:1" }, { not_data: "a:eq:2" }), { not_data: "a:eq:1,a:eq:2" });
});

test("a range of a datum has no opposite, one condition has", () => {
  assert.deepEqual(opposite({ data: "a:eq:1" }), { not_data: "a:eq:1" });
  assert.equal(opposite({ data: "a:gte:1,a:lt:2" }), null);
});

test("an order takes numbers, written either way, and days", () => {
  assert.equal(typedValue("gte", "200,5"), "200.5");
  assert.equal(typedValue("lt", "-3"), "-3");
  assert.equal(typedValue("gt", "2026-11-25"), "2026-11-25");
  for (const text of ["2026-13-41", "many", "1e400", "-"]) assert.equal(typedValue("gt", text), null);
  assert.equal(typedValue("eq", "1,5"), "1,5");
});
