import { getCallbacks } from "../../api/endpoints.js";
import { createLoader } from "../../api/loader.js";
import { idOf } from "../../logic/callbacks.js";
import { t } from "../../texts/translate.js";
import { element, fill } from "../parts/dom.js";
import { loadFailure } from "../parts/load-failure.js";
import { skeletonTable } from "../parts/tables.js";
import { callbackItem } from "./callback-item.js";
import { markPeople } from "./want.js";

/**
 * The list of people to be called and the work on it, wherever it stands.
 * @param {App} app
 * @param {{ query: () => Query, shown: (answer: Api.Callbacks | null) => void, nothing: () => Child, after?: (answer: Api.Callbacks)
 * => Child }} place What is asked for, who hears of the answer, and what stands where nobody is, and below the list.
 */
export function createCallbackWork(app, { query, shown, nothing, after }) {
  /** @type {Array<Array<Record<string, unknown>>>} */
  const past = [];
  const list = element("div", { class: "callbacks" }, skeletonTable(6));

  /** @type {ReturnType<typeof createLoader<Api.Callbacks>>} */
  const loader = createLoader({
    start: () => list.setAttribute("aria-busy", "true"),
    show(answer) {
      list.removeAttribute("aria-busy");
      if (!query().agent_id) app.setWaiting(answer.waiting);
      const at = focused();
      fill(list, answer.callbacks.length
        ? element("ul", { class: "callback-list", role: "list" },
          answer.callbacks.map((person) => callbackItem(app, person, answer.criteria_names, mark)))
        : nothing(), after?.(answer));
      if (at >= 0) focus(at);
      shown(answer);
    },
    fail(error) {
      list.removeAttribute("aria-busy");
      fill(list, loadFailure("callbacks", error, load));
      shown(null);
    },
  });

  const rows = () => /** @type {HTMLElement[]} */ ([...list.querySelectorAll("[data-testid=callback-row]")]);
  const focused = () => rows().findIndex((row) => row.contains(document.activeElement));

  /** Who was marked leaves, and the next one takes the place. @param {number} at */
  function focus(at) {
    /** @type {HTMLElement | null | undefined} */
    const control = rows()[Math.min(at, rows().length - 1)]?.querySelector(".callback-actions button, a");
    control?.focus({ preventScroll: true });
  }

  function load() {
    return loader.load((abort) => getCallbacks(query(), abort));
  }

  /** @param {Record<string, unknown>} change @param {Callback} person */
  async function mark(change, person) {
    const back = await markPeople(app, [change], t(`callbacks.marked.${change.action}`,
      { number: person.conversation.client_phone ?? idOf(person) }));
    if (back) past.push(back);
    shown(null);
  }

  async function undo() {
    const last = past.pop();
    if (!last) return app.emit("toast", t("reviews.nothingToUndo"));
    return markPeople(app, last, t("callbacks.undone"));
  }

  return { list, load, undo, canUndo: () => past.length > 0, stop: loader.stop };
}
