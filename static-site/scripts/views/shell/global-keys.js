import { activeKeys, registerKeys } from "../../state/keys.js";
import { narrowedViews, openView } from "../../state/route.js";
import { t } from "../../texts/translate.js";

/** @type {Array<[string, string]>} */
const places = [["d", "dashboard"], ["c", "conversations"], ["k", "criteria"], ["m", "money"],
  ["r", "reviews"], ["b", "callbacks"], ["l", "alerts"],
  ["a", "archives"], ["s", "sync"], ["u", "settings"]];

/**
 * Keys that work on every view.
 * @param {App} app @param {AbortSignal} signal @param {{ search: () => void, listKeys: () => void }} actions
 */
export function registerGlobalKeys(app, signal, actions) {
  registerKeys(signal, [
    { keys: ["Mod+k"], group: "page", label: t("keys.palette"), run: actions.search, always: true },
    { keys: ["/"], group: "page", label: t("keys.search"), run: actions.search },
    { keys: ["f"], group: "page", label: t("keys.filter"), when: () => !narrowedViews.has(app.route.view), run: filter },
    { keys: ["?"], group: "page", label: t("keys.list"), run: actions.listKeys },
    ...places.map(([letter, view]) =>
      ({ keys: [`g ${letter}`], group: "go", label: t(`tabs.${view}`),
        run: () => app.navigate(openView(app.route, view), { focus: true }) })),
  ]);

  /**
   * Where nothing is to be narrowed it leads to the list, which opens its conditions by the same key, once it is there.
   * @param {import("../../state/keys.js").KeyLike} event
   */
  function filter(event) {
    app.navigate(openView(app.route, "conversations"), { focus: true });
    const own = activeKeys().find(({ keys }) => keys.includes("f"));
    if (own && own.run !== filter) own.run(event);
  }
}
