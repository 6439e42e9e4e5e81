const active = new Set(["queued", "running"]);

/** @param {SyncRun} run */
export const isActive = (run) => active.has(run.status);
/** @param {SyncRun} run */
export const canRetry = (run) => ["failed", "partial", "cancelled"].includes(run.status);

/** 0–1 of the details that are dealt with, or null while the number is not known. @param {SyncRun} run */
export function progress(run) {
  if (!run.details_total) return run.phase === "done" ? 1 : null;
  return Math.min(1, (run.details_fetched + (run.details_failed ?? 0)) / run.details_total);
}

/** What the newest finished run of each agent left without details; null when nothing is missing. @param {SyncRun[] | null} runs */
export function missingDetails(runs) {
  /** @type {Map<string, SyncRun>} */
  const newest = new Map();
  for (const run of runs ?? []) if (!isActive(run) && !newest.has(run.agent_id)) newest.set(run.agent_id, run);
  const partial = [...newest.values()].filter((run) => run.status === "partial" && run.details_failed > 0);
  /** @param {"details_failed" | "details_total"} field */
  const sum = (field) => partial.reduce((total, run) => total + run[field], 0);
  return partial.length ? { failed: sum("details_failed"), total: sum("details_total"), runs: partial } : null;
}
