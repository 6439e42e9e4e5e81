import { changeReviews, getReviews } from "../../api/endpoints.js";
import { createLoader } from "../../api/loader.js";
import { idOf, isOpen, nextOpen, undoOf, withStanding } from "../../logic/reviews.js";
import { createSelection } from "../../logic/selection.js";
import { registerKeys } from "../../state/keys.js";
import { t } from "../../texts/translate.js";
import { hasTwoPanes } from "../parts/breadth.js";
import { element, fill } from "../parts/dom.js";
import { actionButton, select } from "../parts/fields.js";
import { icon } from "../parts/icons.js";
import { keepFocus } from "../parts/keep-focus.js";
import { loadFailure } from "../parts/load-failure.js";
import { emptyNotice } from "../parts/notices.js";
import { skeletonTable } from "../parts/tables.js";
import { createCallbackAside } from "../callbacks/callback-aside.js";
import { markPeople, wantCall } from "../callbacks/want.js";
import { rowLink } from "../conversations/rows.js";
import { createReviewPane } from "./review-pane.js";
import { createReviewRules } from "./review-rules.js";
import { reviewList } from "./review-list.js";

/** As many as one answer can hold; those behind come when these are done. */
const most = 200;
const states = ["open", "new", "in_work", "done", "not_needed", "all"];

/**
 * What somebody should look at: the list of it, and in the drawer, beside each conversation, why it is here and what becomes of it.
 * @param {App} app @param {AbortSignal} signal @param {{ above: HTMLElement, below: HTMLElement }} drawer
 */
