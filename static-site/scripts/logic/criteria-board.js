import { weakestFirst } from "./criteria.js";
import { changeOfCriterion } from "./changes.js";
import { rate } from "./rates.js";

/**
 * Criteria of one agent each, with how they moved.
 * @typedef {{ agent: string, id: string, stats: CriterionStats, rate: number | null, change: FigureChange | undefined }} BoardRow
 * @typedef {{ agent: string, report: Api.KpiReport }} AgentReport
 */

/**
 * Rows by agent, in the agents' order; within one the weakest first.
 * @param {AgentReport[]} reports @returns {Array<{ agent: string, rows: BoardRow[] }>}
 */
export const boardGroups = (reports) => reports.map(({ agent, report }) => ({
  agent,
  rows: weakestFirst(report.criteria_stats).map((stats) => ({
    agent, id: stats.id, stats, rate: rate(stats.pass, stats.pass + stats.fail), change: changeOfCriterion(report.comparison, stats.id),
  })),
})).filter(({ rows }) => rows.length);

/** The weakest of all rows first; those that nobody judged come last. @param {BoardRow[]} rows */
export const weakestRows = (rows) => [...rows].sort((a, b) => (a.rate ?? 101) - (b.rate ?? 101) || b.stats.total - a.stats.total);

/**
 * What a sentence on the whole says: how many changed clearly, either way, and how many could be compared at all.
 * @param {BoardRow[]} rows
 */
export function countChanges(rows) {
  /** @param {string} judgement */
  const judged = (judgement) => rows.filter(({ change }) => change?.judgement === judgement).length;
  const [better, worse] = [judged("better"), judged("worse")];
  return { total: rows.length, better, worse, compared: better + worse + judged("no_clear_change") };
}

/**
 * What is marked of a row on its scale: the rate, its interval, and the period before where there is one to compare with.
 * @param {BoardRow} row
 */
export const markOf = ({ stats, change }) => ({
  value: stats.pass_rate, low: stats.pass_rate_low, high: stats.pass_rate_high,
  before: change && change.change !== null ? change.previous : null,
});
