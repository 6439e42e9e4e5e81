import { joinCriterion } from "../state/filters.js";
import { criterionName, totalCriteria, weakestFirst } from "./criteria.js";
import { rate, rates } from "./rates.js";
import { elapsed, summarizeTrends } from "./trends.js";

/**
 * The twelve cards. Per card: `value` of a report, its unit, `n` with what is counted, the `figure` of the comparison that says how it moved,
 * the `filters` of the conversations it counts, and `parts`: [text key, value or values, unit, filters, role of its share, day, view].
 * `bar` and `lines` say how high it becomes: a bar of shares, and so many parts.
 */
const finished = { status: "finished" };

/**
 * @param {string} id @param {string} figure
 * @param {Filters} filters @param {{ bar?: boolean, lines: number }} layout @param {KpiCard["parts"]} parts
 * @returns {KpiCard}
 */
const percent = (id, figure, filters, layout, parts) =>
  ({ id, ...layout, unit: "percent", figure, value: rates[figure], n: (r) => r.finished_count, counted: "finished", filters, parts });

/** @type {KpiCard[]} */
export const kpiCards = [
  percent("conversion", "conversion_rate", { ...finished, outcome: "success" }, { bar: true, lines: 3 }, (r) => [
    ["outcome.success", r.successful_count, "count", { ...finished, outcome: "success" }, "success"],
    ["outcome.failure", r.failed_count, "count", { ...finished, outcome: "failure" }, "failure"],
    ["outcome.unknown", r.unknown_count, "count", { ...finished, outcome: "unknown" }, "unknown"],
  ]),
  percent("connections", "connection_rate", { status: "done" }, { bar: true, lines: 3 }, (r) => [
    ["kpi.connections.done", r.done_calls, "count", { status: "done" }, "success"],
    ["kpi.connections.failed", r.failed_calls, "count", { status: "failed" }, "failure"],
    ["kpi.connections.inProgress", r.in_progress_count, "count", { status: "unfinished" }],
  ]),
  {
    id: "scoring", bar: true, lines: 4, unit: "percent", figure: "criteria_pass_rate", view: "criteria", counted: "judged",
    value: rates.criteria_pass_rate,
    n: (r) => totalCriteria(r.criteria_stats).judged,
    parts: (r) => {
      const all = totalCriteria(r.criteria_stats);
      const [weakest] = weakestFirst(r.criteria_stats).filter((criterion) => criterion.pass_rate !== null);
      return [
        ["criteria.pass", all.pass, "count", null, "success", null, "criteria"],
        ["criteria.fail", all.fail, "count", null, "failure", null, "criteria"],
        ["criteria.unknown", all.unknown, "count", null, "unknown", null, "criteria"],
        weakest && [{ key: "kpi.scoring.weakest", name: criterionName(weakest.id, weakest.display_name) }, rate(weakest.pass, weakest.pass + weakest.fail), "percent",
          { criterion: joinCriterion(weakest.id, "failure") }],
      ];
    },
  },
  {
    id: "duration", lines: 5, unit: "duration", figure: "avg_duration_secs", filters: { duration_min: "1" }, counted: "withDuration",
    value: (r) => r.avg_duration_secs, n: (r) => r.duration_count,
    parts: (r) => [
      ["kpi.duration.median", r.median_duration_secs, "duration"],
      ["kpi.duration.percentiles", [r.p90_duration_secs, r.p95_duration_secs], "duration"],
      ["kpi.duration.extremes", [r.min_duration_secs, r.max_duration_secs], "duration"],
      ["kpi.duration.short", r.short_calls_under_30s, "count", { duration_min: "1", duration_max: "29" }],
      ["kpi.duration.long", r.long_calls_over_300s, "count", { duration_min: "301" }],
    ],
  },
  percent("transfers", "transfer_rate", { transferred: "true" }, { lines: 2 }, (r) => [
    ["kpi.transfers.count", r.transfer_count, "count", { transferred: "true" }],
    ["kpi.transfers.handovers", r.agent_handover_count, "count", { handover: "true" }],
  ]),
  percent("dropouts", "dropout_rate", { dropout: "true" }, { lines: 1 }, (r) => [
    ["kpi.dropouts.count", r.dropout_count, "count", { dropout: "true" }],
  ]),
  {
    id: "messages", lines: 1, unit: "decimal", figure: "avg_bot_messages", filters: { transcript: "true" }, counted: "withTranscript",
    value: (r) => r.avg_bot_messages, n: (r) => r.transcript_count,
    parts: (r) => [["kpi.messages.all", r.avg_message_count, "decimal"]],
  },
  {
    id: "cost", lines: 5, unit: "credits", figure: "avg_cost_per_session", filters: { cost_known: "true" }, counted: "withCost",
    value: (r) => r.avg_cost_per_session, n: (r) => r.cost_known_count,
    parts: (r) => [
      ["kpi.cost.total", r.cost_known_count ? r.total_cost : null, "credits", { cost_known: "true" }],
      ["kpi.cost.averageUsd", r.avg_cost_usd, "usdEach", { cost_usd_known: "true" }],
      ["kpi.cost.totalUsd", r.cost_usd_known_count ? r.total_cost_usd : null, "usd", { cost_usd_known: "true" }],
      ["kpi.cost.perSuccess", r.cost_usd_per_success, "usdEach", { status: "finished", outcome: "success" }],
      ["kpi.cost.perMinute", r.cost_usd_per_minute, "usdEach"],
    ],
  },
  percent("errors", "error_rate", { error: "true" }, { lines: 1 }, (r) => [
    ["kpi.errors.count", r.technical_errors, "count", { error: "true" }],
  ]),
  {
    id: "rating", bar: true, lines: 5, unit: "rating", figure: "avg_rating", filters: { rated: "true" }, counted: "rated",
    value: (r) => r.avg_rating, n: (r) => r.rating_count,
    parts: (r) => [5, 4, 3, 2, 1].map((stars) =>
      [{ key: "kpi.rating.stars", count: stars }, r.rating_distribution[String(stars)], "count", { rating: String(stars) }, `rating-${stars}`]),
  },
  {
    id: "trends", lines: 1, unit: "decimal", figure: "total_conversations", anchor: "charts", counted: "days",
    value: (r, today) => summarizeTrends(elapsed(r.daily_trends, today))?.perDay ?? null,
    n: (r, today) => elapsed(r.daily_trends, today).length,
    parts: (r, today) => {
      const trends = summarizeTrends(elapsed(r.daily_trends, today));
      if (!trends?.total) return [];
      return [[{ key: "kpi.trends.busiest", day: trends.busiest.date }, trends.busiest.total, "count", {}, null, trends.busiest.date]];
    },
  },
  {
    id: "direction", bar: true, lines: 3, unit: "count", filters: { direction: "inbound" }, counted: "all",
    value: (r) => r.inbound_calls, n: (r) => r.total_conversations,
    parts: (r) => [
      ["direction.inbound", r.inbound_calls, "count", { direction: "inbound" }, "inbound"],
      ["direction.outbound", r.outbound_calls, "count", { direction: "outbound" }, "outbound"],
      ["direction.other", r.other_calls, "count", { direction: "other" }, "other"],
    ],
  },
];
