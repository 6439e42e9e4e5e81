import { preference, remember } from "../../state/preferences.js";

/**
 * Which columns somebody chose: those that the shown view keeps, and what was changed on it since; where it keeps none, what this browser
 * remembers. @param {() => SavedView | null} currentView
 */
export function createColumnChoice(currentView) {
  /** By the view's id. @type {Map<number, ChosenColumns>} */
  const changes = new Map();
  const viewWithColumns = () => (currentView()?.columns ? currentView() : null);

  /** @param {string[]} ids All that can be chosen. @returns {ChosenColumns} */
  function chosen(ids) {
    const view = viewWithColumns();
    if (!view) return preference("columns") ?? {};
    return { ...Object.fromEntries(ids.map((id) => [id, view.columns?.includes(id) ?? false])), ...changes.get(view.id) };
  }

  return {
    chosen,
    /** @param {string} id @param {boolean} shown */
    choose(id, shown) {
      const view = viewWithColumns();
      if (view) changes.set(view.id, { ...changes.get(view.id), [id]: shown });
      else remember("columns", { ...preference("columns"), [id]: shown });
    },
    /** What a view shall keep: nothing where nobody chose. @param {string[]} ids @param {string[]} shown @returns {string[] | null} */
    kept: (ids, shown) => (Object.keys(chosen(ids)).length ? shown : null),
    /** Its columns are the kept ones again. @param {number} id */
    forget: (id) => { changes.delete(id); },
  };
}
