import { getSyncRuns } from "./endpoints.js";
import { isActive } from "../logic/runs.js";

const pollMilliseconds = 1000;
const retryMilliseconds = 5000;

/**
 * Follows sync runs: asks once per `check`, then every second only as long as one is active. A run that began and ended
 * between two checks, as the nightly one does, counts as finished too.
 */
export function createRunWatch({ onChange, onFinished }) {
  let timer = null;
  let activeIds = new Set();
  let seenIds = null;
  const watch = { runs: null, error: null, check };

  async function check() {
    clearTimeout(timer);
    try {
      watch.runs = await getSyncRuns();
      watch.error = null;
    } catch (error) {
      watch.error = error;
      onChange(watch.runs);
      // A run that we follow goes on without us, so its end is worth waiting for.
      if (activeIds.size) timer = setTimeout(check, retryMilliseconds);
      return;
    }
    const active = new Set(watch.runs.filter(isActive).map((run) => run.id));
    const finished = watch.runs.filter((run) => !active.has(run.id) && (activeIds.has(run.id) || (seenIds && !seenIds.has(run.id))));
    activeIds = active;
    seenIds = new Set(watch.runs.map((run) => run.id));
    onChange(watch.runs);
    if (finished.length) onFinished(finished);
    if (active.size) timer = setTimeout(check, pollMilliseconds);
  }

  return watch;
}
