import { element, fill, newId } from "../parts/dom.js";
import { getBreakdowns, getKpis } from "../../api/endpoints.js";
import { icon } from "../parts/icons.js";
import { createLoader } from "../../api/loader.js";
import { weakestFirst } from "../../logic/criteria.js";
import { changeOfCriterion } from "../../logic/changes.js";
import { criterionRates } from "../../logic/criterion-days.js";
import { rate } from "../../logic/rates.js";
import { elapsed } from "../../logic/trends.js";
import { joinCriterion } from "../../state/filters.js";
import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { changeNode } from "../parts/change.js";
import { conversationsLink } from "../parts/links.js";
import { emptyNotice, errorNotice } from "../parts/notices.js";
import { sparklineNode } from "../parts/sparkline.js";
import { skeletonTable, tableBox } from "../parts/tables.js";
import { createWorstConversations } from "./worst-conversations.js";

/** Fields of a criterion with the API's word for each. */
/** @type {Array<["pass" | "fail" | "unknown", string]>} */
const results = [["pass", "success"], ["fail", "failure"], ["unknown", "unknown"]];
const columns = ["name", "rate", "change", "trend", "bar", "pass", "fail", "unknown", "n"];
const wordy = new Set(["name", "change", "trend", "bar"]);

/** @param {App} app */
export function createCriteriaView(app) {
  const place = element("div", {}, skeletonTable(8));
  const node = element("section", {},
    element("div", { class: "view-head" }, element("h1", {}, t("tabs.criteria"))), element("p", { class: "view-intro" }, t("criteria.intro")), place);
  /** @type {string | null} */
  let shown = null;
  let opened = new Map();

  /** @type {ReturnType<typeof createLoader<[Api.KpiReport, Api.Breakdowns]>>} */
  const loader = createLoader({
    start: () => place.setAttribute("aria-busy", "true"),
    show([report, breakdowns]) {
      place.removeAttribute("aria-busy");
      closeAll();
      const rates = criterionRates(breakdowns.criteria_daily, elapsed(report.daily_trends, app.today()).map(({ date }) => date));
      const { criteria_stats: criteria } = report;
      app.learnCriteria(criteria.map(({ id, display_name: name }) => [id, name]));
      fill(place, criteria.length ? board(criteria, rates, report.comparison) : emptyNotice(t("criteria.empty"), t("criteria.emptyText")));
    },
    fail(error) {
      place.removeAttribute("aria-busy");
      shown = null;
      fill(place, errorNotice(error, update));
    },
  });

  /** @param {CriterionStats[]} criteria @param {Map<string, Array<number | null>>} rates @param {Comparison | null} comparison */
  const board = (criteria, rates, comparison) => tableBox(t("criteria.caption"), element("table", { class: "criteria-table" },
    element("thead", {}, element("tr", {}, columns.map((name) =>
      element("th", { scope: "col", class: !wordy.has(name) && "numeric" }, t(`criteria.${name}`))))),
    element("tbody", {}, weakestFirst(criteria).flatMap((criterion) => rows(criterion, rates.get(criterion.id), changeOfCriterion(comparison, criterion.id))))), { hiddenCaption: true });

  /** @param {CriterionStats} criterion @param {Array<number | null> | undefined} over @param {FigureChange | undefined} change */
  function rows(criterion, over, change) {
    const name = app.criterionName(criterion.id);
    const detail = element("td", { colSpan: columns.length, id: newId("worst") });
    const detailRow = element("tr", { class: "worst-row", hidden: true }, detail);
    return [
      element("tr", { dataset: { testid: "criterion-row" } },
        element("th", { scope: "row" },
          conversationsLink(app, { criterion: joinCriterion(criterion.id, "failure") }, { title: t("criteria.openFailed", { name }), dir: "auto" }, name),
          criterion.fail > 0 && worstButton(criterion.id, name, detail, detailRow)),
        element("td", { class: "numeric rate", title: criterion.pass_rate === null ? null : format.exactPercent(criterion.pass_rate) },
          format.percent(rate(criterion.pass, criterion.pass + criterion.fail))),
        element("td", { class: "criteria-change" }, changeNode(change, "percent") ?? element("span", { class: "muted" }, format.none)),
        element("td", { class: "criteria-trend" }, over ? sparklineNode(over) : format.none),
        element("td", { class: "criteria-bar" }, bar(criterion)),
        results.map(([field, result]) => element("td", { class: "numeric" },
          conversationsLink(app, { criterion: joinCriterion(criterion.id, result) }, {}, format.count(criterion[field])))),
        element("td", { class: "numeric" }, format.count(criterion.pass + criterion.fail))),
      detailRow,
    ];
  }

  /** @param {string} id @param {string} name @param {HTMLElement} detail @param {HTMLElement} detailRow */
  function worstButton(id, name, detail, detailRow) {
    const button = element("button", {
      type: "button", class: "button button-quiet button-small worst-button", "aria-expanded": "false", "aria-controls": detail.id,
      "aria-label": `${t("criteria.worst")}: ${name}`, dataset: { testid: "worst-button" }, on: { click: toggle },
    }, icon("down"), t("criteria.worst"));

    function toggle() {
      const open = detailRow.hidden;
      detailRow.hidden = !open;
      button.setAttribute("aria-expanded", String(open));
      opened.get(id)?.stop();
      opened.delete(id);
      if (!open) return fill(detail);
      const worst = createWorstConversations(app, id);
      opened.set(id, worst);
      return fill(detail, worst.node);
    }

    return button;
  }

  function closeAll() {
    for (const worst of opened.values()) worst.stop();
    opened = new Map();
  }

  function update() {
    const query = { ...app.periodQuery(), compare: app.route.compare ? "previous" : undefined };
    const key = JSON.stringify([query, app.revision]);
    if (key === shown) return undefined;
    shown = key;
    return loader.load((signal) => Promise.all([getKpis(query, signal), getBreakdowns(app.periodQuery(), signal)]));
  }

  return {
    node,
    update,
    destroy() {
      loader.stop();
      closeAll();
    },
  };
}

/** @param {CriterionStats} criterion */
function bar(criterion) {
  const text = t("criteria.barText", { pass: criterion.pass, fail: criterion.fail, unknown: criterion.unknown });
  return element("div", { class: "share-bar", role: "img", "aria-label": text, title: text }, results.map(([field, role]) => {
    const share = element("span", { class: `share share-${role}` });
    share.style.flexGrow = String(criterion[field]);
    return criterion[field] > 0 && share;
  }));
}
