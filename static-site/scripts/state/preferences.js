const key = "voicebot.preferences";

/** @returns {Record<string, any>} */
function read() {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "{}") ?? {};
  } catch {
    return {};
  }
}

/** A choice of this browser: language, theme, delimiter, page size. @param {string} name */
export const preference = (name) => {
  const all = read();
  return Object.hasOwn(all, name) ? all[name] : undefined;
};

/** @param {string} name @param {unknown} value */
export function remember(name, value) {
  try {
    localStorage.setItem(key, JSON.stringify({ ...read(), [name]: value }));
  } catch {
    // Private mode may forbid storage; the choice then lasts until the page is left.
  }
}
