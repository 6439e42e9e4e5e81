import { canRetry, isActive } from "./runs.js";

/**
 * How far the first synchronisation is: details that have come of those that are planned, and the slowest run's time.
 * While lists are still read, what is planned grows: `isListing` says so.
 * @param {SyncRun[]} runs
 */
export function overall(runs) {
  /** @param {(run: SyncRun) => number} value */
  const sum = (value) => runs.reduce((total, run) => total + value(run), 0);
  const active = runs.filter(isActive);
  const left = active.filter(({ phase }) => phase === "details").map(({ secs_left: seconds }) => seconds ?? 0);
  return {
    done: sum((run) => run.details_fetched + run.details_failed),
    total: sum((run) => run.details_total),
    found: sum((run) => run.conversations_fetched),
    isActive: active.length > 0,
    isListing: active.some(({ phase }) => phase !== "details"),
    secondsLeft: active.length && left.length === active.length ? Math.max(...left) : 0,
    failed: runs.filter(canRetry),
  };
}

/**
 * Whether the abandoned ones are known: how a conversation ended stands in its details, and without them none would seem abandoned.
 * @param {Pick<Api.KpiReport, "transcript_count" | "done_calls">} report @param {boolean} isOver
 */
export const knowsDropouts = ({ transcript_count: read, done_calls: done }, isOver) => isOver || read >= done;

/** The last days of a period that have conversations, at most so many. @param {Trend[]} days @param {string} today @param {number} most */
export function lastDays(days, today, most) {
  const come = days.filter(({ date }) => date <= today);
  const first = come.findIndex(({ total }) => total > 0);
  return first < 0 ? [] : come.slice(Math.max(first, come.length - most));
}
