/** As many as the panel has room for. */
const mostShown = 5;

/**
 * What conversations that failed a criterion have in common: how they ended, and which other criteria they failed.
 * @param {ListedConversation[]} conversations @param {string} criterionId
 */
export function behind(conversations, criterionId) {
  return {
    ends: counted(conversations.map(({ end_reason: reason }) => reason ?? "none")),
    together: counted(conversations.flatMap(({ criteria }) =>
      Object.entries(criteria).filter(([id, result]) => result === "failure" && id !== criterionId).map(([id]) => id))),
  };
}

/** How often each occurs, the most frequent first. @param {string[]} keys @returns {Array<{ key: string, count: number }>} */
function counted(keys) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].map(([key, count]) => ({ key, count })).sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
    .slice(0, mostShown);
}
