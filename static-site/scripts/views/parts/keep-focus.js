/**
 * Runs a change that makes the nodes of a place anew, and gives the focus to the one that stands for the focused one:
 * a sort button by its field, another control by its label.
 */
export function keepFocus(place, change) {
  const focused = place.contains(document.activeElement) ? document.activeElement : null;
  const name = focused?.dataset.sort ? "data-sort" : "aria-label";
  const mark = focused?.getAttribute(name);
  change();
  if (!mark) return;
  const same = [...place.querySelectorAll(`a[${name}], button[${name}]`)].find((node) => node.getAttribute(name) === mark);
  (same ?? place.querySelector(".pager a"))?.focus({ preventScroll: true });
}
