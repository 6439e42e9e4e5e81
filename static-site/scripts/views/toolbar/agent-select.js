import { element, fill, foreign } from "../parts/dom.js";
import { joinAgents, pickedAgents } from "../../state/agents.js";
import { isolated, t } from "../../texts/translate.js";
import { checkbox } from "../parts/fields.js";
import { createPopover } from "../parts/popover.js";

/** Which agents the figures are about: all, one or several. @param {App} app @param {AbortSignal} signal */
export function createAgentSelect(app, signal) {
  const list = element("div", { class: "agent-choices" });
  const popover = createPopover({ label: t("toolbar.agent"), testid: "agent-picker", content: list }, signal);

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

  function update() {
    const picked = pickedAgents(app.route);
    // A link may name an agent that is no longer configured; the error below then says so.
    /** @param {App} app */
    const known = app.settings.agents.map(({ id }) => id);
    const ids = [...known, ...picked.filter((id) => !known.includes(id))];
    const active = document.activeElement;
    const focused = active instanceof HTMLInputElement && list.contains(active) ? active.value : null;
    fill(list,
      choice(t("toolbar.allAgents"), !picked.length, () => pick([]), ""),
      ids.map((id) => choice(foreign(app.agentName(id)), picked.includes(id), (on) => pick(on ? [...picked, id] : picked.filter((one) => one !== id)), id)));
    if (focused !== null) [...list.querySelectorAll("input")].find((input) => input.value === focused)?.focus();
    popover.say(picked.length === 0 ? t("toolbar.allAgents") : picked.length === 1 ? isolated(app.agentName(picked[0])) : t("toolbar.agents", { count: picked.length }));
  }

  return { node: element("div", { class: "field" }, element("span", { class: "field-label", "aria-hidden": "true" }, t("toolbar.agent")), popover.node), update };
}
