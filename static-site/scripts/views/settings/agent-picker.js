import { element, fill, foreign } from "../parts/dom.js";
import { getVendorAgents } from "../../api/endpoints.js";
import { explain } from "../../texts/explain.js";
import { t } from "../../texts/translate.js";
import { checkbox, field } from "../parts/fields.js";

/** @typedef {{ id: string, name: string, active?: boolean, label?: string }} PickedAgent */

/**
 * Agents ticked from the vendor's list, or typed by hand where the key may not list them. With `retire`, those that are configured already
 * are not ticked, but retired and made active again; the retired ones stand apart.
 * @param {App} app @param {{ retire?: boolean }} [options]
 */
export function createAgentPicker(app, { retire = false } = {}) {
  const configured = new Map(app.settings.agents.map((agent) => [agent.id, /** @type {PickedAgent} */ ({ ...agent })]));
  /** @type {Map<string, PickedAgent>} */
  const picked = new Map([...configured].filter(([, agent]) => agent.active !== false));
  const list = element("div", { class: "agent-list" });
  const retired = element("div", { class: "agent-retired", dataset: { testid: "retired-agents" } });
  const typed = element("input",
    { type: "text", autocomplete: "off", spellcheck: false, placeholder: "agent_…", dataset: { testid: "agent-ids" } });
  const typedField = field(t("settings.agentIds"), typed, { hint: t("settings.agentIdsHint") });
  const status = element("p", { class: "test-result", role: "status" });
  /** What the vendor lists, once it was asked. @type {PickedAgent[]} */
  let listed = [];

  function show() {
    const named = new Map([...configured.values(), ...listed].map((agent) => [agent.id, agent]));
    const all = [...listed, ...[...configured.values()].filter(({ id }) => !listed.some((one) => one.id === id))];
    const gone = retire ? [...configured.values()].filter(({ id }) => !picked.has(id)) : [];
    fill(list, all.filter(({ id }) => !gone.some((one) => one.id === id) && (picked.has(id) || listed.some((one) => one.id === id)))
      .map((agent) => (retire && configured.has(agent.id) ? row(agent, true) : tick(agent))));
    fill(retired, gone.length > 0
      && [element("h3", {}, t("settings.retired")), element("p", { class: "field-hint" }, t("settings.retiredHint")),
      gone.map((agent) => row(named.get(agent.id) ?? agent, false))]);
  }

  /** The end of the id tells two of one name apart. @param {PickedAgent} agent */
  const nameOf = ({ id, name, label }) => {
    const shown = label ?? configured.get(id)?.label ?? name;
    return shown && shown !== id ? [foreign(shown), " ", element("code", {}, id)] : element("code", {}, id);
  };

  /** @param {PickedAgent} agent */
  const tick = (agent) => checkbox(nameOf({ ...agent, label: agent.name }), picked.has(agent.id), (on) => {
    if (on) picked.set(agent.id, agent);
    else picked.delete(agent.id);
  });

  /** @param {PickedAgent} agent @param {boolean} active */
  function row(agent, active) {
    const text = t(active ? "settings.retire" : "settings.restore");
    const button = element("button", {
      type: "button", class: "button button-quiet button-small", "aria-label": `${text}: ${agent.name || agent.id}`, dataset: {
        testid: active ? "retire-agent" : "restore-agent",
        id: agent.id,
      },
      on: {
        click() {
          if (active) picked.delete(agent.id);
          else picked.set(agent.id, agent);
          show();
          [...node.querySelectorAll("button")].find((one) => one.dataset.id === agent.id)?.focus();
        },
      },
    }, text);
    return element("div", { class: "agent-row", dataset: { testid: active ? "active-agent" : "retired-agent" } },
      element("span", {}, nameOf(agent)), button);
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
      listed = (await getVendorAgents()).agents;
      show();
      say(listed.length ? t("settings.keyWorks", { count: listed.length }) : t("settings.noAgents"), "good");
      return true;
    } catch (error) {
      say(t("settings.keyRefused", { reason: explain(error) }), "bad");
      return false;
    }
  }

  const node = element("div", { class: "agent-picker" }, list, typedField, retired);
  show();
  return {
    node,
    status,
    typedField,
    load,
    /** What goes into the settings: agents that are to be active, typed ids, and where none is left, those that are not. */
    value() {
      const ids = typed.value.split(/[\s,;]+/).filter(Boolean).filter((id) => !picked.has(id));
      const active = [...[...picked.values()].map(({ id, name }) => (name && name !== id ? { id, name } : { id })),
        ...ids.map((id) => ({ id }))];
      return active.length || !retire ? active : [...configured.keys()].map((id) => ({ id, active: false }));
    },
  };
}
