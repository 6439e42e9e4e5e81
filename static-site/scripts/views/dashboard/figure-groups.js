import { figureRows, groups } from "../../logic/figure-rows.js";
import { t } from "../../texts/translate.js";
import { element, newId } from "../parts/dom.js";
import { createFigureRow } from "./figure-row.js";

/** The figures in four groups. @param {App} app */
export function createFigureGroups(app) {
  const rows = figureRows.map((definition) => ({ group: definition.group, row: createFigureRow(app, definition) }));
  const node = element("div", { class: "kpis" }, groups.map((group) => {
    const titleId = newId("group");
    return element("section", { class: "kpi-group", "aria-labelledby": titleId },
      element("h2", { class: "kpi-group-title", id: titleId }, t(`figures.groups.${group}`)),
      rows.filter((one) => one.group === group).map(({ row }) => row.node));
  }));
  return {
    node,
    /** @param {Api.KpiReport} report */
    show: (report) => rows.forEach(({ row }) => row.show(report)),
    /** @param {Api.Breakdowns} breakdowns */
    showBreakdowns: (breakdowns) => rows.forEach(({ row }) => row.showBreakdowns(breakdowns)),
  };
}
