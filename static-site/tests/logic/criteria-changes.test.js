import assert from "node:assert/strict";
import { test } from "node:test";
import { mostChanged } from "../../scripts/logic/criteria-changes.js";
import { failingFirst } from "../../scripts/logic/tools.js";

const change = (name, values) => ({ name, change: null, low: null, high: null, judgement: "too_few", ...values });

test("clear changes come first, the farthest from zero in widths of its interval before the largest number", () => {
  const criteria = [
    change("few"),
    change("wide", { change: 20, low: 1, high: 39, judgement: "better" }),
    change("sure", { change: -10, low: -14, high: -6, judgement: "worse" }),
    change("unclear", { change: 25, low: -1, high: 51, judgement: "no_clear_change" }),
  ];
  assert.deepEqual(mostChanged({ criteria }).map(({ name }) => name), ["sure", "wide", "unclear"]);
});

test("without a comparison nothing changed", () => assert.deepEqual(mostChanged(null), []));

test("tools that fail are ordered by their share, and those that never do are left out", () => {
  const tools = [{ name: "a", calls: 10, errors: 1 }, { name: "b", calls: 4, errors: 2 }, { name: "c", calls: 9, errors: 0 },
    { name: "d", calls: 0, errors: 0 }, { name: "e", calls: 100, errors: 10 }];
  assert.deepEqual(failingFirst(tools).map(({ name }) => name), ["b", "e", "a"]);
});
