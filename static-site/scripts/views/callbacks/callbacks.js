import { callbacksUrl, saveSettings } from "../../api/endpoints.js";
import { dayChoices } from "../../logic/callbacks.js";
import { registerKeys } from "../../state/keys.js";
import { language, t } from "../../texts/translate.js";
import { element } from "../parts/dom.js";
import { downloadLink } from "../parts/download-link.js";
import { actionButton, select } from "../parts/fields.js";
import { icon } from "../parts/icons.js";
import { emptyNotice } from "../parts/notices.js";
import { createCallbackWork } from "./callback-work.js";

const states = ["waiting", "later", "done"];
/** As many as one answer can hold; those behind come when these are done. */
const most = 200;

/** Whose conversation failed and who was not reached since. @param {App} app @param {AbortSignal} signal */
export function createCallbacksView(app, signal) {
  let state = "waiting";
  /** @type {string | null} */
  let asked = null;
  const isHere = () => app.route.view === "callbacks";
  const count = element("p", { class: "callback-count" });
  const byState = select(states.map((one) => [one, t(`callbacks.states.${one}`)]), state, pick,
    { "aria-label": t("callbacks.state"), dataset: { testid: "callback-state" } });
  const days = select(dayChoices(app.settings.callback_days).map((one) => [String(one), t("callbacks.lately", { count: one })]),
    String(app.settings.callback_days), keepDays, { "aria-label": t("callbacks.daysLabel"), dataset: { testid: "callback-days" } });
  const back = actionButton(t("reviews.actions.undo"), () => work.undo(), { testid: "callback-undo" });
  const file = downloadLink(app, { class: "button button-quiet", dataset: { testid: "callback-export" } }, icon("download"),
    element("span", {}, t("callbacks.export")));
  const work = createCallbackWork(app, {
    query: () => ({ state, agent_id: app.route.agent, per_page: most }), shown, nothing,
    after: ({ total, callbacks }) => [
      total > callbacks.length && element("p", { class: "muted" }, t("callbacks.behind", { count: total - callbacks.length })),
      element("p", { class: "callback-foot" }, t("callbacks.foot"))],
  });
  back.hidden = file.hidden = true;
  const node = element("section", { class: "callback-view" },
    element("div", { class: "view-head" }, element("h1", {}, t("tabs.callbacks")), count),
    element("div", { class: "callback-tools" }, byState, app.mayWrite() && days, back, app.mayWrite() && file), work.list);

  /** @param {Api.Callbacks | null} answer */
  function shown(answer) {
    back.hidden = !work.canUndo();
    if (!answer) return;
    file.hidden = !answer.total;
    file.href = callbacksUrl({ state, agent_id: app.route.agent, lang: language() });
    count.textContent = t("callbacks.left", { count: answer.waiting });
    for (const option of byState.options)
      option.text = t("callbacks.stateWithCount", { state: t(`callbacks.states.${option.value}`),
        count: { waiting: answer.waiting, later: answer.later, done: answer.done }[option.value] });
    app.listed = { ids: answer.callbacks.map(({ conversation }) => conversation.conversation_id), page: 1, pages: 1 };
    app.emit("listed");
    app.emit("say", count.textContent);
  }

  function nothing() {
    return emptyNotice(t(`callbacks.empty.${state}`), t(`callbacks.emptyText.${state}`, { count: app.settings.callback_days }));
  }

  /** @param {string} picked */
  function pick(picked) {
    state = picked;
    return work.load();
  }

  /** @param {string} picked */
  async function keepDays(picked) {
    try {
      app.settings = await saveSettings({ callback_days: Number(picked) });
      app.emit("callbacks");
    } catch (error) {
      days.value = String(app.settings.callback_days);
      app.emit("failed", error);
    }
  }

  function update() {
    const key = JSON.stringify([app.route.agent, app.revision]);
    if (key === asked) return undefined;
    asked = key;
    return work.load();
  }

  app.on("callbacks", () => {
    asked = null;
    if (isHere()) update();
  }, signal);
  registerKeys(signal, [{ keys: ["u", "z"], group: "review", label: t("reviews.keys.undo"), when: () => isHere() && app.mayWrite(),
    run: work.undo }]);
  return { node, update, destroy: work.stop, bar: { start: element("span", { class: "context-title" }, t("tabs.callbacks")) } };
}
