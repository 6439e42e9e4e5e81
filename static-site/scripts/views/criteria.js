import { element, fill } from "../dom.js";
import { getKpis } from "../endpoints.js";
import { createLoader } from "../loader.js";
import { criterionName, weakestFirst } from "../logic/criteria.js";
import { joinCriterion } from "../state/filters.js";
import * as format from "../texts/format.js";
import { t } from "../texts/translate.js";
import { conversationsLink } from "./parts/links.js";
import { emptyNotice, errorNotice } from "./parts/notices.js";
import { skeletonTable, tableBox } from "./parts/tables.js";

/** Fields of a criterion with the API's word for each. */
const results = [["pass", "success"], ["fail", "failure"], ["unknown", "unknown"]];

export function createCriteriaView(app) {
  const place = element("div", {}, skeletonTable(5));
  const node = element("section", {},
    element("div", { class: "view-head" }, element("h1", {}, t("tabs.criteria"))), element("p", { class: "view-intro" }, t("criteria.intro")), place);
  let shown = null;

  const loader = createLoader({
    start: () => place.setAttribute("aria-busy", "true"),
    show({ criteria_stats: criteria }) {
      place.removeAttribute("aria-busy");
      fill(place, criteria.length ? board(criteria) : emptyNotice(t("criteria.empty"), t("criteria.emptyText")));
    },
    fail(error) {
      place.removeAttribute("aria-busy");
      shown = null;
      fill(place, errorNotice(error, update));
    },
  });

  const board = (criteria) => tableBox(t("criteria.caption"), element("table", { class: "criteria-table" },
    element("thead", {}, element("tr", {},
      ["name", "rate", "bar", "pass", "fail", "unknown", "n"].map((name) =>
        element("th", { scope: "col", class: !["name", "bar"].includes(name) && "numeric" }, t(`criteria.${name}`))))),
    element("tbody", {}, weakestFirst(criteria).map(row))), { hiddenCaption: true });

  const row = (criterion) => element("tr", { dataset: { testid: "criterion-row" } },
    element("th", { scope: "row" }, conversationsLink(app, { criterion: joinCriterion(criterion.id, "failure") },
      { title: t("criteria.openFailed", { name: criterionName(criterion.id, criterion.name) }) }, criterionName(criterion.id, criterion.name))),
    element("td", { class: "numeric rate" }, format.percent(criterion.pass_rate)),
    element("td", { class: "criteria-bar" }, bar(criterion)),
    results.map(([field, result]) => element("td", { class: "numeric" },
      conversationsLink(app, { criterion: joinCriterion(criterion.id, result) }, {}, format.count(criterion[field])))),
    element("td", { class: "numeric" }, format.count(criterion.pass + criterion.fail)));

  function update() {
    const query = app.periodQuery();
    const key = JSON.stringify([query, app.revision]);
    if (key === shown) return undefined;
    shown = key;
    return loader.load((signal) => getKpis(query, signal));
  }

  return { node, update, destroy: loader.stop };
}

function bar(criterion) {
  const text = t("criteria.barText", { pass: criterion.pass, fail: criterion.fail, unknown: criterion.unknown });
  return element("div", { class: "share-bar", role: "img", "aria-label": text, title: text }, results.map(([field, role]) => {
    const share = element("span", { class: `share share-${role}` });
    share.style.flexGrow = criterion[field];
    return criterion[field] > 0 && share;
  }));
}
