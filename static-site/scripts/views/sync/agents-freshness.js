import { isFresh } from "../../logic/sync-truth.js";
import { openView } from "../../state/route.js";
import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { element, fill, foreign } from "../parts/dom.js";
import { icon } from "../parts/icons.js";
import { routeLink } from "../parts/links.js";

/** With more agents than this the headline and the obstacles have to do. */
const mostAgents = 12;

/** Since when the data of each agent are good; its name leads to its conversations. @param {App} app */
export function createAgentsFreshness(app) {
  const list = element("ul", { class: "agents-fresh-list" });
  const node = element("section", { class: "agents-fresh", hidden: true }, element("h2", {}, t("sync.agentsFresh")), list);

  /** @param {Api.Health["agents"]} agents Without retired ones. */
  function update(agents) {
    node.hidden = !app.configured() || !agents.length || agents.length > mostAgents;
    fill(list, !node.hidden && agents.map(row));
  }

  /** @param {Api.Health["agents"][number]} agent */
  function row(agent) {
    const { agent_id: id, last_good_sync_at: at } = agent;
    const isGood = isFresh(agent);
    return element("li", { class: ["agent-fresh", !isGood && "agent-fresh-old"], dataset: { testid: "agent-fresh" } },
      icon(isGood ? "check" : "warning"),
      routeLink(app, { ...openView(app.route, "conversations"), agent: id }, { class: "agent-fresh-name" }, foreign(app.agentName(id))),
      element("span", { class: "agent-fresh-time" }, at ? t("header.asOf", { time: format.dateTime(at) }) : t("header.neverSynced")));
  }

  return { node, update };
}
