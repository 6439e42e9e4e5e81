import { totalCriteria } from "./criteria.js";

/** A rate in percent from its counts, so that it is rounded only once; null without any. @param {number} part @param {number} whole */
export const rate = (part, whole) => (whole ? (100 * part) / whole : null);

/** The rates of a report, by the names of its fields. @type {Record<string, (report: KpiFigures) => number | null>} */
export const rates = {
  conversion_rate: (r) => rate(r.successful_count, r.finished_count),
  connection_rate: (r) => rate(r.done_calls, r.finished_count),
  transfer_rate: (r) => rate(r.transfer_count, r.finished_count),
  dropout_rate: (r) => rate(r.dropout_count, r.finished_count),
  error_rate: (r) => rate(r.technical_errors, r.finished_count),
  criteria_pass_rate: (r) => totalCriteria(r.criteria_stats).pass_rate,
};
