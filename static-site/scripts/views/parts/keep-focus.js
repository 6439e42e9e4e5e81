/**
 * Runs a change that makes the nodes of a place anew, and gives the focus to the one that stands for the focused one:
 * a sort button by its field, another control by its label.
 * @param {HTMLElement} place @param {() => void} change
 */
export function keepFocus(place, change) {
  const focused = /** @type {HTMLElement | null} */ (place.contains(document.activeElement) ? document.activeElement : null);
  const name = focused?.dataset.sort ? "data-sort" : "aria-label";
  const mark = focused?.getAttribute(name);
  change();
  if (!mark) return;
  /** @type {NodeListOf<HTMLElement>} */
  const controls = place.querySelectorAll(`a[${name}], button[${name}]`);
  const same = [...controls].find((node) => node.getAttribute(name) === mark);
  (same ?? /** @type {HTMLElement | null} */ (place.querySelector(".pager a")))?.focus({ preventScroll: true });
}