export function createReviewsView(app, signal, drawer) {
  /** @type {Review[]} */
  let reviews = [];
  /** @type {Api.Reviews | null} */
  let answered = null;
  /** What leads back: changes of the inbox, or something else. @type {Array<Array<Record<string, unknown>> | (() => unknown)>} */
  const past = [];
  let state = "open";
  let rule = "";
  /** @type {string | null} */
  let shown = null;
  const isHere = () => app.route.view === "reviews";
  const read = () => reviews.find((review) => idOf(review) === app.route.conversation);

  const selection = createSelection(showSelection);
  const aside = createCallbackAside(app, signal);
  const rules = createReviewRules(app, { changed: reload });
  const headline = element("h1", {}, t("tabs.reviews"));
  const count = element("p", { class: "review-count" });
  const byState = select(states.map((one) => [one, t(`reviews.states.${one}`)]), state, (picked) => pick(() => { state = picked; }),
    { "aria-label": t("reviews.state"), dataset: { testid: "review-state" } });
  const byRule = select([["", t("reviews.anyRule")]], "", (picked) => pick(() => { rule = picked; }),
    { "aria-label": t("reviews.rule"), dataset: { testid: "review-rule" } });
  const ruleButton = actionButton(t("reviews.rules"), rules.open, { testid: "review-rules", before: icon("settings") });
  const bulk = element("div", { class: "selection-bar", hidden: true, dataset: { testid: "review-bulk" } });
  const list = element("div", { class: "list" }, skeletonTable(12));
  const node = element("section", {},
    element("div", { class: "view-head" }, headline, count),
    element("div", { class: "review-tools" }, byState, byRule, ruleButton), bulk, list, rules.node, aside.node);
  const pane = createReviewPane(app, { change, undo, closeWith, callBack, canUndo: () => past.length > 0 });

  /** @type {ReturnType<typeof createLoader<Api.Reviews>>} */
  const loader = createLoader({
    start: () => list.setAttribute("aria-busy", "true"),
    show(answer) {
      list.removeAttribute("aria-busy");
      answered = answer;
      reviews = answer.reviews;
      app.setUnseen(answer.unseen);
      showList();
      app.emit("say", count.textContent);
      if (!app.route.conversation && hasTwoPanes() && isHere()) open(nextOpen(reviews, null));
    },
    fail(error) {
      list.removeAttribute("aria-busy");
      shown = null;
      answered = null;
      count.textContent = "";
      fill(list, loadFailure("reviews", error, update));
    },
  });

  function showList() {
    if (!answered) return;
    app.listed = { ids: reviews.map(idOf), page: 1, pages: 1 };
    app.emit("listed");
    const left = reviews.filter(isOpen).length + Math.max(0, answered.total - answered.reviews.length);
    count.textContent = state === "open" ? t("reviews.left", { count: left }) : t("reviews.total", { count: answered.total });
    keepFocus(list, () => fill(list, reviews.length ? [reviewList(app, reviews, app.mayWrite() ? selection : null), more()] : nothing()));
    mark();
    pane.show(isHere() ? read() : undefined);
  }

  function more() {
    const behind = (answered?.total ?? 0) - reviews.length;
    const allDone = state === "open" && !reviews.some(isOpen);
    if (behind <= 0 && !allDone) return null;
    return element("div", { class: "review-more" },
      element("p", {}, behind > 0 ? t("reviews.behind", { count: behind }) : t("reviews.allDone")),
      actionButton(t(behind > 0 ? "reviews.showNext" : "reviews.refresh"), reload, { testid: "review-more" }));
  }

  function nothing() {
    if (state !== "open" || rule) return emptyNotice(t("reviews.none"), t("reviews.noneText"));
    return emptyNotice(t("reviews.empty"), t("reviews.emptyText"), { action: t("reviews.rules"), onAction: rules.open });
  }

  /** The one that is read, in the list. */
  function mark() {
    for (const row of list.querySelectorAll("[data-id]")) {
      const isRead = row.getAttribute("data-id") === app.route.conversation;
      row.classList.toggle("opened", isRead);
      const link = row.querySelector(".row-link");
      if (isRead) link?.setAttribute("aria-current", "true");
      else link?.removeAttribute("aria-current");
      if (isRead) row.scrollIntoView({ block: "nearest" });
    }
  }

  /** @param {string | null | undefined} id */
  function open(id) {
    if (id && id !== app.route.conversation) app.navigate({ ...app.route, conversation: id }, { replace: true });
  }

  /** @param {number} by */
  function step(by) {
    const at = reviews.findIndex((review) => idOf(review) === app.route.conversation);
    const to = reviews[Math.max(0, Math.min(reviews.length - 1, at < 0 ? 0 : at + by))];
    if (!to) return;
    open(idOf(to));
    rowLink(list, idOf(to))?.focus({ preventScroll: true });
  }

  function showSelection() {
    bulk.hidden = !selection.size;
    for (const box of list.querySelectorAll("input[type=checkbox]"))
      if (box instanceof HTMLInputElement) box.checked = selection.has(box.value);
    if (!selection.size) return fill(bulk);
    const to = (/** @type {string} */ next) =>
      actionButton(t(`reviews.actions.${next}`), () => changeTicked(next), { testid: `bulk-${next}` });
    return fill(bulk, element("span", {}, t("reviews.ticked", { count: selection.size })), to("done"), to("not_needed"), to("in_work"),
      element("button", { type: "button", class: "button button-quiet", on: { click: selection.clear } }, t("reviews.untick")));
  }

  /** @param {string} next */
  async function changeTicked(next) {
    const ids = selection.ids();
    const changes = reviews.filter((review) => ids.includes(idOf(review)))
      .map((review) => ({ conversation_id: idOf(review), version: review.version, state: next }));
    if (await change(changes)) selection.clear();
  }

  /**
   * Stores it and shows how things stand; what somebody else was first with is told.
   * @param {Array<Record<string, unknown>>} changes @param {{ isUndo?: boolean }} [options]
   */
  async function change(changes, { isUndo = false } = {}) {
    try {
      const answer = await changeReviews(changes);
      app.setUnseen(answer.unseen);
      reviews = withStanding(reviews, answer.reviews);
      const back = undoOf(answer.reviews);
      if (back.length && !isUndo) past.push(back);
      const conflicts = answer.reviews.filter(({ outcome }) => outcome === "conflict").length;
      const changed = answer.reviews.length - conflicts;
      app.emit("toast", conflicts ? t("errors.changed_meanwhile") : isUndo ? t("reviews.undone", { count: changed })
        : t("reviews.changed", { count: changed }));
      showList();
      pane.reload();
      return !conflicts;
    } catch (error) {
      app.emit("failed", error);
      return false;
    }
  }

  /** Done, or nothing to do: and on to the next one that is open. @param {string} to */
  async function closeWith(to) {
    const review = read();
    if (!review) return;
    const next = nextOpen(reviews, idOf(review));
    const stored = await change([{ conversation_id: idOf(review), version: review.version, state: to }]);
    if (stored && next) open(next);
  }

  /** The person of the conversation waits for a call from now on. */
  async function callBack() {
    const review = read();
    if (!review) return;
    const back = await wantCall(app, idOf(review));
    if (back) past.push(() => markPeople(app, back, t("callbacks.undone")));
  }

  async function undo() {
    const last = past.pop();
    if (!last) return app.emit("toast", t("reviews.nothingToUndo"));
    if (typeof last === "function") return last();
    if (await change(last, { isUndo: true })) open(String(last[0].conversation_id));
    return undefined;
  }

  /** @param {() => void} set */
  function pick(set) {
    set();
    selection.clear();
    return reload();
  }

  function reload() {
    shown = null;
    return update();
  }

  function update() {
    aside.update();
    const key = JSON.stringify([state, rule, app.route.agent, app.revision]);
    if (key === shown) {
      mark();
      pane.show(read());
      return undefined;
    }
    shown = key;
    void rules.load().then((known) => {
      fill(byRule, element("option", { value: "" }, t("reviews.anyRule")),
        known.map((one) => element("option", { value: String(one.id) }, rules.nameOf(one))));
      byRule.value = rule;
    });
    return loader.load((abort) => getReviews({ state, rule, agent_id: app.route.agent, per_page: most }, abort));
  }

  // What the drawer shows beside a conversation belongs to this view alone.
  fill(drawer.above, pane.above);
  fill(drawer.below, pane.below);
  function place() {
    drawer.above.hidden = drawer.below.hidden = !isHere();
    if (!isHere()) pane.show(undefined);
  }
  app.on("route", place, signal);
  place(); // also where the page begins with one of its conversations

  const isReading = () => isHere() && Boolean(app.route.conversation);
  const mayChange = () => isReading() && app.mayWrite();
  registerKeys(signal, [
    { keys: ["j"], group: "review", label: t("keys.nextRow"), when: () => isHere() && hasTwoPanes(), run: () => step(1) },
    { keys: ["k"], group: "review", label: t("keys.previousRow"), when: () => isHere() && hasTwoPanes(), run: () => step(-1) },
    { keys: ["e"], group: "review", label: t("reviews.keys.done"), inDialogs: true, when: mayChange, run: () => closeWith("done") },
    { keys: ["x"], group: "review", label: t("reviews.keys.notNeeded"), inDialogs: true, when: mayChange,
      run: () => closeWith("not_needed") },
    { keys: ["b"], group: "review", label: t("callbacks.wantHint"), inDialogs: true, when: mayChange, run: callBack },
    { keys: ["n"], group: "review", label: t("reviews.keys.note"), inDialogs: true, when: mayChange, run: pane.writeNote },
    { keys: ["l"], group: "review", label: t("reviews.keys.label"), inDialogs: true, when: mayChange, run: pane.writeLabel },
    { keys: ["u", "z"], group: "review", label: t("reviews.keys.undo"), inDialogs: true, when: () => isHere() && app.mayWrite(),
      run: undo },
  ]);

  function destroy() {
    loader.stop();
    pane.stop();
    aside.stop();
  }

  return { node, update, destroy, bar: { start: element("span", { class: "context-title" }, t("tabs.reviews")) } };
}
