/** How much room there is: what a view shows depends on it, not only how it looks. */

/** One column: cards instead of tables, navigation below. */
export const isPhone = () => phone.matches;

/** The navigation has its words; a list and what is read have room beside each other. */
export const hasTwoPanes = () => panes.matches;

// Of the screen: what is printed keeps what was on it, for nothing can be fetched or drawn anew while pages are made.
const phone = matchMedia("screen and (width < 48rem)");
const panes = matchMedia("screen and (width >= 90rem)");

/** @param {AbortSignal} signal @param {() => void} listener */
export function onBreadth(signal, listener) {
  for (const one of [phone, panes]) one.addEventListener("change", listener, { signal });
}
