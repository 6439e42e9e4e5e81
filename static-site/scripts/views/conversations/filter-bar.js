import { element, fill } from "../parts/dom.js";
import { getBreakdowns } from "../../api/endpoints.js";
import { choices, flags, joinCriterion, splitCriterion } from "../../state/filters.js";
import { withFilters } from "../../state/route.js";
import * as format from "../../texts/format.js";
import { known, t } from "../../texts/translate.js";
import { valueText } from "./filter-chips.js";
import { rangeControl, suggestedControl, ticksControl, textControl } from "./filter-controls.js";
import { isPhone, onBreadth } from "../parts/breadth.js";
import { checkbox, field, select } from "../parts/fields.js";
import { icon } from "../parts/icons.js";
import { createSheet } from "../parts/sheet.js";

/** Always in sight; the others unfold. */
const first = ["search", "outcome", "status", "direction"];
/** Of which one may want several at once. */
const several = ["weekday", "hour"];

/** Conditions of the list; every change goes to the address, from where `update` shows it. On a phone they are in a sheet. @param {App} app @param {AbortSignal} signal */
export function createFilterBar(app, signal) {
  /** @param {Filters} changes */
  const change = (changes) => app.navigate(withFilters(app.route, changes), { replace: true });
  const search = textControl("search", change);
  const phone = textControl("phone", change);
  const ticks = several.map((name) => ticksControl(name, choicesOf(name), change));
  const selects = Object.keys(choices).filter((name) => !several.includes(name)).map((name) => /** @type {[string, HTMLSelectElement]} */ ([name, select(
    [["", t("filters.any")], ...choicesOf(name)], "", (value) => change({ [name]: value }),
    { dataset: { testid: `filter-${name}` } })]));
  const suggested = Object.fromEntries(["tool", "tool_error", "language", "source"].map((name) => [name, suggestedControl(name, change)]));
  const ranges = [rangeControl("duration", { max: 1_000_000 }, change), rangeControl("cost", { max: 1_000_000_000 }, change), rangeControl("rating", { max: 5, step: 0.5 }, change)];
  const criterion = select([], "", pickCriterion, { dataset: { testid: "filter-criterion" } });
  const result = select(["success", "failure", "unknown"].map((value) => [value, t(`result.${value}`)]), "failure", pickCriterion);
  const checks = flags.map((name) => ({ name, check: checkbox(t(`filters.${name}`), false, (on) => change({ [name]: on ? "true" : "" })) }));
  const firsts = element("div", { class: "filter-first" }, selects.filter(([name]) => first.includes(name)).map(selectField));
  const rest = element("div", {}, element("div", { class: "filter-grid" },
      phone.node,
      selects.filter(([name]) => !first.includes(name)).map(selectField),
      Object.values(suggested).map(({ node }) => node),
      field(t("filters.criterion"), criterion), field(t("filters.criterionResult"), result),
      ranges.map(({ node }) => node)),
    ticks.map(({ node }) => node),
    element("fieldset", { class: "filter-checks" }, element("legend", { class: "visually-hidden" }, t("filters.only")), checks.map(({ check }) => check)));
  const more = element("details", { class: "filter-more", dataset: { testid: "filter-more" }, on: { toggle: () => more.open && suggest() } },
    element("summary", {}, t("filters.more")), rest);
  const sheet = createSheet({ title: t("filters.label"), testid: "filter-sheet" });
  const set = element("span", { class: "filter-set" });
  const opener = element("button", { type: "button", class: "button", dataset: { testid: "filter-open" }, on: { click: openSheet } }, icon("filter"), t("filters.label"), set);
  const node = element("form", { class: "filter-bar", role: "search", "aria-label": t("filters.label"), on: { submit: (/** @type {any} */ event) => event.preventDefault() } },
    element("div", { class: "filter-line" }, search.node, firsts, opener), more, sheet.node);
  /** @type {string[]} */
  let criteria = [];
  /** @type {string | null} */
  let suggestedFor = null;

  function openSheet() {
    sheet.open();
    void suggest();
  }

  function place() {
    opener.hidden = !isPhone();
    more.hidden = isPhone();
    if (isPhone()) sheet.body.append(firsts, rest);
    else {
      sheet.close();
      search.node.after(firsts);
      more.append(rest);
    }
  }

  function pickCriterion() {
    change({ criterion: criterion.value && joinCriterion(criterion.value, result.value) });
  }

  /** Asks once per period which values occur. */
  async function suggest() {
    const key = JSON.stringify([app.periodQuery(), app.revision]);
    if (key === suggestedFor) return;
    suggestedFor = key;
    try {
      const found = await getBreakdowns(app.periodQuery());
      suggested.tool.suggest(found.tools.map(({ name }) => [name, name]));
      suggested.tool_error.suggest(found.tools.filter(({ errors }) => errors).map(({ name }) => [name, name]));
      suggested.language.suggest(found.languages.flatMap(({ key }) => (key ? [[key, format.language(key)]] : [])));
      suggested.source.suggest(found.sources.flatMap(({ key }) => (key ? [[key, known("source", key)]] : [])));
    } catch {
      // Suggestions only save typing: without them every value can still be typed.
      suggestedFor = null;
    }
  }

  /** @param {string[]} columns */
  function showCriteria(columns) {
    criteria = columns;
    const picked = app.route.filters.criterion ? splitCriterion(app.route.filters.criterion) : null;
    const all = picked && !criteria.includes(picked.id) ? [...criteria, picked.id] : criteria;
    fill(criterion, element("option", { value: "" }, t("filters.any")), all.map((id) => element("option", { value: id, dir: "auto" }, app.criterionName(id))));
    criterion.value = picked?.id ?? "";
    if (picked) result.value = picked.result;
  }

  function update() {
    const { filters } = app.route;
    for (const control of [search, phone, ...ticks, ...Object.values(suggested), ...ranges]) control.show(filters);
    for (const [name, control] of selects) showChoice(name, control, filters[name] ?? "");
    const count = Object.keys(filters).filter((name) => name !== "search").length;
    set.textContent = count ? format.count(count) : "";
    for (const { name, check } of checks) check.input.checked = filters[name] === "true";
    if (Object.keys(filters).some((name) => !first.includes(name) && !name.endsWith("_known"))) more.open = true;
    showCriteria(criteria);
  }

  place();
  onBreadth(signal, place);
  return { node, showCriteria, update };
}

/** @param {string} name */
const choicesOf = (name) => /** @type {Record<string, string[]>} */ (choices)[name].map((value) => [value, valueText(name, value)]);

/** Several values, from a view or a link, stand as a choice of their own. @param {string} name @param {HTMLSelectElement} control @param {string} value */
function showChoice(name, control, value) {
  control.querySelector("[data-several]")?.remove();
  if (value.includes(",")) control.append(element("option", { value, dataset: { several: "" } }, format.eitherOf(value.split(",").map((one) => valueText(name, one)))));
  control.value = value;
}

/** @param {[string, HTMLElement]} named */
const selectField = ([name, control]) => field(t(`filters.${name}`), control);
