/** As many as the panel has room for. */
const mostShown = 5;

/**
 * What the conversations that failed a criterion have in common: how they ended, and which other criteria they failed; the most frequent
 * first.
 * @param {Pick<Api.KpiReport, "criteria_stats">} report @param {Pick<Api.Breakdowns, "end_reasons">} breakdowns Both of nothing else.
 * @param {string} criterionId
 */
export const behind = (report, breakdowns, criterionId) => ({
  ends: most(breakdowns.end_reasons.map(({ key, total }) => ({ key: key ?? "none", count: total }))),
  together: most(report.criteria_stats.filter(({ id, fail }) => fail > 0 && id !== criterionId)
    .map(({ id, fail }) => ({ key: id, count: fail }))),
});

/** @param {Array<{ key: string, count: number }>} counts */
const most = (counts) => counts.sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1)).slice(0, mostShown);

/** How many criteria a conversation failed. @param {Pick<ListedConversation, "criteria">} one */
export const failures = ({ criteria }) => Object.values(criteria).filter((result) => result === "failure").length;

/** Asks for a list with the worst conversations first. */
export const worstFirst = "-failed_criteria";
