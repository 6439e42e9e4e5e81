import { element, fill } from "../dom.js";
import { criterionName } from "../logic/criteria.js";
import { choices, flags, joinCriterion, splitCriterion } from "../state/filters.js";
import { withFilters } from "../state/route.js";
import { known, t } from "../texts/translate.js";
import { checkbox, field, select } from "./parts/fields.js";

const typingPause = 350;

/** Always in sight; the others unfold. */
const first = ["outcome", "status", "direction"];
const unfolds = new Set(["phone", "end_reason", "channel", "rating", "criterion", ...flags]);
const groups = { outcome: "outcome", status: "status", end_reason: "endReason", direction: "direction", channel: "channel" };

/** Conditions of the list; every change goes to the address, from where `update` shows it. */
export function createFilterBar(app) {
  const change = (changes) => app.navigate(withFilters(app.route, changes), { replace: true });
  const search = textInput("search");
  const phone = textInput("phone");
  const selects = Object.keys(choices).map((name) => [name, select(
    [["", t("filters.any")], ...choices[name].map((value) => [value, choiceText(name, value)])], "", (value) => change({ [name]: value }))]);
  const criterion = select([], "", pickCriterion, { dataset: { testid: "filter-criterion" } });
  const result = select(["success", "failure", "unknown"].map((value) => [value, t(`result.${value}`)]), "failure", pickCriterion);
  const checks = flags.map((name) => [name, checkbox(t(`filters.${name}`), false, (on) => change({ [name]: on ? "true" : "" }))]);
  const more = element("details", { class: "filter-more" },
    element("summary", {}, t("filters.more")),
    element("div", { class: "filter-grid" },
      field(t("filters.phone"), phone),
      selects.filter(([name]) => !first.includes(name)).map(selectField),
      field(t("filters.criterion"), criterion), field(t("filters.criterionResult"), result)),
    element("fieldset", { class: "filter-checks" }, element("legend", { class: "visually-hidden" }, t("filters.only")), checks.map(([, check]) => check)));
  let criteria = [];

  function textInput(name) {
    let typing = null;
    const input = element("input", {
      type: "search", maxLength: 200, placeholder: t(`filters.${name}Placeholder`), autocomplete: "off", dataset: { testid: `filter-${name}` },
      on: {
        input() {
          clearTimeout(typing);
          typing = setTimeout(() => change({ [name]: input.value.trim() }), typingPause);
        },
      },
    });
    return input;
  }

  function pickCriterion() {
    change({ criterion: criterion.value && joinCriterion(criterion.value, result.value) });
  }

  function showCriteria(ids) {
    criteria = ids;
    const picked = app.route.filters.criterion ? splitCriterion(app.route.filters.criterion) : null;
    const all = picked && !criteria.includes(picked.id) ? [...criteria, picked.id] : criteria;
    fill(criterion, element("option", { value: "" }, t("filters.any")),
      all.map((id) => element("option", { value: id }, criterionName(id))));
    criterion.value = picked?.id ?? "";
    if (picked) result.value = picked.result;
  }

  function update() {
    const { filters } = app.route;
    // What someone is typing is newer than the address.
    if (document.activeElement !== search) search.value = filters.search ?? "";
    if (document.activeElement !== phone) phone.value = filters.phone ?? "";
    for (const [name, control] of selects) control.value = filters[name] ?? "";
    for (const [name, check] of checks) check.input.checked = filters[name] === "true";
    if (Object.keys(filters).some((name) => unfolds.has(name))) more.open = true;
    showCriteria(criteria);
  }

  return {
    node: element("form", { class: "filter-bar", role: "search", on: { submit: (event) => event.preventDefault() } },
      element("div", { class: "filter-first" }, field(t("filters.search"), search), selects.filter(([name]) => first.includes(name)).map(selectField)), more),
    showCriteria,
    update,
  };
}

const selectField = ([name, control]) => field(t(`filters.${name}`), control);

const choiceText = (name, value) => (name === "rating" ? t("kpi.rating.stars", { count: Number(value) }) : known(groups[name], value));
