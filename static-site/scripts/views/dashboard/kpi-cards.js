import { element, fill, newId } from "../parts/dom.js";
import { icon } from "../parts/icons.js";
import { changeOf } from "../../logic/changes.js";
import { kpiCards } from "../../logic/kpi-cards.js";
import { dailyValues } from "../../logic/sparkline.js";
import { elapsed } from "../../logic/trends.js";
import { daysBetween } from "../../state/period.js";
import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { changeNode } from "../parts/change.js";
import { conversationsLink, dayLink, viewLink } from "../parts/links.js";
import { sparklineNode } from "../parts/sparkline.js";

/** @param {App} app */
export function createKpiCards(app) {
  const cards = kpiCards.map((definition) => createKpiCard(app, definition));
  return {
    node: element("section", { class: "kpis", "aria-label": t("kpi.label") }, cards.map((card) => card.node)),
    /** @param {Api.KpiReport} report */
    show: (report) => cards.forEach((card) => card.show(report)),
  };
}

/** @param {App} app @param {KpiCard} definition */
function createKpiCard(app, definition) {
  const { id } = definition;
  const formulaId = newId("formula");
  const formula = element("p", { class: "kpi-formula", id: formulaId, hidden: true }, t(`kpi.${id}.formula`));
  const explain = element("button", {
    type: "button", class: "icon-button", "aria-expanded": "false", "aria-controls": formulaId,
    "aria-label": t("kpi.explain", { name: t(`kpi.${id}.title`) }), title: t("kpi.explain", { name: t(`kpi.${id}.title`) }),
    on: {
      click() {
        formula.hidden = !formula.hidden;
        explain.setAttribute("aria-expanded", String(!formula.hidden));
      },
    },
  }, icon("info"));
  const body = element("div", { class: "kpi-body" }, skeleton(definition));

  /** @param {Api.KpiReport} report */
  function headline(report) {
    const value = definition.value(report, app.today());
    const props = { class: "kpi-value", title: definition.unit === "percent" && value !== null ? format.exactPercent(value) : null, "aria-label": t("kpi.open", { name: t(`kpi.${id}.title`), value: spoken(value) }) };
    const content = [format.figure(value, definition.unit), unitOf(value)];
    if (definition.anchor) {
      return element("a", { ...props, href: `#${definition.anchor}`, on: { click: (/** @type {Event} */ event) => jump(event, definition.anchor ?? "") } }, content);
    }
    if (definition.view) return viewLink(app, definition.view, props, content);
    return conversationsLink(app, definition.filters ?? {}, props, content);
  }

  /** @param {number | null} value */
  const spoken = (value) => (value === null ? t("kpi.noValue") : `${format.figure(value, definition.unit)} ${unitText(value)}`.trim());
  // The unit's form follows the number as it is shown.
  /** @param {any} value */
  const unitText = (value) => (definition.unit === "credits" ? t("units.credits", { count: format.shownCredits(value) })
    : definition.unit === "rating" ? t("units.rating") : t(`kpi.${id}.unit`));
  /** @param {number | null} value */
  const unitOf = (value) => value !== null && unitText(value) && element("span", { class: "kpi-unit" }, ` ${unitText(value)}`);

  /** @param {Api.KpiReport} report */
  function show(report) {
    const n = definition.n(report, app.today());
    const parts = definition.parts(report, app.today()).filter((part) => part !== undefined && part !== false);
    fill(body,
      element("div", { class: "kpi-figure" }, headline(report), deltaNode(report)),
      element("div", { class: "kpi-base" },
        element("p", { class: "kpi-n", title: t(`kpi.counted.${definition.counted}`, { count: n }) }, t("kpi.n", { count: n, what: t(`kpi.counted.${definition.counted}`, { count: n }) })),
        dailyValues[id] && sparklineNode(dailyValues[id](elapsed(report.daily_trends, app.today())))),
      shareBar(parts, definition.bar),
      element("dl", { class: "kpi-parts" }, parts.map((part) => partNode(app, part))));
  }

  /** @param {Api.KpiReport} report */
  function deltaNode({ comparison }) {
    // Days differ in number from month to month, and the card says what a day had: then its sum's change would be another figure's.
    if (id === "trends" && comparison && !sameDays(comparison)) return null;
    return changeNode(changeOf(comparison, definition.figure), definition.unit);
  }

  return {
    node: element("article", { class: ["card", "kpi"], dataset: { testid: `kpi-${id}` } },
      element("div", { class: "card-head" }, element("h2", { class: "kpi-title" }, t(`kpi.${id}.title`)), explain), formula, body),
    show,
  };
}

/** @param {Comparison} comparison */
const sameDays = (comparison) => daysBetween(comparison.from, comparison.to) === daysBetween(comparison.previous_from, comparison.previous_to);

/** As high as the figures that take its place, so that nothing below moves when they come. @param {KpiCard} card */
const skeleton = ({ bar, lines }) => [
  element("div", { class: ["skeleton", "skeleton-figure"] }),
  element("div", { class: ["skeleton", "skeleton-base"] }),
  bar && element("div", { class: ["skeleton", "skeleton-bar"] }),
  element("div", {}, Array.from({ length: lines }, () => element("div", { class: ["skeleton", "skeleton-part"] }))),
];

/** @param {Event} event @param {string} anchor */
function jump(event, anchor) {
  event.preventDefault();
  const target = document.getElementById(anchor);
  target?.scrollIntoView();
  target?.focus({ preventScroll: true });
}

/** The parts that have a role, as one bar of their shares. @param {KpiPart[]} parts @param {boolean | undefined} wanted */
function shareBar(parts, wanted) {
  if (!wanted) return null;
  const shares = parts.filter(([, value, , , role]) => role && value);
  return element("div", { class: "share-bar", "aria-hidden": "true" }, shares.map(([, value, , , role]) => {
    const share = element("span", { class: `share share-${role}` });
    share.style.flexGrow = String(value);
    return share;
  }));
}

/** @param {App} app @param {KpiPart} part */
function partNode(app, [label, value, unit, filters, role, day, view]) {
  const text = typeof label === "string" ? t(label) : t(label.key, { ...label, day: label.day && format.day(label.day) });
  const shown = [value].flat().map((one) => format.figure(one, unit)).join(" / ");
  const link = value === null ? shown : view ? viewLink(app, view, {}, shown) : day ? dayLink(app, day, {}, {}, shown) : filters ? conversationsLink(app, filters, {}, shown) : shown;
  return element("div", { class: "kpi-part" },
    element("dt", {}, role && element("span", { class: `dot share-${role}`, "aria-hidden": "true" }), text), element("dd", {}, link));
}
