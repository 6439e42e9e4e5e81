import { rates } from "./rates.js";
import { totalCriteria } from "./criteria.js";

/**
 * The figures of the printed report in their groups: each with its name in the comparison, the unit in which it is written,
 * and how many stand behind it where there is no comparison to say so.
 * @typedef {{ name: string, unit: string, value: (report: KpiFigures) => number | null, n: ((report: KpiFigures) => number) | null }}
 * ReportFigure
 */

/** @param {string} name @param {(report: KpiFigures) => number} n @returns {ReportFigure} */
const rated = (name, n = (report) => report.finished_count) => ({ name, unit: "percent", value: rates[name], n });

/**
 * @param {string} name @param {string} unit @param {(report: KpiFigures) => number | null} value
 * @param {((report: KpiFigures) => number) | null} n @returns {ReportFigure}
 */
const counted = (name, unit, value, n) => ({ name, unit, value, n });

const secondsPerMinute = 60;

/** @type {Array<{ group: string, figures: ReportFigure[] }>} */
export const reportFigures = [
  {
    group: "result",
    figures: [
      rated("conversion_rate"),
      rated("criteria_pass_rate", (report) => totalCriteria(report.criteria_stats).judged),
      rated("transfer_rate"),
    ],
  },
  {
    group: "experience",
    figures: [
      rated("dropout_rate"),
      counted("avg_rating", "rating", (report) => report.avg_rating, (report) => report.rating_count),
      counted("avg_duration_secs", "duration", (report) => report.avg_duration_secs, (report) => report.duration_count),
      counted("avg_bot_messages", "decimal", (report) => report.avg_bot_messages, (report) => report.transcript_count),
    ],
  },
  {
    group: "cost",
    figures: [
      counted("avg_cost_per_session", "credits", (report) => report.avg_cost_per_session, (report) => report.cost_known_count),
      counted("total_cost", "credits", (report) => report.total_cost, (report) => report.cost_known_count),
      counted("total_cost_usd", "amount", (report) => report.total_cost_usd, (report) => report.cost_usd_known_count),
      counted("cost_usd_per_success", "amountEach", (report) => report.cost_usd_per_success, (report) => report.successful_count),
      counted("cost_usd_per_minute", "amountEach", (report) => report.cost_usd_per_minute,
        (report) => Math.floor(((report.avg_duration_secs ?? 0) * report.duration_count) / secondsPerMinute)),
    ],
  },
  {
    group: "technology",
    figures: [
      rated("connection_rate"),
      rated("error_rate"),
      counted("total_conversations", "count", (report) => report.total_conversations, null),
    ],
  },
];

/**
 * Where calls come from: told as they are, the API does not compare them.
 * @type {Array<{ name: string, value: (report: KpiFigures) => number }>}
 */
export const directions = [
  { name: "inbound", value: (report) => report.inbound_calls },
  { name: "outbound", value: (report) => report.outbound_calls },
  { name: "other", value: (report) => report.other_calls },
];
