import { element, fill } from "../parts/dom.js";
import { getBreakdowns } from "../../api/endpoints.js";
import { choices, flags, joinCriterion, splitCriterion } from "../../state/filters.js";
import { withFilters } from "../../state/route.js";
import * as format from "../../texts/format.js";
import { known, t } from "../../texts/translate.js";
import { rangeControl, suggestedControl, textControl } from "./filter-controls.js";
import { checkbox, field, select } from "../parts/fields.js";

/** Always in sight; the others unfold. */
const first = ["search", "outcome", "status", "direction"];
/** @type {Record<string, string>} */
const groups = { outcome: "outcome", status: "status", end_reason: "endReason", direction: "direction", channel: "channel" };

/** @param {string} name @param {string} value */
const choiceText = (name, value) => {
  if (name === "rating") return t("kpi.rating.stars", { count: Number(value) });
  if (name === "weekday") return format.weekday(Number(value), "long");
  if (name === "hour") return format.hourRange(Number(value));
  return known(groups[name], value);
};

/** Conditions of the list; every change goes to the address, from where `update` shows it. @param {App} app */
export function createFilterBar(app) {
  /** @param {Filters} changes */
  const change = (changes) => app.navigate(withFilters(app.route, changes), { replace: true });
  const search = textControl("search", change);
  const phone = textControl("phone", change);
  const selects = Object.keys(choices).map((name) => /** @type {[string, HTMLSelectElement]} */ ([name, select(
    [["", t("filters.any")], .../** @type {Record<string, string[]>} */ (choices)[name].map((value) => [value, choiceText(name, value)])], "", (value) => change({ [name]: value }),
    { dataset: { testid: `filter-${name}` } })]));
  const suggested = Object.fromEntries(["tool", "tool_error", "language", "source"].map((name) => [name, suggestedControl(name, change)]));
  const ranges = [rangeControl("duration", { max: 1_000_000 }, change), rangeControl("cost", { max: 1_000_000_000 }, change), rangeControl("rating", { max: 5, step: 0.5 }, change)];
  const criterion = select([], "", pickCriterion, { dataset: { testid: "filter-criterion" } });
  const result = select(["success", "failure", "unknown"].map((value) => [value, t(`result.${value}`)]), "failure", pickCriterion);
  const checks = flags.map((name) => ({ name, check: checkbox(t(`filters.${name}`), false, (on) => change({ [name]: on ? "true" : "" })) }));
  const more = element("details", { class: "filter-more", dataset: { testid: "filter-more" }, on: { toggle: () => more.open && suggest() } },
    element("summary", {}, t("filters.more")),
    element("div", { class: "filter-grid" },
      phone.node,
      selects.filter(([name]) => !first.includes(name)).map(selectField),
      Object.values(suggested).map(({ node }) => node),
      field(t("filters.criterion"), criterion), field(t("filters.criterionResult"), result),
      ranges.map(({ node }) => node)),
    element("fieldset", { class: "filter-checks" }, element("legend", { class: "visually-hidden" }, t("filters.only")), checks.map(({ check }) => check)));
  /** @type {string[]} */
  let criteria = [];
  /** @type {string | null} */
  let suggestedFor = null;

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
    for (const control of [search, phone, ...Object.values(suggested), ...ranges]) control.show(filters);
    for (const [name, control] of selects) control.value = filters[name] ?? "";
    for (const { name, check } of checks) check.input.checked = filters[name] === "true";
    if (Object.keys(filters).some((name) => !first.includes(name) && !name.endsWith("_known"))) more.open = true;
    showCriteria(criteria);
  }

  return {
    node: element("form", { class: "filter-bar", role: "search", "aria-label": t("filters.label"), on: { submit: (/** @type {any} */ event) => event.preventDefault() } },
      element("div", { class: "filter-first" }, search.node, selects.filter(([name]) => first.includes(name)).map(selectField)), more),
    showCriteria,
    update,
  };
}

/** @param {[string, HTMLElement]} named */
const selectField = ([name, control]) => field(t(`filters.${name}`), control);
