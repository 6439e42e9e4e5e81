/**
 * The configured agents to choose one from, for `select`; the first choice is all of them.
 * @param {App} app @param {string} all
 */
export const agentChoices = (app, all) => [["", all], ...app.settings.agents.map(({ id }) => [id, app.agentName(id)])];
