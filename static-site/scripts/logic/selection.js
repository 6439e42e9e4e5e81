/** As many as the export takes at once. */
export const mostSelected = 200;

/**
 * The conversations that are ticked, also on pages that are out of sight; gone when the conditions change.
 * @param {() => void} onChange
 */
export function createSelection(onChange) {
  /** @type {Set<string>} */
  const ids = new Set();
  /** @type {string | null} */
  let scope = null;

  return {
    ids: () => [...ids],
    /** @param {string} id */
    has: (id) => ids.has(id),
    get size() { return ids.size; },
    get isFull() { return ids.size >= mostSelected; },
    /** @param {string} id @param {boolean} on */
    set(id, on) {
      if (!on) ids.delete(id);
      else if (ids.size < mostSelected) ids.add(id);
      onChange();
    },
    /** @param {string[]} many @param {boolean} on */
    setAll(many, on) {
      for (const id of many) {
        if (!on) ids.delete(id);
        else if (ids.size < mostSelected) ids.add(id);
      }
      onChange();
    },
    clear() {
      ids.clear();
      onChange();
    },
    /** What was ticked under other conditions is not exported by surprise. @param {string} next */
    keepWithin(next) {
      if (scope !== null && next !== scope && ids.size) {
        ids.clear();
        onChange();
      }
      scope = next;
    },
  };
}
