import { t } from "../../texts/translate.js";
import { tickList } from "../parts/tick-list.js";

/**
 * The agents that something is about, none for all of them; `several` is false where there is no choice. Those that are not configured
 * any more are there, too: they can be taken out.
 * @param {App} app @param {string[]} [chosen]
 */
export function agentTicks(app, chosen = []) {
  const known = app.settings.agents.map(({ id }) => [id, app.agentName(id)]);
  const gone = chosen.filter((id) => !known.some(([one]) => one === id)).map((id) => [id, id]);
  const options = [...known, ...gone];
  const node = tickList(t("alerts.rule.agents"), options, chosen, { hint: t("alerts.rule.noneIsAll"), testid: "agent-ticks" });
  return { node, several: options.length > 1, chosen: node.chosen };
}
