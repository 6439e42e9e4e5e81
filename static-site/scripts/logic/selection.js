/** As many as the export takes at once. */
export const mostSelected = 200;

/** The conversations that are ticked, also on pages that are out of sight; gone when the conditions change. */
export function createSelection(onChange) {
  const ids = new Set();
  let scope = null;

  return {
    ids: () => [...ids],
    has: (id) => ids.has(id),
    get size() { return ids.size; },
    get isFull() { return ids.size >= mostSelected; },
    set(id, on) {
      if (!on) ids.delete(id);
      else if (ids.size < mostSelected) ids.add(id);
      onChange();
    },
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
    /** What was ticked under other conditions is not exported by surprise. */
    keepWithin(next) {
      if (scope !== null && next !== scope && ids.size) {
        ids.clear();
        onChange();
      }
      scope = next;
    },
  };
}
