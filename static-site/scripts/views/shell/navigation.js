import { isActive, progress } from "../../logic/runs.js";
import { openView } from "../../state/route.js";
import { spellKeys } from "../../state/keys.js";
import * as format from "../../texts/format.js";
import { known, t } from "../../texts/translate.js";
import { hasTwoPanes, isPhone, onBreadth } from "../parts/breadth.js";
import { element, fill } from "../parts/dom.js";
import { brand, icon } from "../parts/icons.js";
import { routeLink, viewLink } from "../parts/links.js";
import { createSheet } from "../parts/sheet.js";
import { createSwitches } from "./switches.js";

/** @type {Array<[string, string[]]>} */
const groups = [["analysis", ["dashboard", "conversations", "criteria", "money"]], ["work", ["reviews", "callbacks", "alerts"]],
  ["system", ["archives", "sync", "settings"]]];
/** At the thumb on a phone; the others are one step further. */
const nearest = ["dashboard", "conversations", "reviews", "callbacks"];
/** What there is room for on a phone. @param {string} view */
const shortName = (view) => known("nav.short", view, t(`tabs.${view}`));
/** @type {Record<string, string>} */
const icons = {
  dashboard: "home", conversations: "chat", criteria: "checklist", money: "money", reviews: "inbox", callbacks: "phone", alerts: "bell",
  archives: "report", sync: "sync", settings: "settings",
};

/**
 * A sidebar, a rail of icons where there is less room or something to read, or a bar below on a phone.
 * @param {App} app @param {AbortSignal} signal @param {{ search: () => void, listKeys: () => void }} actions
 */
