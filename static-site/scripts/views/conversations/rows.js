import { registerKeys } from "../../state/keys.js";
import { t } from "../../texts/translate.js";

/**
 * What opens a conversation of the list, and has the focus where somebody is on its row.
 * @param {ParentNode} place @param {string | null | undefined} id
 */
export function rowLink(place, id) {
  /** @type {NodeListOf<HTMLElement>} */
  const links = place.querySelectorAll("[data-id] .row-link");
  return [...links].find((link) => link.closest("[data-id]")?.getAttribute("data-id") === id) ?? null;
}

/**
 * The rows of the list as one stop of the Tab key: j and k, or the arrows, go from one to the next, Enter opens (each is a link), x ticks.
 * While a conversation is read beside the list, they open what they come to.
 * @param {App} app @param {HTMLElement} place @param {AbortSignal} signal
 */
export function createRows(app, place, signal) {
  /** @type {string | null} */
  let current = null;
  const isHere = () => app.route.view === "conversations";
  const isOnRow = () => isHere() && place.contains(document.activeElement) && Boolean(document.activeElement?.closest("[data-id]"));

  /** @returns {HTMLElement[]} */
  const rows = () => [...place.querySelectorAll("[data-id]")].filter((row) => row instanceof HTMLElement);
  /** @param {HTMLElement | undefined} row @returns {HTMLElement | null} */
  const linkOf = (row) => row?.querySelector(".row-link") ?? null;
  /** @param {HTMLElement | undefined} row @returns {HTMLInputElement | null} */
  const tickOf = (row) => row?.querySelector(".pick input") ?? null;

  /** From the one that is current, or read; the first step goes to the first. @param {number} by */
  function step(by) {
    const all = rows();
    const isAway = !place.contains(document.activeElement);
    const at = all.findIndex((row) => row.dataset.id === (isAway ? app.route.conversation : current));
    const to = all[Math.max(0, Math.min(all.length - 1, at < 0 ? 0 : at + by))];
    if (!to) return;
    focus(to.dataset.id);
    if (app.route.conversation) app.navigate({ ...app.route, conversation: to.dataset.id ?? null }, { replace: true });
  }

  /** @param {string | null | undefined} id */
  function focus(id) {
    const link = rowLink(place, id);
    link?.focus({ preventScroll: true });
    link?.closest("[data-id]")?.scrollIntoView({ block: "nearest" });
  }

  /** The Tab key comes to the current row alone. */
  function mark() {
    const all = rows();
    const picked = all.find((row) => row.dataset.id === (app.route.conversation ?? current)) ?? all[0];
    for (const row of all) {
      const isOpen = row.dataset.id === app.route.conversation;
      const link = linkOf(row);
      row.classList.toggle("opened", isOpen);
      if (isOpen) link?.setAttribute("aria-current", "true");
      else link?.removeAttribute("aria-current");
      for (const stop of [link, tickOf(row)]) if (stop) stop.tabIndex = row === picked ? 0 : -1;
    }
  }

  place.addEventListener("focusin", (event) => {
    const row = event.target instanceof Element ? event.target.closest("[data-id]") : null;
    if (!(row instanceof HTMLElement) || row.dataset.id === current) return;
    current = row.dataset.id ?? null;
    mark();
  });

  registerKeys(signal, [
    { keys: ["j"], group: "list", label: t("keys.nextRow"), when: isHere, run: () => step(1) },
    { keys: ["k"], group: "list", label: t("keys.previousRow"), when: isHere, run: () => step(-1) },
    // Elsewhere the arrows scroll.
    { keys: ["ArrowDown"], group: "list", label: t("keys.nextRow"), when: isOnRow, run: () => step(1) },
    { keys: ["ArrowUp"], group: "list", label: t("keys.previousRow"), when: isOnRow, run: () => step(-1) },
    { keys: ["x"], group: "list", label: t("keys.tick"), when: isOnRow,
      run: () => tickOf(rows().find((row) => row.dataset.id === current))?.click() },
  ]);
  return { focus, mark };
}
