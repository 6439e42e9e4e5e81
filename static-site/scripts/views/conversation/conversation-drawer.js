import { element, fill } from "../parts/dom.js";
import { getConversation, refetchConversation } from "../../api/endpoints.js";
import { icon } from "../parts/icons.js";
import { createLoader } from "../../api/loader.js";
import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { createConversationDetail } from "./conversation-detail.js";
import { createConversationSteps } from "./conversation-steps.js";
import { rowLink } from "../conversations/rows.js";
import { wantCall } from "../callbacks/want.js";
import { copyText } from "../parts/copy.js";
import { actionButton } from "../parts/fields.js";
import { loadFailure } from "../parts/load-failure.js";
import { hasTwoPanes, onBreadth } from "../parts/breadth.js";
import { registerKeys } from "../../state/keys.js";
import { listViews } from "../../state/route.js";

/** Where the space bar means something already. */
const isBusyWithSpace = () => Boolean(document.activeElement?.closest("button, a, summary, input, [role=button]"))
  || Boolean(document.querySelector("dialog[open]:modal:not(.drawer)"));

/**
 * One conversation: beside its list where both have room, over whatever view is open elsewhere. There it is a modal dialog, so Esc and
 * focus are the browser's work. @param {App} app @param {AbortSignal} signal */
export function createDrawer(app, signal) {
  const title = element("h2", { id: "drawer-title", tabIndex: -1, autofocus: true, dir: "auto" });
  const steps = createConversationSteps(app, signal, () => title.focus());
  const closing = element("button", {
    type: "button", class: "icon-button", "aria-label": t("actions.close"), title: t("actions.close"), on: { click: leave },
  }, icon("close"));
  const copyId = element("button", {
    type: "button", class: "button button-quiet button-small", on: {
      click: () => copyText(app, app.route.conversation ?? "", t("detail.idCopied")),
    },
  }, icon("copy"), t("detail.copyId"));
  const copyLink = element("button", {
    type: "button", class: "icon-button", "aria-label": t("detail.copyLink"), title: t("detail.copyLink"), on: {
      click: () => copyText(app, location.href, t("toolbar.linkCopied")),
    },
  }, icon("link"));
  const readAgain = actionButton(t("detail.readAgain"), refetch, { testid: "read-again", before: icon("refresh") });
  readAgain.classList.add("button-quiet", "button-small");
  const callBack = actionButton(t("callbacks.actions.wanted"), () => wantCall(app, app.route.conversation ?? ""),
    { testid: "call-back", before: icon("phone") });
  callBack.classList.add("button-quiet", "button-small");
  callBack.title = t("callbacks.wantHint");
  const head = element("p", { class: "drawer-facts" });
  const player = element("div", { class: "drawer-player" });
  const body = element("div", { class: "drawer-body" });
  /** What a view adds, above all else and below it. */
  const [above, below] = ["drawer-above", "drawer-below"].map((name) => element("div", { class: name, hidden: true }));
  const node = element("dialog", {
    class: "drawer", "aria-labelledby": "drawer-title", dataset: { testid: "conversation-drawer" },
    on: {
      /** @param {Event} event */
      cancel(event) {
        event.preventDefault();
        leave();
      },
      click: (/** @type {any} */ event) => event.target === node && !isPane && leave(),
    },
  },
  element("div", { class: "drawer-head" }, element("div", { class: "drawer-title" }, title, head),
    element("div", { class: "drawer-steps" }, copyLink, steps.nodes, closing)), player, body, below);
  const actions = element("div", { class: "drawer-actions" }, app.mayWrite() && callBack, copyId, app.mayWrite() && readAgain);
  /** @type {string | null} */
  let shown = null;
  /** @type {HTMLElement | null} */
  let opener = null;
  let isPane = false;
  /** @type {ReturnType<typeof createConversationDetail> | null} */
  let detail = null;

  const loader = createLoader({
    start: () => {
      detail?.stop();
      title.textContent = t("loading");
      fill(head);
      fill(player);
      fill(body, above, Array.from({ length: 6 }, () => element("div", { class: "skeleton skeleton-block" })));
    },
    show,
    fail(error) {
      title.textContent = t("detail.failed");
      shown = null;
      detail = null;
      fill(body, loadFailure("conversation", error, update));
    },
  });

  /** @param {Api.ConversationDetail} conversation */
  function show(conversation) {
    detail?.stop();
    detail = createConversationDetail(app, conversation, actions);
    callBack.hidden = !conversation.client_phone;
    title.textContent = conversation.call_summary_title || t("detail.title", { time: format.dateTime(conversation.start_time) });
    fill(head, detail.head);
    fill(player, detail.player);
    fill(body, above, detail.nodes);
    body.scrollTop = 0;
  }

  async function refetch() {
    const id = app.route.conversation;
    if (!id) return;
    try {
      const conversation = await refetchConversation(id);
      if (app.route.conversation !== id) return;
      show(conversation);
      app.emit("toast", t("detail.wasReadAgain"));
    } catch (error) {
      app.emit("failed", error);
    }
  }

  /** Opened from the page: a step back, so that the list is not twice in the history. */
  function leave() {
    if (history.state?.opener) history.back();
    else app.navigate({ ...app.route, conversation: null }, { replace: true });
  }

  function update() {
    const id = app.route.conversation;
    if (!id) return hide();
    const asPane = listViews.has(app.route.view) && hasTwoPanes();
    if (node.open && asPane !== isPane) close();
    if (!node.open) open(asPane);
    steps.update();
    const key = `${id}|${app.revision}`;
    if (key === shown) return undefined;
    shown = key;
    return loader.load((abort) => getConversation(id, abort));
  }

  /** A pane leaves the focus in the list, from which one goes on reading. @param {boolean} asPane */
  function open(asPane) {
    isPane = asPane;
    opener = /** @type {HTMLElement | null} */ (document.activeElement);
    node.classList.toggle("drawer-pane", isPane);
    document.documentElement.classList.add("has-drawer");
    document.documentElement.classList.toggle("has-pane", isPane);
    if (!isPane) return node.showModal();
    node.show();
    if (opener !== document.body) opener?.focus({ preventScroll: true });
    return undefined;
  }

  function close() {
    node.close();
    document.documentElement.classList.remove("has-drawer", "has-pane");
  }

  function hide() {
    if (!node.open) return;
    const left = shown?.split("|")[0];
    loader.stop();
    detail?.stop();
    detail = null;
    shown = null;
    close();
    // After previous/next the row that was read last is where the reader is now.
    (rowLink(document, left) ?? opener)?.focus?.();
  }

  onBreadth(signal, () => node.open && update());
  registerKeys(signal, [
    { keys: ["Escape"], group: "list", label: t("keys.closeConversation"), when: () => node.open && isPane, run: leave },
    { keys: [" "], group: "reading", label: t("keys.play"), inDialogs: true,
      when: () => node.open && Boolean(detail?.toggle) && !isBusyWithSpace(), run: () => detail?.toggle?.() },
    // The pane stands beside the list, whose rows these keys walk along; over it they do the same.
    { keys: ["j"], group: "reading", label: t("keys.nextRow"), inDialogs: true, when: () => node.open && !isPane,
      run: () => steps.move(1) },
    { keys: ["k"], group: "reading", label: t("keys.previousRow"), inDialogs: true, when: () => node.open && !isPane,
      run: () => steps.move(-1) },
  ]);
  return { node, update, above, below };
}
