import { element, fill } from "../dom.js";
import { getConversation } from "../endpoints.js";
import { icon } from "../icons.js";
import { createLoader } from "../loader.js";
import * as format from "../texts/format.js";
import { t } from "../texts/translate.js";
import { conversationDetail } from "./conversation-detail.js";
import { errorNotice } from "./parts/notices.js";

/** One conversation over whatever view is open; a modal dialog, so Esc and focus are the browser's work. */
export function createDrawer(app, signal) {
  const title = element("h2", { id: "drawer-title", tabIndex: -1, autofocus: true });
  const previous = step("left", "detail.previous", -1);
  const next = step("right", "detail.next", 1);
  const close = element("button", {
    type: "button", class: "icon-button", "aria-label": t("actions.close"), title: t("actions.close"), on: { click: leave },
  }, icon("close"));
  const body = element("div", { class: "drawer-body" });
  const node = element("dialog", {
    class: "drawer", "aria-labelledby": "drawer-title", dataset: { testid: "conversation-drawer" },
    on: {
      cancel(event) {
        event.preventDefault();
        leave();
      },
      click: (event) => event.target === node && leave(),
    },
  }, element("div", { class: "drawer-head" }, title, element("div", { class: "drawer-steps" }, previous, next, close)), body);
  let shown = null;
  let opener = null;

  const loader = createLoader({
    start: () => {
      title.textContent = t("loading");
      fill(body, Array.from({ length: 6 }, () => element("div", { class: "skeleton skeleton-block" })));
    },
    show(conversation) {
      title.textContent = conversation.call_summary_title || t("detail.title", { time: format.dateTime(conversation.start_time) });
      fill(body, conversationDetail(app, conversation));
      body.scrollTop = 0;
    },
    fail(error) {
      title.textContent = t("detail.failed");
      shown = null;
      fill(body, errorNotice(error, update));
    },
  });

  function step(iconName, key, by) {
    return element("button", {
      type: "button", class: "icon-button", "aria-label": t(key), title: t(key), on: { click: () => move(by) },
    }, icon(iconName));
  }

  const neighbour = (by) => {
    const at = app.listed.indexOf(app.route.conversation);
    return at < 0 ? undefined : app.listed[at + by];
  };

  function move(by) {
    app.navigate({ ...app.route, conversation: neighbour(by) }, { replace: true });
    if (!neighbour(by)) title.focus();
  }

  /** Opened from the page: a step back, so that the list is not twice in the history. */
  function leave() {
    if (history.state?.opener) history.back();
    else app.navigate({ ...app.route, conversation: null }, { replace: true });
  }

  function showSteps() {
    previous.disabled = !neighbour(-1);
    next.disabled = !neighbour(1);
  }

  function update() {
    const id = app.route.conversation;
    if (!id) return hide();
    if (!node.open) {
      opener = document.activeElement;
      node.showModal();
      document.documentElement.classList.add("has-drawer");
    }
    showSteps();
    const key = `${id}|${app.revision}`;
    if (key === shown) return undefined;
    shown = key;
    return loader.load((abort) => getConversation(id, abort));
  }

  function hide() {
    if (!node.open) return;
    const left = shown?.split("|")[0];
    loader.stop();
    shown = null;
    node.close();
    document.documentElement.classList.remove("has-drawer");
    // After previous/next the row that was read last is where the reader is now.
    const row = [...document.querySelectorAll("tr[data-id]")].find((one) => one.dataset.id === left);
    (row?.querySelector("a") ?? opener)?.focus?.();
  }

  app.on("listed", showSteps, signal);
  return { node, update };
}
