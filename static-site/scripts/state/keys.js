import { preference, remember } from "./preferences.js";

/**
 * The page's keys. A view says which keys it works, and they stand in the list that `?` opens as long as they do something:
 *
 *   registerKeys(signal, [
 *     { keys: ["j", "ArrowDown"], group: "list", label: words, when: () => app.route.view === "conversations", run: () => step(1) },
 *   ]);
 *
 * A key is named as `KeyboardEvent.key` names it ("j", "?", "/", "Enter", "ArrowDown", "Shift+x"); "Mod+k" is Ctrl or ⌘ with K;
 * "g d" is one key after the other. Of several that are on at the same time the one that came last works, so a view wins over the shell.
 * Keys rest in fields, with Alt, and while a dialog is open, but for those with `always`; those with `inDialogs` rest only in fields.
 * A letter or sign alone can be switched off by who reads with his voice or presses keys by accident.
 * @typedef {{ keys: string[], label: string, group: string, run: (event: KeyLike) => unknown, when?: () => boolean, always?: boolean,
 * inDialogs?: boolean }} KeyBinding
 * @typedef {Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey"> & Partial<Pick<KeyboardEvent, "target" | "repeat" |
 * "isComposing" | "defaultPrevented" | "preventDefault">>} KeyLike
 */

/** How long the second of two keys may take. */
const sequenceMilliseconds = 1500;

/** @type {KeyBinding[]} */
let bindings = [];
/** @type {{ key: string, at: number } | null} */
let first = null;

/** @param {AbortSignal} signal Takes the keys away again. @param {KeyBinding[]} added */
export function registerKeys(signal, added) {
  bindings = [...bindings, ...added];
  signal.addEventListener("abort", () => { bindings = bindings.filter((one) => !added.includes(one)); });
}

/** Those that do something now, as they were registered: not the ones whose keys another has taken. */
export function activeKeys() {
  const on = bindings.filter(isOn);
  return on.filter(({ keys }, index) => !keys.every((key) => on.slice(index + 1).some((later) => later.keys.includes(key))));
}

/** @param {KeyBinding} binding */
const isOn = ({ when }) => when?.() ?? true;

/** Letters and signs that work alone; on unless switched off. */
export const letterKeys = () => preference("letterKeys") !== false;

/** @param {boolean} on */
export const setLetterKeys = (on) => remember("letterKeys", on);

/**
 * Works the binding of a key; true when there was one.
 * @param {KeyLike} event @param {{ inField?: boolean, inDialog?: boolean, now?: number }} [place]
 */
export function pressKey(event, { inField = false, inDialog = false, now = Date.now() } = {}) {
  const name = nameOf(event);
  if (!name || event.isComposing || event.defaultPrevented) return false;
  const before = first && now - first.at <= sequenceMilliseconds ? first.key : null;
  first = null;
  const able = bindings.filter((one) => isOn(one) && (one.always || (!inField && (one.inDialogs || !inDialog))));
  const works = (/** @type {string} */ wanted) => able.findLast(({ keys }) => keys.some((key) => key === wanted && isAllowed(key)));
  const binding = (before && works(`${before} ${name}`)) || works(name);
  if (binding) {
    event.preventDefault?.();
    binding.run(event);
    return true;
  }
  if (!event.repeat && able.some(({ keys }) => keys.some((key) => key.startsWith(`${name} `) && isAllowed(key))))
    first = { key: name, at: now };
  return false;
}

/** @param {string} key */
const isAllowed = (key) => letterKeys() || !key.split(" ").some((one) => one.length === 1);

/** As bindings name it; none for what only helps another key. @param {KeyLike} event */
function nameOf({ key, ctrlKey, metaKey, altKey, shiftKey }) {
  if (!key || altKey || ["Control", "Shift", "Meta", "Alt", "Dead"].includes(key)) return null;
  const letter = key.length === 1 ? key.toLowerCase() : key;
  if (ctrlKey || metaKey) return `Mod+${letter}`;
  const isLetter = key.length === 1 && key.toLowerCase() !== key.toUpperCase();
  return shiftKey && (isLetter || key.length > 1) ? `Shift+${letter}` : letter;
}

/** @param {Document} document @param {AbortSignal} signal */
export function listenToKeys(document, signal) {
  document.addEventListener("keydown", (event) => {
    const target = /** @type {Element | null} */ (event.target instanceof Element ? event.target : null);
    const inField = Boolean(target?.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]"));
    pressKey(event, { inField, inDialog: document.querySelector("dialog[open]:modal") !== null });
  }, { signal });
}

/** The keys of a binding as they stand on the keyboard: ["Ctrl", "K"], ["G", "D"]. @param {string} keys @param {boolean} [isMac] */
export function spellKeys(keys, isMac = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? "")) {
  return keys.split(" ").flatMap((stroke) => (stroke.length === 1 ? [stroke] : stroke.split("+")))
    .map((one) => (one === "Mod" ? (isMac ? "⌘" : "Ctrl") : signs.get(one) ?? (one.length === 1 ? one.toUpperCase() : one)));
}

const signs = new Map([["ArrowDown", "↓"], ["ArrowUp", "↑"], ["ArrowLeft", "←"], ["ArrowRight", "→"], ["Escape", "Esc"], [" ", "␣"]]);
