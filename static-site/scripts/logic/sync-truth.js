/** New enough, or of an age that nobody can tell. @param {Pick<Api.Health["agents"][number], "state">} agent */
export const isFresh = ({ state }) => state === "fresh" || state === "unknown";

/**
 * How true the figures are: whose data are new enough, and from when. `time` is the oldest of the good ones; where none is good, the
 * newest of all.
 * @param {Api.Health["agents"]} agents Without retired ones.
 * @returns {{ kind: "none" | "all" | "some" | "old" | "failing", good: number, total: number, time: string | null, missing: string[] }}
 */
export function syncTruth(agents) {
  const good = agents.filter(isFresh);
  const missing = agents.filter((agent) => !good.includes(agent));
  const times = (good.length ? good : agents).map(({ last_good_sync_at: at }) => at).filter((at) => at !== null)
    .sort((a, b) => Date.parse(a) - Date.parse(b));
  const kind = good.length && !missing.length
    ? "all" : good.length ? "some" : times.length ? "old" : agents.some(({ state }) => state === "never") ? "failing" : "none";
  return {
    kind,
    good: good.length,
    total: agents.length,
    time: (good.length ? times[0] : times[times.length - 1]) ?? null,
    missing: missing.map(({ agent_id: id }) => id),
  };
}
