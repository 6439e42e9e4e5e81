import { element, fill } from "../parts/dom.js";
import { icon } from "../parts/icons.js";
import { keepFocus } from "../parts/keep-focus.js";
import { registerKeys } from "../../state/keys.js";
import { plainName } from "../../state/filters.js";
import { narrowedViews, openView, withFilters } from "../../state/route.js";
import { t } from "../../texts/translate.js";
import { filterChips } from "./filter-chips.js";
import { createFilterSheet } from "./filter-sheet.js";

/** What has a field of its own in sight needs no chip beside it. @type {Record<string, Set<string>>} */
const inSight = { conversations: new Set(["search"]) };
const none = new Set();

/**
 * What figures and rows are narrowed by: for the context bar the button that adds a condition, and a row of chips where there are some.
 * Every change goes to the address, from where `update` shows it.
 * @param {App} app @param {AbortSignal} signal
 */
export function createConditions(app, signal) {
  /** @param {Filters} changes */
  const change = (changes) => app.navigate(withFilters(app.route, changes), { replace: true });
  /** Where nothing is to be narrowed. */
  const isAway = () => !narrowedViews.has(app.route.view) || (app.route.view === "dashboard" && app.inSetup());
  const clear = () => app.navigate({ ...app.route, filters: {}, page: 1 });
  const sheet = createFilterSheet(app, signal, { change, clear });
  const chips = element("div", { class: "chips" });
  const add = element("button",
    { type: "button", class: "add-condition", dataset: { testid: "filter-button" }, "aria-haspopup": "dialog",
      on: { click: () => sheet.open() } },
    icon("plus"), icon("filter"), element("span", {}, t("filters.add")), element("kbd", { "aria-hidden": "true" }, "F"));
  const clearing =
    element("button",
      { type: "button", class: "button button-quiet button-small", dataset: { testid: "clear-filters" }, on: { click: clearAll } },
      t("filters.clear"));
  const row = element("div", { class: "conditions", role: "group", "aria-label": t("filters.label") }, chips, clearing);

  function clearAll() {
    clear();
    add.focus();
  }

  /** A chip that is taken away leaves the focus to the next one, or to the button that adds. @param {Filters} changes */
  function remove(changes) {
    const at = [...chips.children].findIndex((chip) => chip.contains(document.activeElement));
    change(changes);
    const next = chips.children[Math.min(at, chips.children.length - 1)]?.querySelector(".chip-remove");
    /** @type {HTMLElement} */ (next ?? add).focus();
  }

  /** Words are changed where they are typed. @param {string} condition */
  function open(condition) {
    if (plainName(condition) === "search") app.navigate(openView(app.route, "conversations"), { focus: true });
    else sheet.open(condition);
  }

  /** Names of criteria come later than the condition that speaks of them. */
  function showChips() {
    keepFocus(chips, () => fill(chips, filterChips(app, { change: remove, open, inSight: inSight[app.route.view] ?? none })));
    row.hidden = isAway() || !Object.keys(app.route.filters).length;
  }

  registerKeys(signal, [
    { keys: ["f"], group: "list", label: t("keys.filter"), when: () => !isAway(), run: () => sheet.open() },
  ]);

  // Who adds a condition by keyboard elsewhere on the page goes on from its chip: what was pressed may be gone.
  app.on("route", ({ before, focus }) => {
    if (focus && before.view === app.route.view && JSON.stringify(before.filters) !== JSON.stringify(app.route.filters))
      requestAnimationFrame(() => /** @type {HTMLElement | null} */ (chips.querySelector(".chip:last-child .chip-open"))?.focus());
  }, signal);

  app.on("criteria", (ids) => {
    sheet.showCriteria(ids);
    showChips();
  }, signal);

  return {
    button: add,
    row,
    sheet: sheet.node,
    update() {
      add.hidden = isAway();
      sheet.update();
      showChips();
    },
  };
}
