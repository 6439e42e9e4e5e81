import { element, newId } from "./dom.js";
import { icon } from "./icons.js";

/**
 * A button that unfolds a panel below it; Escape, a click elsewhere or leaving it with the keyboard folds it again.
 * @param {{ label: string, testid: string, className?: string, content: Child, quiet?: boolean }} options
 * @param {AbortSignal} signal
 */
export function createPopover({ label, testid, className, content, quiet = false }, signal) {
  const panelId = newId("panel");
  const text = element("span", { class: "popover-text" });
  const panel = element("div", { class: ["popover-panel", className], id: panelId, hidden: true, role: "group", "aria-label": label }, content);
  const button = element("button", {
    type: "button", class: ["button popover-button", quiet && "button-quiet"], "aria-expanded": "false", "aria-controls": panelId, dataset: { testid },
    on: { click: () => toggle(Boolean(panel.hidden)) },
  }, text, icon("down"));
  const node = element("div", { class: "popover", on: { keydown, focusout } }, button, panel);

  /** @param {boolean} open */
  function toggle(open) {
    panel.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
  }

  /** @param {KeyboardEvent} event */
  function keydown(event) {
    if (event.key !== "Escape" || panel.hidden) return;
    event.stopPropagation();
    toggle(false);
    button.focus();
  }

  /** @param {FocusEvent} event */
  function focusout({ relatedTarget }) {
    if (relatedTarget instanceof Node && !node.contains(relatedTarget)) toggle(false);
  }

  document.addEventListener("click", (event) => node.isConnected && !event.composedPath().includes(node) && toggle(false), { signal });
  return {
    node,
    panel,
    /** @param {string} shown */
    say(shown) {
      text.textContent = shown;
      // The visible words come first, so that who speaks to the computer can name the button by them.
      button.setAttribute("aria-label", shown === label ? label : `${shown} (${label})`);
    },
  };
}
