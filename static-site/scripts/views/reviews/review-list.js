import { byDay, idOf, isOpen } from "../../logic/reviews.js";
import * as format from "../../texts/format.js";
import { known, t } from "../../texts/translate.js";
import { element, foreign } from "../parts/dom.js";
import { named } from "../parts/badges.js";
import { routeLink } from "../parts/links.js";

/** @typedef {ReturnType<typeof import("../../logic/selection.js").createSelection>} Selection */

/** Why it is here, in a word. @param {Review["reasons"][number]} reason */
export const reasonWord = ({ kind, name }) => (kind ? known("reviews.kinds", kind, name) : name);

/**
 * By day, each with its reasons; what nobody has seen is strong, what is over has a tick.
 * @param {App} app @param {Review[]} reviews @param {Selection | null} selection
 */
export function reviewList(app, reviews, selection) {
  /** @param {string} day */
  function dayName(day) {
    if (!day) return t("reviews.noDay");
    return day === app.today() ? t("reviews.today", { day: format.day(day) }) : format.day(day);
  }

  return element("div", { class: "review-days" }, byDay(reviews).map(({ day, reviews: those }) => element("section", {},
    element("h2", { class: "review-day" }, dayName(day)),
    element("ul", { class: "review-list", role: "list" }, those.map((review) => item(app, review, selection))))));
}

/**
 * @param {App} app @param {Review} review @param {Selection | null} selection
 */
function item(app, review, selection) {
  const { conversation: one, reasons, state, owner } = review;
  const id = idOf(review);
  const title = one.call_summary_title;
  const why = reasons.length ? reasons.map((reason) => reasonWord(reason)).join(", ") : t("reviews.byHand");
  return element("li", { class: ["review-item", `review-${state}`], dataset: { testid: "review-row", id } },
    selection && element("label", { class: "review-tick" },
      element("input", { type: "checkbox", value: id, checked: selection.has(id), "aria-label": t("reviews.tick", { title: title ?? id }),
        on: { change: (/** @type {any} */ event) => selection.set(id, event.target.checked) } })),
    routeLink(app, { ...app.route, conversation: id }, { class: "row-link review-link" },
      element("span", { class: "review-title" },
        state === "new" && element("span", { class: "visually-hidden" }, `${t("reviews.states.new")}: `),
        title ? foreign(title) : t("conversations.untitled")),
      element("span", { class: "review-time" }, !isOpen(review) && named("check", t(`reviews.states.${state}`)),
        one.start_time ? format.time(one.start_time) : format.none),
      element("span", { class: "review-why" }, foreign(why), " · ", foreign(one.agent_name || one.agent_id),
        state === "in_work" && [" · ", owner ? foreign(owner) : t("reviews.states.in_work")])));
}
