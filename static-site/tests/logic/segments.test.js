import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { overlapOf, wordSegments } from "../../scripts/logic/segment-words.js";
import { pickedViews, segmentGroups } from "../../scripts/logic/segments.js";
import { openSegments, readRoute, writeRoute } from "../../scripts/state/route.js";
import { setLanguage } from "../../scripts/texts/translate.js";

const change = (name, more = {}) =>
  ({ name, kind: "rate", better: "up", value: 60, previous: 50, n: 200, previous_n: 100, unit: "points", change: 10, low: 2, high: 18,
    judgement: "better", more_than_tenfold: false, value_low: null, value_high: null, ...more });

const figures = (total, successes, criteria = []) =>
  ({ total_conversations: total, finished_count: total, successful_count: successes, criteria_stats: criteria, dropout_count: 1 });

const criterion = (id, pass, fail) => ({ id, name: id, display_name: null, pass, fail, unknown: 0, total: pass + fail, pass_rate: null });

const answer = (more = {}) => ({
  first: { id: 1, name: "A", filters: {}, figures: figures(200, 120, [criterion("polite", 9, 1), criterion("solved", 3, 2)]) },
  second: { id: 2, name: "B", filters: {}, figures: figures(100, 50, [criterion("polite", 5, 5), criterion("late", 1, 0)]) },
  shared: 0, figures: [change("conversion_rate"), change("total_cost", { judgement: "not_judged", n: 150, previous_n: 90 })],
  criteria: ["late", "polite", "solved"].map((name) => change(name, { judgement: "too_few", change: null })), ...more,
});

beforeEach(() => setLanguage("en"));

test("a row has the value of each view, of how many, and what it counts", () => {
  const groups = segmentGroups(answer());
  assert.deepEqual(groups.map(({ group }) => group), ["result", "experience", "cost", "technology", "criteria"]);
  const [conversion] = groups[0].rows;
  assert.equal(conversion.name, "conversion_rate");
  assert.deepEqual(conversion.sides, [
    { value: 60, n: 200, few: null, filters: { status: "finished", outcome: "success" }, view: undefined },
    { value: 50, n: 100, few: null, filters: { status: "finished", outcome: "success" }, view: undefined },
  ]);
  const total = groups[2].rows.find(({ name }) => name === "total_cost");
  assert.deepEqual(total.sides.map(({ n, filters }) => [n, filters]), [[150, { cost_known: "true" }], [90, { cost_known: "true" }]]);
});

test("every figure of the API that is shown leads to what it counts", () => {
  const rows = segmentGroups(answer()).flatMap((group) => group.rows);
  const withoutOwn = ["total_conversations", "criteria_pass_rate"];
  for (const { name, sides } of rows.filter((row) => !row.isCriterion && !withoutOwn.includes(row.name)))
    assert.ok(sides.every(({ filters }) => Object.keys(filters).length), name);
  assert.equal(rows.find(({ name }) => name === "criteria_pass_rate").sides[0].view, "criteria");
});

test("criteria of either view stand below, the weakest of the first on top, those that it does not know last", () => {
  const { rows } = segmentGroups(answer()).at(-1);
  assert.deepEqual(rows.map(({ name }) => name), ["solved", "polite", "late"]);
  assert.deepEqual(rows[1].sides.map(({ value, n, few }) => [value, n, few]), [[90, 10, null], [50, 10, null]]);
  assert.deepEqual(rows[0].sides[0].few, { part: 3, whole: 5 });
  assert.deepEqual(rows[2].sides.map(({ value, filters }) => [value, filters.criterion]), [[null, "late:success"], [100, "late:success"]]);
  assert.equal(segmentGroups(answer({ criteria: [] })).length, 4);
});

test("the headline claims no more than the API does", () => {
  const said = (judgement, more = {}) => wordSegments(answer({ figures: [change("conversion_rate", { judgement })], ...more }));
  assert.equal(said("better"), "“A” converts clearly better than “B”: 60.0% against 50.0%.");
  assert.equal(said("worse"), "“A” converts clearly worse than “B”: 60.0% against 50.0%.");
  assert.equal(said("no_clear_change"), "No clear difference in conversion between “A” and “B”: 60.0% and 50.0%.");
  assert.equal(said("too_few"), "Too few finished conversations to compare: “A” has 200, “B” has 100, 30 each needed.");
  assert.equal(said("shared", { shared: 5 }), "Conversion is 60.0% in “A” and 50.0% in “B”.");
  const none = { id: 2, name: "B", filters: {}, figures: figures(0, 0) };
  assert.equal(said("too_few", { second: none }), "No conversations in “B” in this period.");
  assert.equal(said("too_few", { first: { ...none, name: "A" }, second: none }), "No conversations in “A” or “B” in this period.");
});

test("what both hold is told by how it lies", () => {
  assert.equal(overlapOf(answer()), null);
  assert.equal(overlapOf(answer({ shared: 7 })), "partly");
  assert.equal(overlapOf(answer({ shared: 100 })), "around");
  assert.equal(overlapOf(answer({ shared: 100, first: { figures: figures(100, 1) }, second: { figures: figures(200, 1) } })), "within");
  assert.equal(overlapOf(answer({ shared: 100, first: { figures: figures(100, 1) } })), "same");
});

test("of two views the missing one is at hand, of more somebody has to pick", () => {
  const [one, two, three] = [{ id: 1 }, { id: 2 }, { id: 3 }];
  assert.deepEqual(pickedViews([one, two], ["", ""]), [one, two]);
  assert.deepEqual(pickedViews([one, two], ["2", ""]), [two, one]);
  assert.deepEqual(pickedViews([one, two], ["", "1"]), [two, one]);
  assert.deepEqual(pickedViews([one, two], ["9", ""]), [null, null]);
  assert.deepEqual(pickedViews([one, two], ["9", "1"]), [null, one]);
  assert.deepEqual(pickedViews([one, two, three], ["2", ""]), [two, null]);
  assert.deepEqual(pickedViews([one, two, three], ["2", "2"]), [two, two]);
  assert.deepEqual(pickedViews([], ["2", ""]), [null, null]);
});

test("a view is set beside another one without the conditions of the page", () => {
  const route = openSegments(readRoute("?view=conversations&month=2026-10&agent=a&tool=x&sort=cost&page=3"), 7);
  assert.equal(writeRoute(route), "?view=segments&agent=a&month=2026-10&first=7");
  assert.equal(writeRoute({ ...route, view: "dashboard" }), "?agent=a&month=2026-10");
});
