const key = "voicebot.preferences";

function read() {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? {};
  } catch {
    return {};
  }
}

/** A choice of this browser: language, theme, delimiter, page size. */
export const preference = (name) => read()[name];

export function remember(name, value) {
  try {
    localStorage.setItem(key, JSON.stringify({ ...read(), [name]: value }));
  } catch {
    // Private mode may forbid storage; the choice then lasts until the page is left.
  }
}
