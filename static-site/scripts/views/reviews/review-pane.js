import { getReview } from "../../api/endpoints.js";
import { createLoader } from "../../api/loader.js";
import { idOf } from "../../logic/reviews.js";
import { preference, remember } from "../../state/preferences.js";
import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { element, fill, foreign } from "../parts/dom.js";
import { actionButton, field } from "../parts/fields.js";
import { icon } from "../parts/icons.js";
import { reasonWord } from "./review-list.js";

/** The longest that the server keeps. */
const longest = { label: 40, owner: 60, note: 4000 };

/**
 * Beside a conversation: why it is here, who looks after it, labels, notes and what was done; below it what can be done, with its keys.
 * @param {App} app
 * @param {{ change: (changes: Array<Record<string, unknown>>) => Promise<boolean>, undo: () => unknown,
 * closeWith: (state: string) => unknown, callBack: () => unknown, canUndo: () => boolean }} work
 */
export function createReviewPane(app, { change, undo, closeWith, callBack, canUndo }) {
  const why = element("p", { class: "review-reasons", dataset: { testid: "review-why" } });
  const labels = element("div", { class: "review-labels" });
  const history = element("ol", { class: "review-history", role: "list" });
  const label = input("label", (value) => store({ labels: [...current?.labels ?? [], value] }));
  const owner = input("owner", (value) => {
    if (value) remember("reviewer", value);
    return store({ owner: value, ...(value && current?.state === "new" ? { state: "in_work" } : {}) });
  });
  const note = element("textarea", { rows: 2, maxLength: longest.note, dir: "auto", dataset: { testid: "review-note" },
    on: { keydown: (/** @type {KeyboardEvent} */ event) => event.key === "Enter" && !event.shiftKey && saveNote(event) } });
  const noteForm = element("div", { class: "review-note", hidden: true }, field(t("reviews.note"), note, { hint: t("reviews.noteHint") }),
    actionButton(t("reviews.saveNote"), saveNote, { testid: "save-note", primary: true }));
  const take = actionButton(t("reviews.take"), takeOver, { testid: "review-take" });
  const facts = element("div", { class: "review-facts" },
    element("div", { class: "review-line" }, element("span", { class: "review-name" }, t("reviews.labels")), labels,
      app.mayWrite() && label),
    element("div", { class: "review-line" }, element("span", { class: "review-name" }, t("reviews.owner")),
      app.mayWrite() ? [owner, take] : foreign("")));
  const above = element("div", { class: "review-pane", hidden: true }, why, facts, noteForm, history);
  const below = element("div", { class: "review-bar", role: "group", "aria-label": t("reviews.what"), hidden: true });
  /** @type {Review | undefined} */
  let current;
  /** @type {string | null} */
  let shown = null;

  /** @type {ReturnType<typeof createLoader<Api.ReviewDetail | null>>} */
  const loader = createLoader({
    start() {},
    show(answer) {
      fill(history, answer?.history.map(event));
      history.hidden = !answer?.history.length;
    },
    fail: (error) => app.emit("failed", error),
  });

  /** @param {"label" | "owner"} name @param {(value: string) => unknown} send */
  function input(name, send) {
    const node = element("input", { type: "text", maxLength: longest[name], autocomplete: "off", dir: "auto", class: `review-${name}`,
      placeholder: t(`reviews.${name}Placeholder`), "aria-label": t(`reviews.${name}Placeholder`), dataset: { testid: `review-${name}` },
      on: {
        /** @param {KeyboardEvent} event */
        keydown(event) {
          if (event.key === "Escape") leave(event, node);
          if (event.key !== "Enter") return;
          event.preventDefault();
          const value = node.value.trim();
          if (name === "label") node.value = "";
          if (value || name === "owner") send(value);
          leave(event, node);
        },
        change: () => name === "owner" && node.value.trim() !== (current?.owner ?? "") && send(node.value.trim()),
      } });
    return node;
  }

  /** Back to where letters are keys again. @param {Event} event @param {HTMLElement} node */
  function leave(event, node) {
    event.preventDefault();
    event.stopPropagation();
    node.blur();
  }

  /** @param {Record<string, unknown>} what */
  function store(what) {
    return current ? change([{ conversation_id: idOf(current), version: current.version, ...what }]) : Promise.resolve(false);
  }

  /** @param {Event} [event] */
  async function saveNote(event) {
    event?.preventDefault();
    const text = note.value.trim();
    if (!text) return closeNote();
    if (await store({ note: text })) closeNote();
    return undefined;
  }

  function closeNote() {
    note.value = "";
    note.blur();
    noteForm.hidden = true;
  }

  /** In one's own name, which is asked for once. */
  function takeOver() {
    const name = preference("reviewer");
    if (typeof name !== "string" || !name) return owner.focus();
    return store({ owner: name, state: "in_work" });
  }

  /** @param {Api.ReviewDetail["history"][number]} one */
  const event = (one) => element("li", {},
    element("span", { class: "muted" }, `${format.dateTime(one.at)} · `, foreign(one.who ?? t(`reviews.roles.${one.role}`))), " ",
    element("span", {}, [
      one.state && t(`reviews.did.${one.state}`),
      one.owner !== null && (one.owner ? [`${t("reviews.owner")}: `, foreign(one.owner)] : t("reviews.noOwner")),
      one.labels && [`${t("reviews.labels")}: `, one.labels.length ? foreign(one.labels.join(", ")) : format.none],
    ].filter(Boolean).flatMap((part, at) => (at ? ["; ", part] : [part]))),
    one.note && element("p", { class: "review-text", dir: "auto" }, one.note));

  /** @param {string} key @param {string} text @param {() => unknown} run @param {boolean} [primary] */
  const action = (key, text, run, primary) => element("button",
    { type: "button", class: ["button", primary ? "button-primary" : "button-quiet"], dataset: { testid: `review-${key}` },
      on: { click: run } }, element("kbd", { "aria-hidden": "true" }, key.toUpperCase()), text);

  /** @param {Review | undefined} review */
  function show(review) {
    above.hidden = below.hidden = !review;
    current = review;
    if (!review) {
      shown = null;
      return;
    }
    fill(why, element("strong", {}, t("reviews.whyHere")), " ", review.reasons.length
      ? review.reasons.map((reason, at) => [at > 0 && " ", whyOf(reason, review.conversation)])
      : t("reviews.byHandWhy"));
    fill(labels, review.labels.map((text) => element("span", { class: "chip" }, element("span", { class: "chip-open" }, foreign(text)),
      app.mayWrite() && element("button", { type: "button", class: "chip-remove", "aria-label": t("reviews.removeLabel", { label: text }),
        on: { click: () => store({ labels: review.labels.filter((one) => one !== text) }) } }, icon("close")))));
    if (document.activeElement !== owner) owner.value = review.owner ?? "";
    take.hidden = Boolean(review.owner);
    fill(below, app.mayWrite() && [
      action("e", t("reviews.actions.doneNext"), () => closeWith("done"), true),
      action("x", t("reviews.actions.not_needed"), () => closeWith("not_needed")),
      review.conversation.client_phone && action("b", t("callbacks.actions.wanted"), callBack),
      action("n", t("reviews.actions.note"), writeNote), action("l", t("reviews.actions.label"), writeLabel),
      canUndo() && action("u", t("reviews.actions.undo"), undo)]);
    below.hidden = !app.mayWrite();
    if (shown === idOf(review)) return;
    shown = idOf(review);
    noteForm.hidden = true;
    fill(history);
    reload();
  }

  /** What of the conversation made the rule pick it. @param {Review["reasons"][number]} reason @param {ListedConversation} one */
  function whyOf(reason, one) {
    if (reason.kind === "dropout") return t("reviews.whyDropout", { time: format.duration(one.duration_secs) });
    if (reason.kind === "low_rating" && one.rating !== null) return t("reviews.whyRating", { rating: format.decimal(one.rating) });
    if (reason.kind === "error") return t("reviews.whyError");
    if (reason.kind === "failed") return t("reviews.whyFailed");
    return [t("reviews.whyRule"), " ", foreign(reasonWord(reason)), "."];
  }

  function reload() {
    const id = current && idOf(current);
    if (id) void loader.load((abort) => getReview(id, abort));
  }

  function writeNote() {
    noteForm.hidden = false;
    note.focus();
  }

  function writeLabel() {
    label.focus();
  }

  return { above, below, show, reload, writeNote, writeLabel, stop: loader.stop };
}
