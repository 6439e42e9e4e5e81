/**
 * Paper cannot be clicked: what is folded in a conversation is open as long as it is printed.
 * @param {AbortSignal} signal
 */
export function unfoldForPrint(signal) {
  /** @type {HTMLDetailsElement[]} */
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [.../** @type {NodeListOf<HTMLDetailsElement>} */ (
      document.querySelectorAll("[data-testid=conversation-drawer] details:not([open])"))];
    for (const details of opened) details.open = true;
  }, { signal });
  addEventListener("afterprint", () => {
    for (const details of opened) details.open = false;
    opened = [];
  }, { signal });
}
