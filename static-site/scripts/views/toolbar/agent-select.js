import { element, fill, foreign } from "../parts/dom.js";
import { plain } from "../../logic/palette.js";
import { joinAgents, pickedAgents } from "../../state/agents.js";
import { isolated, t } from "../../texts/translate.js";
import { checkbox } from "../parts/fields.js";
import { createPopover } from "../parts/popover.js";

/** More than these are found by typing; of those found so many are shown at once. */
const fewAgents = 12;
const mostShown = 100;

/** What the picked agents are called: all, one's name, or how many. @param {App} app */
export function agentsName(app) {
  const picked = pickedAgents(app.route);
  return picked.length === 0
    ? t("toolbar.allAgents")
    : picked.length === 1 ? isolated(app.agentName(picked[0])) : t("toolbar.agents", { count: picked.length });
}

/** Which agents the figures are about: all, one or several. @param {App} app @param {AbortSignal} signal */
export function createAgentSelect(app, signal) {
  const list = element("div", { class: "agent-choices" });
  const find = element("input",
    { type: "search", "aria-label": t("toolbar.findAgent"), placeholder: t("toolbar.findAgent"), dataset: { testid: "agent-find" },
      on: { input: showList } });
  const popover = createPopover({ label: t("toolbar.agent"), testid: "agent-picker", before: "bot", content: [find, list] }, signal);

  /** @param {string[]} ids */
  function pick(ids) {
    app.navigate({ ...app.route, agent: joinAgents(ids, app.settings.agents), page: 1 });
  }

  /** @param {Child} label @param {boolean} checked @param {(on: boolean) => void} onChange @param {string} value */
  function choice(label, checked, onChange, value) {
    const box = checkbox(label, checked, onChange, { value });
    box.input.dataset.testid = "agent-choice";
    return box;
  }

  function showList() {
    const picked = pickedAgents(app.route);
    // A link may name an agent that is no longer configured; the error below then says so.
    const known = app.settings.agents.map(({ id }) => id);
    const all = [...known, ...picked.filter((id) => !known.includes(id))];
    const typed = plain(find.value.trim());
    const found = all.filter((id) => !typed || plain(app.agentName(id)).includes(typed));
    // The picked ones first where there are too many to show.
    const ids = found.length > mostShown
      ? [...new Set([...found.filter((id) => picked.includes(id)), ...found])].slice(0, mostShown)
      : found;
    const active = document.activeElement;
    const focused = active instanceof HTMLInputElement && list.contains(active) ? active.value : null;
    fill(list,
      choice(t("toolbar.allAgents"), !picked.length, () => pick([]), ""),
      ids.map((id) =>
        choice(foreign(app.agentName(id)), picked.includes(id),
          (on) => pick(on ? [...picked, id] : picked.filter((one) => one !== id)), id)),
      found.length > ids.length && element("p", { class: "field-hint" }, t("toolbar.moreAgents", { count: found.length - ids.length })));
    find.hidden = all.length <= fewAgents;
    if (focused !== null) [...list.querySelectorAll("input")].find((input) => input.value === focused)?.focus();
  }

  function update() {
    showList();
    popover.say(agentsName(app));
  }

  return { node: popover.node, update };
}
