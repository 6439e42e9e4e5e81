/** @typedef {Api.Breakdowns["agents"][number]} AgentFigures */

/** What the agents are ordered by; null comes last whichever way. @type {Record<string, (agent: AgentFigures) => number | null>} */
const fields = {
  total: (agent) => agent.total_conversations,
  conversion: (agent) => (agent.finished_count ? agent.successful_count / agent.finished_count : null),
  dropouts: (agent) => (agent.finished_count ? agent.dropout_count / agent.finished_count : null),
  errors: (agent) => agent.technical_errors,
  cost: (agent) => agent.avg_cost_per_session,
};

/**
 * @param {AgentFigures[]} agents @param {string} sort A field, or "name"; "-" before it for descending.
 * @param {(id: string) => string} nameOf
 */
export function sortedAgents(agents, sort, nameOf) {
  const direction = sort.startsWith("-") ? -1 : 1;
  const field = sort.replace("-", "");
  if (field === "name")
    return agents.map((agent) => ({ agent, name: nameOf(agent.agent_id) })).sort((a, b) => direction * a.name.localeCompare(b.name))
      .map(({ agent }) => agent);
  const value = fields[field];
  return [...agents].sort((a, b) => {
    const [first, second] = [value(a), value(b)];
    if (first === null || second === null) return Number(first === null) - Number(second === null);
    return direction * (first - second) || b.total_conversations - a.total_conversations;
  });
}
