import { changeView, leastN } from "../../logic/changes.js";
import { segmentGroups } from "../../logic/segments.js";
import { openCounted } from "../../state/route.js";
import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { csvButton } from "../parts/csv-link.js";
import { element, foreign } from "../parts/dom.js";
import { changeText, intervalText, judgementNode } from "../parts/judgement.js";
import { routeLink } from "../parts/links.js";
import { dataTable } from "../parts/tables.js";

/**
 * @typedef {import("../../logic/segments.js").SegmentRow} SegmentRow
 * @typedef {import("../../logic/segments.js").Side} Side
 */

/**
 * Figures and criteria of two views, each value with what it counts, and how the first differs.
 * @param {App} app @param {Api.Segments} answer
 */
export function segmentTable(app, answer) {
  const groups = segmentGroups(answer);
  const segments = [answer.first, answer.second];
  const words = "segments.judgements";
  /** @param {string} key */
  const title = (key) => t(`report.figures.${key}`);
  /** @param {SegmentRow} row */
  const nameOf = ({ name, isCriterion }) => (isCriterion ? app.criterionName(name) : title(`names.${name}`));
  /** @param {string} group */
  const groupName = (group) => (group === "criteria" ? t("tabs.criteria") : title(`groups.${group}`));

  /** @param {Side} side @param {string} unit */
  const valueText = ({ value, few }, unit) =>
    (few ? `${format.count(few.part)} ${t("figures.ofWhole", { whole: few.whole })}` : format.figure(value, unit));

  /** @param {SegmentRow} row @param {number} at */
  function valueCell(row, at) {
    const [side, segment] = [row.sides[at], segments[at]];
    const text = valueText(side, row.unit);
    const route = side.value === null ? null : openCounted({ ...app.route, filters: segment.filters }, side.filters);
    return element("td", { class: ["numeric", "segment-value"] },
      element("span", { class: "segment-small", "aria-hidden": "true" }, foreign(segment.name)),
      route
        ? routeLink(app, { ...route, view: side.view ?? route.view }, { "aria-label": `${nameOf(row)}, ${segment.name}: ${text}` }, text)
        : text,
      side.n !== null && [" ", element("span", { class: "segment-n" }, t("kpi.n", { count: side.n }))]);
  }

  /** @param {FigureChange | undefined} change */
  function changeCell(change) {
    const view = changeView(change);
    if (view?.kind !== "change") return changeText(change);
    return element("span", { class: ["kpi-delta", `delta-${view.tone}`] },
      view.sign && element("span", { "aria-hidden": "true" }, `${view.sign} `), changeText(change));
  }

  /** @param {SegmentRow} row */
  const rowOf = (row) => element("tr", { dataset: { testid: "segment-row", name: row.name } },
    element("th", { scope: "row" }, row.isCriterion ? foreign(nameOf(row)) : nameOf(row)),
    valueCell(row, 0), valueCell(row, 1),
    element("td", { class: "numeric segment-change" }, changeCell(row.change)),
    element("td", { class: "numeric segment-interval" }, row.change ? intervalText(row.change) : format.none),
    element("td", { class: "segment-judgement" }, judgementNode(row.change, { words })));

  /** With numbers only, and how many stand behind each in a column of its own. */
  function plainTable() {
    const columns = [title("name"), answer.first.name, "n", answer.second.name, "n", t("segments.difference"), title("interval"),
      title("judgement")].map((name, at) => ({ title: name, numeric: at > 0 && at < 7 }));
    return dataTable(t("tabs.segments"), columns, groups.flatMap(({ rows }) => rows.map((row) => [
      nameOf(row),
      ...row.sides.flatMap((side) => [valueText(side, row.unit), side.n === null ? format.none : format.count(side.n)]),
      // A plus would be the beginning of a formula.
      changeText(row.change).replace("+", ""),
      row.change ? intervalText(row.change).replaceAll("+", "") : format.none, judgementNode(row.change, { words }),
    ])));
  }

  /** @param {string} key @param {Child} content */
  const head = (key, content) => element("th", { scope: "col", class: ["numeric", `segment-${key}`] }, content);
  const names = { first: answer.first.name, second: answer.second.name };
  return [
    element("table", { class: "segment-table" },
      element("caption", { class: "visually-hidden" }, t("segments.caption", names)),
      element("thead", {}, element("tr", {}, element("th", { scope: "col" }, title("name")),
        segments.map(({ name }) => head("value", foreign(name))), head("change", t("segments.difference")),
        head("interval", title("interval")), element("th", { scope: "col", class: "segment-judgement" }, title("judgement")))),
      groups.map(({ group, rows }) => element("tbody", {},
        element("tr", { class: "segment-group" }, element("th", { scope: "rowgroup", colSpan: 2 }, groupName(group))),
        rows.map(rowOf)))),
    element("p", { class: "criteria-key" }, t("segments.key", { ...names, least: leastN })),
    element("div", { class: "segment-tools" }, csvButton(() => t("segments.caption", names), plainTable)),
  ];
}
