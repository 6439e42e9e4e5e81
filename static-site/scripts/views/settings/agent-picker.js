import { element, fill, foreign } from "../parts/dom.js";
import { getVendorAgents } from "../../api/endpoints.js";
import { explain } from "../../texts/explain.js";
import { t } from "../../texts/translate.js";
import { checkbox, field } from "../parts/fields.js";

/** Agents ticked from the vendor's list, or typed by hand where the key may not list them. @param {App} app */
export function createAgentPicker(app) {
  const picked = new Map(app.settings.agents.filter(({ active }) => active !== false).map((agent) => [agent.id, agent]));
  const list = element("div", { class: "agent-list" });
  const typed = element("input", { type: "text", autocomplete: "off", spellcheck: false, placeholder: "agent_…", dataset: { testid: "agent-ids" } });
  const typedField = field(t("settings.agentIds"), typed, { hint: t("settings.agentIdsHint") });
  const status = element("p", { class: "test-result", role: "status" });

  /** @param {Array<{ id: string, name: string }>} agents */
  function show(agents) {
    fill(list, agents.map((agent) => {
      const text = agent.name && agent.name !== agent.id ? [foreign(agent.name), " ", element("code", {}, agent.id)] : agent.id;
      return checkbox(text, picked.has(agent.id), (on) => {
        if (on) picked.set(agent.id, agent);
        else picked.delete(agent.id);
      });
    }));
  }

  /** @param {string} text @param {string} tone */
  function say(text, tone) {
    status.textContent = text;
    status.className = `test-result test-${tone}`;
  }

  /** Asks the vendor with the stored key. True when the key was accepted. */
  async function load() {
    say(t("settings.testing"), "busy");
    try {
      const { agents } = await getVendorAgents();
      const ids = new Set(agents.map(({ id }) => id));
      show([...agents, ...[...picked.values()].filter(({ id }) => !ids.has(id))]);
      say(agents.length ? t("settings.keyWorks", { count: agents.length }) : t("settings.noAgents"), "good");
      return true;
    } catch (error) {
      say(t("settings.keyRefused", { reason: explain(error) }), "bad");
      return false;
    }
  }

  show([...picked.values()]);
  return {
    node: element("div", { class: "agent-picker" }, list, typedField),
    status,
    typedField,
    load,
    /** What goes into the settings: ticked agents and typed ids. */
    value() {
      const ids = typed.value.split(/[\s,;]+/).filter(Boolean).filter((id) => !picked.has(id));
      return [...[...picked.values()].map(({ id, name }) => (name && name !== id ? { id, name } : { id })), ...ids.map((id) => ({ id }))];
    },
  };
}
