/** Codes of what is often better a moment later: nobody answered, or the database was busy or away. */
const passing = new Set(["network", "storage_unreachable", "storage_locked"]);
/** Answers of a server, or of a proxy before it, that cannot serve right now. */
const passingStatuses = new Set([502, 503, 504]);

export const firstWaitSeconds = 8;
export const longestWaitSeconds = 60;

/**
 * The seconds after which the page asks again by itself, longer after each failure; null where the same answer would come again, and where
 * the server wants to be left alone for longer.
 * @param {unknown} error @param {number} failures How often it has failed before.
 */
export function waitBefore(error, failures) {
  const { code, status, retryAfter } = /** @type {Partial<import("../api/api.js").ApiError>} */ (error ?? {});
  if (!passing.has(code ?? "") && !passingStatuses.has(status ?? 0)) return null;
  const wait = Math.max(Math.min(firstWaitSeconds * 2 ** failures, longestWaitSeconds), retryAfter ?? 0);
  return wait <= longestWaitSeconds ? wait : null;
}
