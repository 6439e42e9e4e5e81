import { hasTwoPanes, onBreadth } from "../parts/breadth.js";
import { element, fill } from "../parts/dom.js";
import { viewLink } from "../parts/links.js";
import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { createCallbackWork } from "./callback-work.js";

const most = 20;

/** The same list beside the review inbox, where three have room beside each other. @param {App} app @param {AbortSignal} signal */
export function createCallbackAside(app, signal) {
  const count = element("span", { class: "callback-count" });
  const back = element("button", { type: "button", class: "button button-quiet button-small", hidden: true,
    dataset: { testid: "callback-undo" }, on: { click: () => work.undo() } }, t("reviews.actions.undo"));
  const work = createCallbackWork(app, {
    query: () => ({ agent_id: app.route.agent, per_page: most }),
    shown(answer) {
      back.hidden = !work.canUndo();
      if (answer) count.textContent = format.count(answer.waiting);
    },
    nothing: () => element("p", { class: "muted" }, t("callbacks.empty.waiting")),
    after: ({ total, callbacks }) => [
      total > callbacks.length
        && element("p", {}, viewLink(app, "callbacks", {}, t("callbacks.more", { count: total - callbacks.length }))),
      element("p", { class: "callback-foot" }, t("callbacks.foot"))],
  });
  const title = element("h2", {});
  const node = element("aside", { class: "callback-aside", hidden: true, "aria-label": t("tabs.callbacks"),
    dataset: { testid: "callback-aside" } }, element("div", { class: "callback-aside-head" }, title, count, back), work.list);
  /** @type {string | null} */
  let asked = null;

  function update() {
    const isShown = app.route.view === "reviews" && hasTwoPanes();
    node.hidden = !isShown;
    document.documentElement.classList.toggle("has-aside", isShown);
    const key = JSON.stringify([app.route.agent, app.revision]);
    if (!isShown || key === asked) return;
    asked = key;
    fill(title, viewLink(app, "callbacks", {}, t("tabs.callbacks")));
    void work.load();
  }

  app.on("route", update, signal);
  app.on("callbacks", () => {
    asked = null;
    update();
  }, signal);
  onBreadth(signal, update);
  signal.addEventListener("abort", () => document.documentElement.classList.remove("has-aside"));
  return { node, update, stop: work.stop };
}
