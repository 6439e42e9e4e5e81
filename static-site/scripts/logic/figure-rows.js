import { joinCriterion } from "../state/filters.js";
import { criterionName, totalCriteria, weakestFirst } from "./criteria.js";
import { rate, rates } from "./rates.js";
import { elapsed, summarizeTrends } from "./trends.js";

/**
 * The figures of the page: the one that leads, and the rows of the four groups. Per figure: `value` of a report, its unit, `n` with what
 * is counted (`all`: of how many; `extra` is none of the twelve), the `figure` of the comparison that says how it moved, the `filters` of
 * the conversations it counts, `counts` of a rate, and `parts`, which are told with the formula: [text key, value or values, unit,
 * filters, role of its share, day, view].
 */
const finished = { status: "finished" };

/**
 * @param {string} id @param {string} group @param {string} figure @param {(report: Api.KpiReport) => number} part
 * @param {Filters} filters @param {KpiCard["parts"]} parts
 * @returns {KpiCard}
 */
const percent = (id, group, figure, part, filters, parts) =>
  ({ id, group, unit: "percent", figure, value: rates[figure], n: (r) => r.finished_count, counts: (r) => [part(r), r.finished_count],
    counted: "finished", filters, parts });

/** @type {KpiCard} */
export const leadFigure =
  percent("conversion", "lead", "conversion_rate", (r) => r.successful_count, { ...finished, outcome: "success" }, (r) => [
  ["outcome.success", r.successful_count, "count", { ...finished, outcome: "success" }, "success"],
  ["outcome.unknown", r.unknown_count, "count", { ...finished, outcome: "unknown" }, "unknown"],
  ["outcome.failure", r.failed_count, "count", { ...finished, outcome: "failure" }, "failure"],
]);

export const groups = ["result", "experience", "cost", "technology"];

