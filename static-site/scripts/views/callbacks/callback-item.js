import { changeOf, failedCriteria, idOf } from "../../logic/callbacks.js";
import * as format from "../../texts/format.js";
import { known, t } from "../../texts/translate.js";
import { callerNumber } from "../conversation/phone-numbers.js";
import { element, foreign } from "../parts/dom.js";
import { actionButton } from "../parts/fields.js";
import { icon } from "../parts/icons.js";
import { routeLink } from "../parts/links.js";

/**
 * Somebody to be called: the number, what happened, when the person talks, and what can be said of it.
 * @param {App} app @param {Callback} person @param {Record<string, string>} names Of criteria.
 * @param {(change: Record<string, unknown>, person: Callback) => unknown} mark
 */
export function callbackItem(app, person, names, mark) {
  const { conversation: one, state } = person;
  const title = one.call_summary_title;
  const act = (/** @type {string} */ action, /** @type {Node | null} */ before = null) =>
    actionButton(t(`callbacks.actions.${action}`), () => mark(changeOf(person, action), person),
      { testid: `callback-${action}`, before });
  const quiet = (/** @type {HTMLElement} */ button) => {
    button.classList.add("button-quiet");
    return button;
  };
  return element("li", { class: ["callback", `callback-${state}`], dataset: { testid: "callback-row", id: idOf(person) } },
    element("div", { class: "callback-head" },
      element("span", { class: "callback-number" }, callerNumber(app, one) ?? format.none),
      element("span", { class: "callback-when" }, person.failed_count > 1
        ? [element("strong", {}, t("callbacks.failed", { count: person.failed_count })), " · "] : null, when(person.last_at))),
    element("p", { class: "callback-matter" },
      routeLink(app, { ...app.route, conversation: idOf(person) }, { class: "row-link", dataset: { id: idOf(person) } },
        title ? foreign(title) : t("conversations.untitled")), " ",
      one.transcript_summary && foreign(one.transcript_summary)),
    element("p", { class: "callback-why" }, why(), " · ", foreign(one.agent_name || one.agent_id)),
    person.best_time && element("p", { class: "callback-best" }, best(person.best_time)),
    person.mark && person.mark.state !== "waiting" && element("p", { class: "callback-mark" }, did(person.mark)),
    person.note && element("p", { class: "callback-note", dir: "auto" }, person.note),
    app.mayWrite() && element("div", { class: "callback-actions" }, state === "done"
      ? quiet(act("waiting"))
      : [act("reached", icon("check")), quiet(act("no_answer")), quiet(act("done"))]));

  /** @param {string | null} at */
  function when(at) {
    if (!at) return format.none;
    return at.slice(0, 10) === app.today() ? t("callbacks.today", { time: format.time(at) }) : format.shortDateTime(at);
  }

  function why() {
    const failed = failedCriteria(person, names);
    return [person.reasons.map((reason) => known("callbacks.reasons", reason)).join(", "),
      failed.length > 0 && ["; ", t("callbacks.criteria"), " ", foreign(failed.slice(0, 2).join(", ")),
        failed.length > 2 && ` +${failed.length - 2}`]];
  }

  /** @param {NonNullable<Callback["best_time"]>} time */
  function best({ from_hour: from, to_hour: to, days, conversations, known: all }) {
    return [element("strong", {}, t("callbacks.best")), " ", days !== "any" && `${t(`callbacks.days.${days}`)} `, `${from}–${to}`,
      element("span", { class: "muted" }, ` · ${t("callbacks.bestOf", { count: all, part: format.count(conversations) })}`)];
  }

  /** @param {NonNullable<Callback["mark"]>} done */
  function did({ state: what, at, until, tries, who, role }) {
    return [t(`callbacks.did.${what}`), tries > 1 && ` (${t("callbacks.tries", { count: tries })})`, `, ${when(at)}, `,
      foreign(who ?? t(`reviews.roles.${role}`)),
      state === "later" && until && [". ", t("callbacks.until", { time: when(until) })]];
  }
}
