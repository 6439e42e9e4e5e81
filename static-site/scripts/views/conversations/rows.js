import { registerKeys } from "../../state/keys.js";
import { t } from "../../texts/translate.js";

/**
 * The rows of the list by keyboard: j and k go from one to the next, Enter opens (each is a link). While a conversation is read beside
 * the list, they open what they come to.
 * @param {App} app @param {HTMLElement} place @param {AbortSignal} signal
 */
export function createRows(app, place, signal) {
  const isHere = () => app.route.view === "conversations";

  /** @returns {HTMLElement[]} */
  const rows = () => [...place.querySelectorAll("[data-id]")].filter((row) => row instanceof HTMLElement);
  /** @param {HTMLElement | undefined} row @returns {HTMLElement | null} */
  const linkOf = (row) => row?.querySelector(".row-link") ?? null;

  /** From the one that has the focus or is read; the first step goes to the first. @param {number} by */
  function step(by) {
    const all = rows();
    const focused = all.findIndex((row) => row.contains(document.activeElement));
    const at = focused < 0 ? all.findIndex((row) => row.dataset.id === app.route.conversation) : focused;
    const to = all[Math.max(0, Math.min(all.length - 1, at < 0 ? 0 : at + by))];
    if (!to) return;
    focus(to.dataset.id);
    if (app.route.conversation) app.navigate({ ...app.route, conversation: to.dataset.id ?? null }, { replace: true });
  }

  /** @param {string | null | undefined} id */
  function focus(id) {
    const row = rows().find((one) => one.dataset.id === id);
    linkOf(row)?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: "nearest" });
  }

  function mark() {
    for (const row of rows()) {
      const isOpen = row.dataset.id === app.route.conversation;
      row.classList.toggle("opened", isOpen);
      if (isOpen) linkOf(row)?.setAttribute("aria-current", "true");
      else linkOf(row)?.removeAttribute("aria-current");
    }
  }

  registerKeys(signal, [
    { keys: ["j"], group: "list", label: t("keys.nextRow"), when: isHere, run: () => step(1) },
    { keys: ["k"], group: "list", label: t("keys.previousRow"), when: isHere, run: () => step(-1) },
  ]);
  return { focus, mark };
}
