const key = "voicebot.setup";

/** Where the first run of this browser tab is once it has come to its first sync, so that a reload goes on there. */
export const setup = {
  isAtSync: () => read() !== null,
  reachSync: () => write([]),
  /** The runs of the first sync; none as long as it has not been started. */
  /** @returns {number[]} */
  runIds: () => read() ?? [],
  /** @param {number[]} ids */
  started: (ids) => write(ids),
  end: () => write(null),
};

/** @returns {number[] | null} */
function read() {
  try {
    const ids = JSON.parse(sessionStorage.getItem(key) ?? "null");
    return Array.isArray(ids) ? ids : null;
  } catch {
    return null;
  }
}

/** @param {number[] | null} ids */
function write(ids) {
  try {
    if (ids) sessionStorage.setItem(key, JSON.stringify(ids));
    else sessionStorage.removeItem(key);
  } catch {
    // Without storage a reload shows the dashboard instead, where the header tells of the run.
  }
}
