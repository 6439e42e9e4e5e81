import { getSyncRuns } from "./endpoints.js";
import { isActive } from "../logic/runs.js";

const pollMilliseconds = 1000;
const retryMilliseconds = 5000;

/**
 * Follows sync runs: asks once per `check`, then every second only as long as one is active. A run that began and ended
 * between two checks, as the nightly one does, counts as finished too.
 * @param {{ onChange: (runs: SyncRun[] | null) => void, onFinished: (runs: SyncRun[]) => void }} listeners
 */
export function createRunWatch({ onChange, onFinished }) {
  /** @type {number | undefined} */
  let timer;
  let activeIds = new Set();
  /** @type {Set<number> | null} */
  let seenIds = null;
  /** @type {RunWatch} */
  const watch = { runs: null, error: null, check };

  async function check() {
    clearTimeout(timer);
    /** @type {SyncRun[]} */
    let runs;
    try {
      runs = await getSyncRuns();
      Object.assign(watch, { runs, error: null });
    } catch (error) {
      watch.error = error;
      onChange(watch.runs);
      // A run that we follow goes on without us, so its end is worth waiting for.
      if (activeIds.size) timer = setTimeout(check, retryMilliseconds);
      return;
    }
    const active = new Set(runs.filter(isActive).map((run) => run.id));
    const finished = runs.filter((run) => !active.has(run.id) && (activeIds.has(run.id) || (seenIds && !seenIds.has(run.id))));
    activeIds = active;
    seenIds = new Set(runs.map((run) => run.id));
    onChange(runs);
    if (finished.length) onFinished(finished);
    if (active.size) timer = setTimeout(check, pollMilliseconds);
  }

  return watch;
}
