import { element } from "../parts/dom.js";
import { getConversations } from "../../api/endpoints.js";
import { listViews } from "../../state/route.js";
import { icon } from "../parts/icons.js";
import { t } from "../../texts/translate.js";

/**
 * To the previous and next conversation of the list, also over the ends of its pages.
 * @param {App} app @param {AbortSignal} signal @param {() => void} onEnd
 */
export function createConversationSteps(app, signal, onEnd) {
  const previous = step("left", "detail.previous", -1);
  const next = step("right", "detail.next", 1);
  let moving = false;

  /** @param {string} iconName @param {string} key @param {number} by */
  function step(iconName, key, by) {
    return element("button", {
      type: "button", class: "icon-button", "aria-label": t(key), title: t(key), on: { click: () => move(by) },
    }, icon(iconName));
  }

  /**
   * {id} on the page that is shown, {page} where it continues, or null at an end.
   * @param {number} by
   * @returns {{ id: string, page?: undefined } | { page: number, id?: undefined } | null}
   */
  function neighbour(by) {
    const { ids, page, pages } = app.listed;
    const at = listViews.has(app.route.view) ? ids.indexOf(app.route.conversation ?? "") : -1;
    if (at < 0) return null;
    if (ids[at + by]) return { id: ids[at + by] };
    return page + by >= 1 && page + by <= pages ? { page: page + by } : null;
  }

  /** @param {number} by */
  async function move(by) {
    if (moving) return;
    const to = neighbour(by);
    if (!to) return;
    moving = true;
    try {
      if (to.page) await turn(to.page, by);
      else app.navigate({ ...app.route, conversation: to.id ?? null }, { replace: true });
    } catch (error) {
      app.emit("failed", error);
    } finally {
      moving = false;
    }
    if (!neighbour(by)) onEnd();
  }

  /** @param {number} page @param {number} by */
  async function turn(page, by) {
    const answer = await getConversations(app.listQuery({ page }));
    const ids = answer.conversations.map((row) => row.conversation_id);
    if (!ids.length) return;
    app.listed = { ids, page, pages: Math.ceil(answer.total / answer.per_page) };
    app.navigate({ ...app.route, page, conversation: ids.at(by > 0 ? 0 : -1) ?? null }, { replace: true });
  }

  function update() {
    previous.disabled = !neighbour(-1);
    next.disabled = !neighbour(1);
  }

  app.on("listed", update, signal);
  return { nodes: [previous, next], move, update };
}
