import { element, newId } from "./dom.js";
import { icon } from "./icons.js";

/**
 * A button that unfolds a panel below it; Escape, a click elsewhere or leaving it with the keyboard folds it again.
 * With `sign` alone, the button shows only that icon and is named by its label. `instead` may do the one thing there is to do, and says
 * so.
 * @param {{ label: string, testid: string, className?: string, content: Child, quiet?: boolean, before?: string, sign?: string, atEnd?:
 * boolean, look?: string, instead?: () => boolean }} options
 * @param {AbortSignal} signal
 */
export function createPopover({ label, testid, className, content, quiet = false, before, sign, atEnd = false, look, instead }, signal) {
  const panelId = newId("panel");
  const text = element("span", { class: "popover-text" });
  const panel = element("div",
    { class: ["popover-panel", atEnd && "popover-end", className], id: panelId, hidden: true, role: "group",
      "aria-label": label }, content);
  const button = element("button", {
    type: "button", class: look ?? (sign ? "icon-button" : ["button popover-button", quiet && "button-quiet"]), "aria-expanded": "false",
    "aria-controls": panelId, dataset: { testid },
    "aria-label": sign && label, title: sign && label, on: { click: () => instead?.() || toggle(Boolean(panel.hidden)) },
  }, sign ? icon(sign) : [before && icon(before), text, icon("down")]);
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
    event.preventDefault();
    close();
  }

  /** With the focus back on its button, where it was within. */
  function close() {
    const inside = panel.contains(document.activeElement);
    toggle(false);
    if (inside) button.focus();
  }

  /** @param {FocusEvent} event */
  function focusout({ relatedTarget }) {
    if (relatedTarget instanceof Node && !node.contains(relatedTarget)) toggle(false);
  }

  document.addEventListener("click", (event) => node.isConnected && !event.composedPath().includes(node) && toggle(false), { signal });
  return {
    node,
    panel,
    button,
    close,
    /** @param {string} shown */
    say(shown) {
      text.textContent = shown;
      // The visible words come first, so that who speaks to the computer can name the button by them.
      button.setAttribute("aria-label", shown === label ? label : `${shown} (${label})`);
    },
  };
}
