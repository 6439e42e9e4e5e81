import { isActive } from "./runs.js";

/** Worst first: a night is as its worst agent. */
const order = ["failed", "partial", "running", "good"];
const states = new Map([["completed", "good"], ["partial", "partial"], ["failed", "failed"], ["cancelled", "partial"]]);

/** The day of a run in the reporting zone, in which the API writes it. @param {SyncRun} run */
export const dayOfRun = (run) => (run.started_at ?? run.requested_at).slice(0, 10);

/**
 * How the nights of a month went, by their days: failed, partial, running or good; days without a nightly run are left out. Of each agent
 * the newest run of a day counts, because a later one mends an earlier.
 * @param {SyncRun[]} runs Newest first. @param {string} month
 * @returns {Map<string, string>}
 */
export function nightsOf(runs, month) {
  /** @type {Map<string, Map<string, string>>} */
  const days = new Map();
  for (const run of runs) {
    const day = dayOfRun(run);
    if (run.sync_type !== "scheduled" || !day.startsWith(month)) continue;
    const agents = days.get(day) ?? new Map();
    if (!agents.has(run.agent_id)) agents.set(run.agent_id, isActive(run) ? "running" : states.get(run.status) ?? "partial");
    days.set(day, agents);
  }
  return new Map([...days].map(([day, agents]) => [day, order.find((state) => [...agents.values()].includes(state)) ?? "good"]));
}
