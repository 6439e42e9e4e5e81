const active = new Set(["queued", "running"]);

export const isActive = (run) => active.has(run.status);
export const canRetry = (run) => ["failed", "partial", "cancelled"].includes(run.status);

/** 0–1 of the details that are dealt with, or null while the number is not known. */
export function progress(run) {
  if (!run.details_total) return run.phase === "done" ? 1 : null;
  return Math.min(1, (run.details_fetched + (run.details_failed ?? 0)) / run.details_total);
}