export function createNavigation(app, signal, actions) {
  const node = element("nav", { class: "nav", "aria-label": t("nav.label") });
  const more = createSheet({ title: t("nav.more"), testid: "more-sheet" });
  /** @type {string | null} */
  let form = null;
  let isTroubled = false;
  const switches = createSwitches(app, signal, () => {
    more.close();
    actions.listKeys();
  });

  /** @param {string} view @param {string} [name] */
  function place(view, name = t(`tabs.${view}`)) {
    // What stands in no group belongs to the list, from where it is opened.
    const isWithin = view === "conversations" && app.route.view === "segments";
    const current = app.route.view === view ? "page" : isWithin ? "true" : null;
    return routeLink(app, openView(app.route, view), {
      class: "nav-link", "aria-current": current, dataset: { testid: `tab-${view}`, view },
    }, icon(icons[view]), element("span", { class: "nav-text" }, name),
    counted(view), view === "sync" && [runningChip(), isTroubled && trouble()]);
  }

  /** How many conversations nobody has seen, and how many people wait for a call. @param {string} view */
  function counted(view) {
    if (view === "reviews") return countOf(app.unseen, "reviews.unseen", "nav-unseen");
    return view === "callbacks" && countOf(app.waiting, "callbacks.waiting", "nav-waiting");
  }

  /** @param {number | null} count @param {string} key @param {string} testid */
  function countOf(count, key, testid) {
    if (!count) return null;
    const text = t(key, { count });
    return element("span", { class: "nav-count", title: text, dataset: { testid } },
      element("span", { class: "visually-hidden" }, text),
      element("span", { "aria-hidden": "true" }, count > 999 ? "999+" : format.count(count)));
  }

  /** @param {string} view */
  function showCount(view) {
    const link = node.querySelector(`[data-view=${view}]`);
    link?.querySelector(".nav-count")?.remove();
    const count = counted(view);
    if (count) link?.append(count);
  }

  const trouble = () =>
    element("span", { class: "nav-dot", dataset: { testid: "nav-problem" } },
      element("span", { class: "visually-hidden" }, t("nav.problem")));

  function runningChip() {
    const active = app.runs.runs?.find(isActive);
    if (!active) return null;
    const done = progress(active);
    const percent = done === null ? "" : format.wholePercent(Math.floor(done * 100));
    const text = percent ? t("nav.syncingPercent", { percent }) : t("nav.syncing");
    return element("span", { class: "running-chip", title: text }, element("span", { class: "visually-hidden" }, text),
      element("span", { "aria-hidden": "true" }, percent || "…"));
  }

  /** @param {string} testid @param {string} iconName @param {string} text @param {() => void} onClick @param {Child} [extra] */
  const action = (testid, iconName, text, onClick, extra) => element("button", {
    type: "button", class: "nav-link", dataset: { testid }, on: { click: onClick },
  }, icon(iconName), element("span", { class: "nav-text" }, text), extra);

  const searchKeys = () => element("span", { class: "nav-keys", "aria-hidden": "true" }, element("kbd", {}, spellKeys("Mod+k").join(" ")));

  /** @param {string} name @param {string[]} views */
  const group = (name, views) => element("div", { class: "nav-group" },
    element("p", { class: "nav-title", id: `nav-${name}` }, t(`nav.groups.${name}`)),
    element("ul", { "aria-labelledby": `nav-${name}` }, views.map((view) => element("li", {}, place(view)))));

  function showSide() {
    const search = action("search-button", "search", t("nav.search"), actions.search, searchKeys());
    search.classList.add("nav-search");
    fill(node,
      viewLink(app, "dashboard", { class: "nav-brand", "aria-label": t("product") }, brand(24),
        element("span", { class: "nav-text" }, t("product"))),
      search, groups.map(([name, views]) => group(name, views)),
      element("div", { class: "nav-end" },
        element("p", { class: "nav-zone", title: t("header.zoneHint") }, t("nav.zone", { zone: app.settings.time_zone })),
        switches));
  }

  function showBottom() {
    const isFurther = !nearest.includes(app.route.view) && app.route.view !== "segments";
    const button = action("more-button", "more", t("nav.more"), more.open);
    if (isFurther) button.setAttribute("aria-current", "true");
    fill(node, element("ul", {}, nearest.map((view) => element("li", {}, place(view, shortName(view)))), element("li", {}, button)));
    fill(more.body,
      element("div", { class: "sheet-list",
        on: { click: (/** @type {any} */ event) => event.target.closest("a[data-route]") && more.close() } },
        groups.flatMap(([, views]) => views).filter((view) => !nearest.includes(view)).map((view) => place(view)),
        action("search-button", "search", t("nav.search"), () => {
          more.close();
          actions.search();
        })),
      switches,
      element("p", { class: "nav-zone" }, t("nav.zone", { zone: app.settings.time_zone })));
  }

  function update() {
    const before = form;
    form = isPhone() ? "bottom" : hasTwoPanes() && !app.route.conversation ? "side" : "rail";
    document.documentElement.dataset.nav = form;
    const focused = node.contains(document.activeElement) ? /** @type {HTMLElement} */ (document.activeElement).dataset.testid : null;
    if (form === "bottom") showBottom();
    else showSide();
    if (before === "bottom" && form !== "bottom") {
      more.close();
      fill(more.body);
    }
    if (focused) /** @type {HTMLElement | null} */ (node.querySelector(`[data-testid="${focused}"]`))?.focus({ preventScroll: true });
  }

  /** Runs are polled every second: only their chip changes then. */
  function showRunning() {
    const link = node.querySelector("[data-view=sync]");
    link?.querySelector(".running-chip")?.remove();
    const chip = runningChip();
    if (chip) link?.append(chip);
  }

  /** @param {boolean} on */
  function showTrouble(on) {
    if (on === isTroubled) return;
    isTroubled = on;
    update();
  }

  onBreadth(signal, update);
  app.on("facts", update, signal);
  app.on("runs", showRunning, signal);
  app.on("unseen", () => showCount("reviews"), signal);
  app.on("waiting", () => showCount("callbacks"), signal);
  app.on("trouble", showTrouble, signal);
  signal.addEventListener("abort", () => { delete document.documentElement.dataset.nav; });
  return { node, sheet: more.node, update };
}
