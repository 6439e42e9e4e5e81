import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { element, fill, newId } from "../parts/dom.js";
import { conversationsLink, dayLink, viewLink } from "../parts/links.js";

/** A figure's name, which unfolds how it is counted and what it is made of. @param {App} app @param {KpiCard} definition */
export function createFormula(app, { id, parts }) {
  const name = t(`kpi.${id}.title`);
  const panelId = newId("formula");
  const list = element("dl", { class: "kpi-parts" });
  const node = element("div", { class: "kpi-more", id: panelId, hidden: true },
    element("p", { class: "kpi-formula" }, t(`kpi.${id}.formula`)), list);
  const button = element("button", {
    type: "button", class: "kpi-name", "aria-expanded": "false", "aria-controls": panelId, title: t("kpi.explain", { name }),
    on: {
      click() {
        node.hidden = !node.hidden;
        button.setAttribute("aria-expanded", String(!node.hidden));
      },
    },
  }, name);
  return {
    button,
    node,
    /** @param {Api.KpiReport} report */
    show: (report) =>
      fill(list, parts(report, app.today()).filter((part) => part !== undefined && part !== false).map((part) => partNode(app, part))),
  };
}

/** @param {App} app @param {KpiPart} part */
function partNode(app, [label, value, unit, filters, role, day, view]) {
  const text = typeof label === "string" ? t(label) : t(label.key, { ...label, day: label.day && format.day(label.day) });
  const shown = [value].flat().map((one) => format.figure(one, unit)).join(" / ");
  const link = value === null
    ? shown
    : view ? viewLink(app, view, {}, shown) : day
    ? dayLink(app, day, {}, {}, shown)
    : filters ? conversationsLink(app, filters, {}, shown) : shown;
  return element("div", { class: "kpi-part" },
    element("dt", {}, role && element("span", { class: ["dot", `share-${role}`], "aria-hidden": "true" }), text), element("dd", {}, link));
}
