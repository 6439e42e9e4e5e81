import { addReviewRule, addView, getViews, removeView, replaceView } from "../../api/endpoints.js";
import { createLoader } from "../../api/loader.js";
import { keptOf, routeOfView, viewOf } from "../../logic/saved-views.js";
import { openSegments } from "../../state/route.js";
import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { element, fill, foreign, newId } from "../parts/dom.js";
import { actionButton, field } from "../parts/fields.js";
import { icon } from "../parts/icons.js";
import { routeLink } from "../parts/links.js";
import { createPopover } from "../parts/popover.js";

/** The longest name that the server keeps. */
const maxLength = 60;

/**
 * Named views of the list, everybody's, for whatever agent and days are picked: all conversations, then each view with its count, then
 * what can be done with the conditions that are set.
 * @param {App} app @param {AbortSignal} signal
 * @param {{ keptColumns: () => string[] | null, forgetColumns: (id: number) => void, onChange: () => void }} list
 */
export function createSavedViews(app, signal, { keptColumns, forgetColumns, onChange }) {
  const tabs = element("ul", { class: "view-tabs", role: "list" });
  const name = element("input",
    { type: "text", maxLength, autocomplete: "off", dir: "auto", id: newId("view"), dataset: { testid: "view-name" } });
  const message = element("p", { class: "field-error", role: "alert" });
  const save = actionButton(t("views.save"), () => keep((view) => addView(view)), { testid: "save-view", primary: true });
  const replace = actionButton(t("views.replace"), () => keep((view) => replaceView(current?.id ?? 0, view)), { testid: "replace-view" });
  const asRule = actionButton(t("reviews.asRule"), keepRule, { testid: "save-rule" });
  const remove = actionButton(t("views.remove"), forget, { testid: "remove-view" });
  const form = element("form", { class: "view-form", on: { submit: (/** @type {Event} */ event) => {
    event.preventDefault();
    save.click();
  } } },
    field(t("views.name"), name), element("p", { class: "muted" }, t("views.everybodys")), message,
    element("div", { class: "view-actions" }, save, replace, remove, asRule));
  const popover = createPopover({ label: t("views.keep"), testid: "views-menu", content: form, quiet: true, atEnd: true }, signal);
  const beside = element("span", { class: "view-beside" });
  const node = element("nav", { class: "saved-views", "aria-label": t("views.label"), dataset: { testid: "saved-views" } }, tabs,
    beside, app.mayWrite() && popover.node);
  /** @type {Api.Views | null} */
  let answered = null;
  /** @type {SavedView | null} */
  let current = null;
  /** @type {string | null} */
  let shown = null;

  /** @type {ReturnType<typeof createLoader<Api.Views>>} */
  const loader = createLoader({
    start() {},
    show(answer) {
      answered = answer;
      show();
      onChange();
    },
    fail() {
      shown = null; // the list itself says what is wrong
    },
  });

  function show() {
    current = answered ? viewOf(answered.views, app.route) : null;
    const isOfAll = !Object.keys(app.route.filters).length;
    fill(tabs,
      tab(t("views.all"), answered?.total ?? null, null, isOfAll && !current),
      answered?.views.map((view) => tab(foreign(view.name), view.count ?? null, view, view === current)));
    fill(beside, (answered?.views.length ?? 0) > 1 && routeLink(app, openSegments(app.route, current?.id ?? ""),
      { class: "button button-quiet", dataset: { testid: "compare-views" } }, icon("columns"),
      t(current ? "segments.compareWith" : "segments.compareViews")));
    popover.say(t(current ? "views.change" : "views.keep"));
    replace.hidden = remove.hidden = !current;
    asRule.hidden = isOfAll;
    if (!popover.node.contains(document.activeElement)) name.value = current?.name ?? "";
  }

  /** @param {Child} text @param {number | null} count @param {SavedView | null} view @param {boolean} isCurrent */
  const tab = (text, count, view, isCurrent) => element("li", {},
    routeLink(app, routeOfView(view, app.route),
      { class: "view-tab", "aria-current": isCurrent ? "true" : null, dataset: { testid: "view-tab" } },
      element("span", { class: "view-name" }, text), count !== null && element("span", { class: "view-count" }, format.count(count))));

  /**
   * @param {(view: { name: string, filters: Filters, sort: string | null, columns: string[] | null }) =>
   * Promise<{ id: number, name: string }>} send
   */
  async function keep(send) {
    fill(message);
    if (!name.value.trim()) {
      fill(message, t("views.needsName"));
      name.focus();
      return;
    }
    try {
      const kept = await send({ name: name.value.trim(), ...keptOf(app.route, keptColumns()) });
      forgetColumns(kept.id);
      popover.close();
      app.emit("toast", t("views.kept", { name: kept.name }));
      await reload();
    } catch (error) {
      app.emit("failed", error);
    }
  }

  /** The same conditions put conversations before people, of the agent that is picked. */
  async function keepRule() {
    const rule = { name: name.value.trim(), filters: keptOf(app.route).filters,
      agents: app.route.agent ? app.route.agent.split(",") : [] };
    fill(message, rule.name ? null : t("views.needsName"));
    if (!rule.name) return name.focus();
    try {
      await addReviewRule(rule);
      popover.close();
      app.emit("toast", t("reviews.ruleKept", { name: rule.name }));
    } catch (error) {
      app.emit("failed", error);
    }
    return undefined;
  }

  async function forget() {
    if (!current) return;
    try {
      await removeView(current.id);
      popover.close();
      app.emit("toast", t("views.removed", { name: current.name }));
      await reload();
    } catch (error) {
      app.emit("failed", error);
    }
  }

  function reload() {
    shown = null;
    return update();
  }

  function update() {
    show();
    const query = { ...app.periodQuery(), count: "true" };
    const key = JSON.stringify([query, app.revision]);
    if (key === shown) return undefined;
    shown = key;
    return loader.load((abort) => getViews(query, abort));
  }

  return { node, update, current: () => current, destroy: loader.stop };
}
