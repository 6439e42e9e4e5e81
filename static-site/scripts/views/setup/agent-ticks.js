import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { element, fill, foreign, newId } from "../parts/dom.js";
import { field } from "../parts/fields.js";

/** So many agents are synchronised at the most. */
export const mostAgents = 10;
const searchedFrom = 12;
const shownAtOnce = 200;

/** The agents that the key sees, all ticked, each with what it has; others can be typed. @param {App} app @param {() => void} onChange */
export function createAgentTicks(app, onChange) {
  const errorId = newId("agents-error");
  const legend = element("legend", { class: "visually-hidden" }, t("wizard.steps.agents"));
  const hint = element("p", { class: "step-fold" });
  const wrong = element("p", { class: "field-error", id: errorId, role: "alert", hidden: true });
  const left = element("p", { class: "field-hint", role: "status", dataset: { testid: "agents-left" } });
  const list = element("fieldset", { class: "agent-ticks", "aria-describedby": errorId });
  const search = element("input",
    { type: "search", autocomplete: "off", dir: "auto", dataset: { testid: "agents-search" }, on: { input: showRows } });
  const searchField = field(t("wizard.agentsFilter"), search);
  const typed = element("input",
    { type: "text", autocomplete: "off", spellcheck: false, placeholder: "agent_…", dataset: { testid: "agent-ids" },
      on: { change: onChange } });
  const others = element("details", { class: "agents-other" }, element("summary", {}, t("wizard.agentsOther")),
    field(t("settings.agentIds"), typed, { hint: t("settings.agentIdsHint") }));
  /** @type {Api.VendorAgents["agents"]} */
  let agents = [];
  /** @type {Set<string>} */
  const picked = new Set();
  /** @type {Map<string, HTMLElement>} */
  const notes = new Map();

  /** @param {Api.VendorAgents["agents"]} listed */
  function show(listed) {
    agents = listed;
    const configured = app.settings.agents.filter(({ active }) => active !== false).map(({ id }) => id);
    for (const { id } of agents.slice(0, mostAgents)) picked.add(id);
    // Who comes back to this step finds what was chosen before.
    if (configured.length) {
      picked.clear();
      for (const id of configured) picked.add(id);
    }
    const missing = configured.filter((id) => !agents.some((agent) => agent.id === id));
    typed.value = missing.join(", ");
    others.open = !agents.length || missing.length > 0;
    hint.textContent = agents.length > mostAgents
      ? t("wizard.agentsTooMany", { most: mostAgents })
      : t(agents.length ? "wizard.agentsHint" : "wizard.agentsNone");
    searchField.hidden = agents.length < searchedFrom;
    showRows();
  }

  function showRows() {
    const words = search.value.trim().toLocaleLowerCase();
    const found = agents.filter(({ id, name }) => !words || name.toLocaleLowerCase().includes(words) || id.toLowerCase().includes(words));
    // The ticked ones first among many, so that all of them are seen.
    const shown = (found.length > shownAtOnce ? found.toSorted((a, b) => Number(picked.has(b.id)) - Number(picked.has(a.id))) : found)
      .slice(0, shownAtOnce);
    fill(list, legend, shown.map(row));
    if (words && !found.length) left.textContent = t("wizard.agentsNotFound");
    else if (shown.length === found.length) left.textContent = "";
    else left.textContent = t("wizard.agentsLeft", { shown: format.count(shown.length), total: format.count(found.length) });
    onChange();
  }

  /** @param {{ id: string, name: string }} agent */
  function row({ id, name }) {
    const input = element("input", {
      type: "checkbox", checked: picked.has(id), dataset: { testid: "agent-tick", id },
      on: {
        change() {
          if (input.checked) picked.add(id);
          else picked.delete(id);
          onChange();
        },
      },
    });
    const note = notes.get(id) ?? element("span", { class: "choice-note" });
    notes.set(id, note);
    return element("label", { class: "agent-tick" }, input,
      element("span", { class: "agent-name", title: name || id }, foreign(name || id)), note);
  }

  /** @param {Map<string, Reach | null>} reaches @param {string} today */
  function showReach(reaches, today) {
    for (const [id, note] of notes) {
      const reach = reaches.get(id);
      fill(note, reach ? say(reach, today) : reach === undefined && picked.has(id) && t("wizard.counting"));
    }
  }

  return {
    node: element("div", { class: "agents-choice" }, hint, searchField, left, list, wrong, others),
    show,
    showReach,
    /** Those whose conversations are worth counting, the ticked ones first. */
    ids: () => agents.map(({ id }) => id).toSorted((a, b) => Number(picked.has(b)) - Number(picked.has(a))),
    /** What goes into the settings. */
    value() {
      const ids = typed.value.split(/[\s,;]+/).filter((id) => id && !picked.has(id));
      return [...agents.filter(({ id }) => picked.has(id)).map(({ id, name }) => (name && name !== id ? { id, name } : { id })),
        ...ids.map((id) => ({ id }))];
    },
    /** @param {string | null} text */
    showError(text) {
      wrong.textContent = text ?? "";
      wrong.hidden = !text;
    },
  };
}

/** @param {Reach} reach @param {string} today */
function say({ ranges, oldest }, today) {
  const all = ranges.find(({ name }) => name === "everything");
  if (!all?.conversations) return t("wizard.noConversations");
  const conversations = t(all.is_complete ? "wizard.conversations" : "wizard.atLeast", { count: all.conversations });
  return oldest ? t("wizard.sinceMonth", { conversations, month: format.monthInPhrase(oldest, today) }) : conversations;
}