/** @type {KpiCard[]} */
export const figureRows = [
  {
    id: "scoring", group: "result", unit: "percent", figure: "criteria_pass_rate", view: "criteria", counted: "judged",
    value: rates.criteria_pass_rate,
    n: (r) => totalCriteria(r.criteria_stats).judged,
    counts: (r) => { const all = totalCriteria(r.criteria_stats); return [all.pass, all.judged]; },
    parts: (r) => {
      const all = totalCriteria(r.criteria_stats);
      const [weakest] = weakestFirst(r.criteria_stats).filter((criterion) => criterion.pass_rate !== null);
      return [
        ["criteria.pass", all.pass, "count", null, "success", null, "criteria"],
        ["criteria.fail", all.fail, "count", null, "failure", null, "criteria"],
        ["criteria.unknown", all.unknown, "count", null, "unknown", null, "criteria"],
        weakest && [{ key: "kpi.scoring.weakest", name: criterionName(weakest.id, weakest.display_name) },
          rate(weakest.pass, weakest.pass + weakest.fail), "percent",
          { criterion: joinCriterion(weakest.id, "failure") }],
      ];
    },
  },
  percent("transfers", "result", "transfer_rate", (r) => r.transfer_count, { transferred: "true" }, (r) => [
    ["kpi.transfers.count", r.transfer_count, "count", { transferred: "true" }],
    ["kpi.transfers.handovers", r.agent_handover_count, "count", { handover: "true" }],
  ]),
  {
    id: "direction", group: "result", unit: "count", filters: { direction: "inbound" }, counted: "all",
    value: (r) => r.inbound_calls, n: (r) => r.total_conversations,
    several: (r) => [
      ["direction.inbound", r.inbound_calls, { direction: "inbound" }],
      ["direction.outbound", r.outbound_calls, { direction: "outbound" }],
      ["direction.other", r.other_calls, { direction: "other" }],
    ],
    parts: (r) => [
      ["direction.inbound", r.inbound_calls, "count", { direction: "inbound" }],
      ["direction.outbound", r.outbound_calls, "count", { direction: "outbound" }],
      ["direction.other", r.other_calls, "count", { direction: "other" }],
    ],
  },
  percent("dropouts", "experience", "dropout_rate", (r) => r.dropout_count, { dropout: "true" }, (r) => [
    ["kpi.dropouts.count", r.dropout_count, "count", { dropout: "true" }],
  ]),
  {
    id: "rating", group: "experience", unit: "rating", figure: "avg_rating", filters: { rated: "true" }, counted: "rated",
    value: (r) => r.avg_rating, n: (r) => r.rating_count,
    parts: (r) => [5, 4, 3, 2, 1].map((stars) =>
      [{ key: "kpi.rating.stars", count: stars }, r.rating_distribution[String(stars)], "count", { rating: String(stars) },
        `rating-${stars}`]),
  },
  {
    id: "duration", group: "experience", unit: "duration", figure: "avg_duration_secs", filters: { duration_min: "1" },
    counted: "withDuration",
    value: (r) => r.avg_duration_secs, n: (r) => r.duration_count,
    parts: (r) => [
      ["kpi.duration.median", r.median_duration_secs, "duration"],
      ["kpi.duration.percentiles", [r.p90_duration_secs, r.p95_duration_secs], "duration"],
      ["kpi.duration.extremes", [r.min_duration_secs, r.max_duration_secs], "duration"],
      ["kpi.duration.short", r.short_calls_under_30s, "count", { duration_min: "1", duration_max: "29" }],
      ["kpi.duration.long", r.long_calls_over_300s, "count", { duration_min: "301" }],
    ],
  },
  {
    id: "messages", group: "experience", unit: "decimal", figure: "avg_bot_messages", filters: { transcript: "true" },
    counted: "withTranscript",
    value: (r) => r.avg_bot_messages, n: (r) => r.transcript_count,
    parts: (r) => [["kpi.messages.all", r.avg_message_count, "decimal"]],
  },
  {
    id: "cost", group: "cost", unit: "credits", figure: "avg_cost_per_session", filters: { cost_known: "true" }, counted: "withCost",
    value: (r) => r.avg_cost_per_session, n: (r) => r.cost_known_count,
    parts: (r) => [["kpi.cost.total", r.cost_known_count ? r.total_cost : null, "credits", { cost_known: "true" }]],
  },
  {
    id: "costTotal", group: "cost", extra: true, unit: "usd", figure: "total_cost_usd", filters: { cost_usd_known: "true" },
    counted: "withUsd",
    value: (r) => (r.cost_usd_known_count ? r.total_cost_usd : null), n: (r) => r.cost_usd_known_count, all: (r) => r.total_conversations,
    parts: (r) => [["kpi.costTotal.average", r.avg_cost_usd, "usdEach", { cost_usd_known: "true" }]],
  },
  {
    id: "costPerSuccess", group: "cost", extra: true, unit: "usdEach", figure: "cost_usd_per_success",
    filters: { ...finished, outcome: "success" }, counted: "successful",
    value: (r) => r.cost_usd_per_success, n: (r) => r.successful_count, parts: () => [],
  },
  {
    id: "costPerMinute", group: "cost", extra: true, unit: "usdEach", figure: "cost_usd_per_minute", filters: { duration_min: "1" },
    counted: "minutes",
    value: (r) => r.cost_usd_per_minute, n: minutes, parts: () => [],
  },
  percent("connections", "technology", "connection_rate", (r) => r.done_calls, { status: "done" }, (r) => [
    ["kpi.connections.done", r.done_calls, "count", { status: "done" }, "success"],
    ["kpi.connections.failed", r.failed_calls, "count", { status: "failed" }, "failure"],
    ["kpi.connections.inProgress", r.in_progress_count, "count", { status: "unfinished" }],
  ]),
  percent("errors", "technology", "error_rate", (r) => r.technical_errors, { error: "true" }, (r) => [
    ["kpi.errors.count", r.technical_errors, "count", { error: "true" }],
  ]),
  {
    id: "trends", group: "technology", unit: "decimal", figure: "total_conversations", filters: {}, counted: "days",
    value: (r, today) => summarizeTrends(elapsed(r.daily_trends, today))?.perDay ?? null,
    n: (r, today) => elapsed(r.daily_trends, today).length,
    parts: (r, today) => {
      const trends = summarizeTrends(elapsed(r.daily_trends, today));
      if (!trends?.total) return [];
      return [[{ key: "kpi.trends.busiest", day: trends.busiest.date }, trends.busiest.total, "count", {}, null, trends.busiest.date]];
    },
  },
];

/** Whole minutes talked, as the API counts them for the price of a minute. @param {Api.KpiReport} report */
function minutes({ daily_trends: days }) {
  return Math.floor(days.reduce((sum, day) => sum + day.duration_secs, 0) / 60);
}
