/** The agents that a route names; none means all. @param {Pick<Route, "agent">} route */
export const pickedAgents = ({ agent }) => (agent ? agent.split(",") : []);

/** The one agent that a route is about, or null. @param {Route} route */
export const onlyAgent = (route) => (pickedAgents(route).length === 1 ? route.agent : null);

/**
 * Several in the order of the settings, so that the same choice has one address; every agent is the same as none.
 * @param {string[]} ids @param {Array<{ id: string }>} agents
 */
export function joinAgents(ids, agents) {
  const order = agents.map(({ id }) => id);
  const sorted = [...new Set(ids)].sort((a, b) => order.indexOf(a) - order.indexOf(b));
  return sorted.length === order.length && sorted.every((id) => order.includes(id)) && order.length > 1 ? "" : sorted.join(",");
}

/**
 * The agents that a route is about: those that it names, or all.
 * @param {Pick<Route, "agent">} route @param {Array<{ id: string }>} agents @returns {string[]}
 */
export function agentsInScope(route, agents) {
  const picked = pickedAgents(route);
  return picked.length ? picked : agents.map(({ id }) => id);
}
