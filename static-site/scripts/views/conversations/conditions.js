import { element, fill } from "../parts/dom.js";
import { icon } from "../parts/icons.js";
import { keepFocus } from "../parts/keep-focus.js";
import { registerKeys } from "../../state/keys.js";
import { withFilters } from "../../state/route.js";
import { t } from "../../texts/translate.js";
import { searchInput } from "./condition-editors.js";
import { filterChips } from "./filter-chips.js";
import { createFilterSheet } from "./filter-sheet.js";

/**
 * What the list is narrowed by: the search, and for the context bar a row of chips with the button that adds to them. Every change goes
 * to the address, from where `update` shows it.
 * @param {App} app @param {AbortSignal} signal
 */
export function createConditions(app, signal) {
  /** @param {Filters} changes */
  const change = (changes) => app.navigate(withFilters(app.route, changes), { replace: true });
  const clear = () => app.navigate({ ...app.route, filters: {}, page: 1 });
  const isHere = () => app.route.view === "conversations";
  const search = searchInput("search", change);
  const sheet = createFilterSheet(app, signal, change, clear);
  const chips = element("div", { class: "chips" });
  const add = element("button",
    { type: "button", class: "add-condition", dataset: { testid: "filter-button" }, "aria-haspopup": "dialog",
      on: { click: () => sheet.open() } },
    icon("plus"), t("filters.add"), element("kbd", { "aria-hidden": "true" }, "F"));
  const clearing =
    element("button",
      { type: "button", class: "button button-quiet button-small", dataset: { testid: "clear-filters" }, on: { click: clearAll } },
      t("filters.clear"));

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

  function update() {
    search.show(app.route.filters);
    sheet.update();
    showChips();
  }

  /** Names of criteria come later than the condition that speaks of them. */
  function showChips() {
    keepFocus(chips, () => fill(chips, filterChips(app, { change: remove, open: sheet.open })));
    clearing.hidden = !Object.keys(app.route.filters).length;
  }

  registerKeys(signal, [
    { keys: ["/"], group: "list", label: t("filters.searchKey"), when: isHere, run: () => search.node.select() },
    { keys: ["f"], group: "list", label: t("keys.filter"), when: isHere, run: () => sheet.open() },
  ]);

  return {
    search: element("form",
      { class: "list-search", role: "search", on: { submit: (/** @type {Event} */ event) => event.preventDefault() } },
      icon("search"), search.node, element("kbd", { "aria-hidden": "true" }, "/")),
    row: element("div", { class: "conditions", role: "group", "aria-label": t("filters.label") }, chips, add, clearing),
    sheet: sheet.node,
    /** @param {string[]} columns */
    showCriteria(columns) {
      sheet.showCriteria(columns);
      showChips();
    },
    update,
  };
}
