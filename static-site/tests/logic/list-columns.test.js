import assert from "node:assert/strict";
import { test } from "node:test";
import { fittingColumns } from "../../scripts/logic/list-columns.js";

const columns = [
  { id: "start", width: 104, fixed: true }, { id: "caller", width: 160, priority: 1 }, { id: "matter", width: 0, fixed: true },
  { id: "outcome", width: 132, priority: 2 }, { id: "unmet", width: 168, priority: 3 },
  { id: "end", width: 112, priority: 4 }, { id: "duration", width: 88, priority: 5 },
  { id: "cost", width: 76, priority: 6 }, { id: "agent", width: 130, priority: 7 }, { id: "id", width: 240 },
];
const shown = (width, chosen, list = columns) => fittingColumns(list, width, chosen).columns.map(({ id }) => id).join(" ");

test("columns come by priority as far as there is room", () => {
  assert.equal(shown(668), "start caller matter outcome");
  assert.equal(shown(1144), "start caller matter outcome unmet end duration cost");
  assert.equal(shown(1060), "start caller matter outcome unmet end duration");
  assert.equal(shown(1360), "start caller matter outcome unmet end duration cost agent");
});

test("a choice adds or takes away a column and changes no other", () => {
  assert.equal(shown(1144, { id: true, caller: false }), "start matter outcome unmet end duration cost id");
  assert.equal(shown(1144, { cost: false, agent: true }), "start caller matter outcome unmet end duration agent");
});

test("a column that a condition made constant steps aside, unless it was chosen", () => {
  const constant = columns.map((column) => ({ ...column, constant: column.id === "outcome" }));
  assert.equal(shown(668, {}, constant), "start caller matter unmet");
  assert.equal(shown(668, { outcome: true }, constant), "start caller matter outcome");
});

test("chosen columns that are too wide say so", () => {
  assert.equal(fittingColumns(columns, 400, { id: true }).overflows, true);
  assert.equal(fittingColumns(columns, 1160, { agent: true }).overflows, false);
});
