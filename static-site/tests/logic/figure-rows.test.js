import assert from "node:assert/strict";
import { test } from "node:test";
import { figureRows, groups, leadFigure } from "../../scripts/logic/figure-rows.js";
import { filterNames } from "../../scripts/state/filters.js";

const today = "2026-11-03";
const empty = {
  from: "2026-11-01", to: "2026-11-30", total_conversations: 0, finished_count: 0, in_progress_count: 0, conversion_rate: null,
  successful_count: 0,
  failed_count: 0, unknown_count: 0, done_calls: 0, failed_calls: 0, connection_rate: null, criteria_stats: [], duration_count: 0,
  avg_duration_secs: null, min_duration_secs: null, max_duration_secs: null, median_duration_secs: null, p90_duration_secs: null,
  p95_duration_secs: null, short_calls_under_30s: 0, long_calls_over_300s: 0, transfer_count: 0, transfer_rate: null,
  agent_handover_count: 0,
  dropout_count: 0, dropout_rate: null, transcript_count: 0, avg_bot_messages: null, avg_message_count: null, total_cost: 0,
  avg_cost_per_session: null, cost_known_count: 0, total_cost_usd: 0, avg_cost_usd: null, cost_usd_known_count: 0, technical_errors: 0,
  error_rate: null, avg_rating: null, rating_count: 0, rating_distribution: { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 }, inbound_calls: 0,
  outbound_calls: 0, other_calls: 0, cost_usd_per_success: null, cost_usd_per_minute: null,
  daily_trends: [{ date: "2026-11-01", total: 0, duration_secs: 0 }, { date: "2026-11-02", total: 0, duration_secs: 0 }],
};
const report = (values = {}) => ({ ...empty, ...values });
const all = [leadFigure, ...figureRows];
const card = (id) => all.find((one) => one.id === id);

test("all twelve KPIs are there, each figure once, in its group", () => {
  assert.equal(new Set(all.map(({ id }) => id)).size, all.length);
  for (const id of ["conversion", "connections", "scoring", "duration", "transfers", "dropouts", "messages", "cost", "errors", "rating",
    "trends", "direction"])
    assert.ok(card(id), id);
  assert.deepEqual([...new Set(figureRows.map(({ group }) => group))], groups);
});

test("a period without conversations gives no rate and no mean, but counts", () => {
  const values = Object.fromEntries(all.map((one) => [one.id, one.value(report(), today)]));
  assert.deepEqual(values, {
    conversion: null, connections: null, scoring: null, duration: null, transfers: null, dropouts: null, messages: null, cost: null,
    errors: null, rating: null, trends: 0, direction: 0, costTotal: null, costPerSuccess: null, costPerMinute: null,
  });
  for (const one of all) assert.equal(typeof one.n(report(), today), "number", one.id);
});

test("a rate is its counts", () => {
  for (const one of all.filter(({ unit }) => unit === "percent")) {
    const some = report({
      finished_count: 8,
      successful_count: 5,
      done_calls: 4,
      transfer_count: 3,
      dropout_count: 2,
      technical_errors: 1,
      criteria_stats: [{ id: "a", pass: 6, fail: 2, unknown: 1, total: 9, pass_rate: 75 }],
    });
    const [part, whole] = one.counts(some);
    assert.equal(one.value(some, today), (100 * part) / whole, one.id);
    assert.equal(one.n(some, today), whole, one.id);
  }
});

test("every figure leads to conversations by conditions that the list has", () => {
  for (const one of all) {
    const parts = one.parts(report(), today).filter(Boolean);
    for (const filters of [one.filters, ...parts.map((part) => part[3])]) {
      for (const [name, value] of Object.entries(filters ?? {})) {
        assert.ok(filterNames.includes(name), `${one.id}: ${name}`);
        assert.equal(typeof value, "string");
      }
    }
  }
});

test("the weakest criterion is named by its name and leads to its failures", () => {
  const criteria = [
    { id: "never", display_name: null, pass: 0, fail: 0, unknown: 3, total: 3, pass_rate: null },
    { id: "__proto__", display_name: null, pass: 1, fail: 3, unknown: 0, total: 4, pass_rate: 25 },
  ];
  const weakest = card("scoring").parts(report({ criteria_stats: criteria }), today).at(-1);
  assert.deepEqual(weakest, [{ key: "kpi.scoring.weakest", name: "Proto" }, 25, "percent", { criterion: "__proto__:failure" }]);
  assert.equal(card("scoring").parts(report({ criteria_stats: criteria.slice(0, 1) }), today).at(-1), undefined);
});

test("costs that nobody knows are not zero", () => {
  assert.equal(card("cost").parts(report(), today)[0][1], null);
  assert.equal(card("costTotal").value(report(), today), null);
  assert.equal(card("cost").parts(report({ cost_known_count: 2, total_cost: 0 }), today)[0][1], 0);
  assert.equal(card("costTotal").value(report({ cost_usd_known_count: 2, total_cost_usd: 0 }), today), 0);
});

test("the minutes behind the price of one are whole ones, of all days", () => {
  assert.equal(card("costPerMinute")
    .n(report({ daily_trends: [{ date: "2026-11-01", duration_secs: 100 }, { date: "2026-11-02", duration_secs: 79 }] }), today), 2);
});

test("conversations per day are of the days that have come", () => {
  const trends = [{ date: "2026-11-01", total: 4 }, { date: "2026-11-02", total: 0 }, { date: "2026-11-30", total: 0 }];
  assert.equal(card("trends").value(report({ daily_trends: trends }), today), 2);
});

test("rates come from their counts, so that they are rounded once", () => {
  const counted = report({ finished_count: 265, successful_count: 210, conversion_rate: 79.25 });
  assert.equal(card("conversion").value(counted, today).toFixed(1), "79.2");
});
