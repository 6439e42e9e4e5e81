import assert from "node:assert/strict";
import { test } from "node:test";
import { boardGroups, countChanges, markOf, weakestRows } from "../../scripts/logic/criteria-board.js";
import { behind, failures } from "../../scripts/logic/criterion-failures.js";
import { wordChanges } from "../../scripts/logic/criteria-words.js";
import { setLanguage } from "../../scripts/texts/translate.js";

const today = "2026-11-10";
const stats = (id, pass, fail) =>
  ({ id, pass, fail, unknown: 0, total: pass + fail, pass_rate: pass + fail ? (100 * pass) / (pass + fail) : null, pass_rate_low: 1,
    pass_rate_high: 2 });
const october = {
  from: "2026-11-01", to: "2026-11-10", until: "2026-11-10T12:00:00Z", previous_from: "2026-10-01", previous_to: "2026-10-10",
};
const report = (criteria, judgements = {}) => ({
  criteria_stats: criteria,
  comparison: {
    ...october,
    criteria: Object.entries(judgements)
      .map(([name, judgement]) => ({ name, judgement, change: judgement === "too_few" ? null : 1, previous: 50 })),
  },
});
const rowsOf = (judgements) =>
  judgements.map((judgement, index) =>
    ({ agent: "a", id: String(index), stats: stats(String(index), 1, 1), rate: 50, change: { judgement } }));
const repeated = (judgement, count) => Array(count).fill(judgement);

test("each agent has its own rows, the weakest first, and agents without any are left out", () => {
  const groups = boardGroups([
    { agent: "one", report: report([stats("good", 9, 1), stats("bad", 1, 9), stats("never", 0, 0)], { bad: "worse" }) },
    { agent: "none", report: report([]) },
    { agent: "two", report: report([stats("bad", 1, 1)], { bad: "too_few" }) },
  ]);
  assert.deepEqual(groups.map(({ agent, rows }) => [agent, rows.map(({ id, rate }) => [id, rate])]),
    [["one", [["bad", 10], ["good", 90], ["never", null]]], ["two", [["bad", 50]]]]);
  assert.deepEqual(weakestRows(groups.flatMap(({ rows }) => rows)).map(({ agent, id }) => `${agent} ${id}`),
    ["one bad", "two bad", "one good", "one never"]);
  assert.deepEqual([markOf(groups[0].rows[0]).before, markOf(groups[1].rows[0]).before], [50, null]);
});

test("the headline counts the clear changes", () => {
  const judgements = [...repeated("better", 8), ...repeated("no_clear_change", 2), "too_few"];
  assert.deepEqual(countChanges(rowsOf(judgements)), { total: 11, better: 8, worse: 0, compared: 10 });
  setLanguage("pl");
  assert.deepEqual(wordChanges(rowsOf(judgements), october, today),
    { lead: "Osiem z jedenastu kryteriów wypada wyraźnie lepiej niż w październiku.",
      more: "W żadnym kryterium nie ma wyraźnego pogorszenia." });
  assert.equal(wordChanges(rowsOf([...repeated("worse", 2), ...repeated("no_clear_change", 9)]), october, today).lead,
    "Dwa z jedenastu kryteriów wypadają wyraźnie gorzej niż w październiku.");
  assert.deepEqual(wordChanges(rowsOf(["better", ...repeated("worse", 5)]), october, today),
    { lead: "Jedno z sześciu kryteriów wypada wyraźnie lepiej niż w październiku, a pięć wyraźnie gorzej.", more: null });
  assert.equal(wordChanges(rowsOf(repeated("better", 22)), october, today).lead,
    "22 z 22 kryteriów wypadają wyraźnie lepiej niż w październiku.");
  assert.equal(wordChanges(rowsOf(repeated("no_clear_change", 3)), october, today).lead,
    "Żadne z trzech kryteriów nie wypada wyraźnie inaczej niż w październiku.");
  assert.equal(wordChanges(rowsOf(["worse"]), october, today).lead, "Jedyne kryterium wypada wyraźnie gorzej niż w październiku.");
  assert.equal(wordChanges(rowsOf(repeated("too_few", 5)), october, today).lead,
    "Za mało ocen, by porównać kryteria z poprzednim okresem.");
  assert.equal(wordChanges(rowsOf(repeated("too_few", 5)), null, today).lead, "5 kryteriów ocenianych w tym okresie.");
});

test("the headline names another period by its days, and in English", () => {
  setLanguage("en");
  const week = {
    from: "2026-11-04", to: "2026-11-10", until: "2026-11-10T12:00:00Z", previous_from: "2026-10-28", previous_to: "2026-11-03",
  };
  assert.equal(wordChanges(rowsOf(["better", "no_clear_change"]), week, today).lead,
    "One of two criteria is clearly better than in the 7 days before.");
  assert.equal(wordChanges(rowsOf(repeated("worse", 13)),
    { ...october, previous_from: "2025-10-01", from: "2025-11-01", to: "2025-11-30", until: null }, today).lead,
    "13 of 13 criteria are clearly worse than in October 2025.");
});

test("what failed conversations have in common is counted, the most frequent first", () => {
  const report = { criteria_stats: [stats("c", 8, 1), stats("x", 0, 9), stats("b", 9, 0), stats("a", 1, 4)] };
  const ends = [{ key: null, total: 1 }, { key: "silence", total: 8 }];
  assert.deepEqual(behind(report, { end_reasons: ends }, "x"),
    { ends: [{ key: "silence", count: 8 }, { key: "none", count: 1 }], together: [{ key: "a", count: 4 }, { key: "c", count: 1 }] });
});

test("only criteria that were not met are counted as failed", () =>
  assert.equal(failures({ criteria: { a: "failure", b: "unknown", c: "success", d: "failure" } }), 2));
