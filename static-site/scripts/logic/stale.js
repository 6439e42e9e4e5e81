/** A nightly sync leaves data at most a day old; two hours more are allowed for a long run. */
const staleAfterSeconds = 26 * 3600;

/** @param {Api.Health | null} health @param {number} [now] */
export function isStale(health, now = Date.now()) {
  if (!health || health.demo || !health.last_good_sync_at) return false;
  return (now - Date.parse(health.last_good_sync_at)) / 1000 > staleAfterSeconds;
}
