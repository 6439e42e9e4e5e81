import { changeOf, leastN } from "../../logic/changes.js";
import { directions, reportFigures } from "../../logic/report-figures.js";
import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { element } from "../parts/dom.js";
import { changeText, intervalText, judgementNode } from "../parts/judgement.js";
import { tableBlock } from "./sheets.js";

/**
 * All figures of the period in their groups, each with how it moved, judged in words.
 * @param {Api.KpiReport} report @param {{ now: string, before: string }} names Of the two periods, as heads of columns.
 */
export function figureBlocks(report, { now, before }) {
  const { comparison, previous } = report;
  /** @param {string} key */
  const title = (key) => t(`report.figures.${key}`);
  const columns = comparison
    ? [
      { title: title("name") }, { title: now, class: "numeric" }, { title: before, class: "numeric" },
      { title: title("change"), class: "numeric" },
      { title: title("interval"), class: "numeric" }, { title: title("judgement"), class: "report-judgement" },
      { title: title("both"), class: "numeric" },
    ]
    : [{ title: title("name") }, { title: now, class: "numeric" }, { title: title("n"), class: "numeric" }];
  const rows = reportFigures.flatMap(({ group, figures }) => [
    element("tr", { class: "report-group" }, element("th", { scope: "rowgroup", colSpan: columns.length }, title(`groups.${group}`))),
    figures.map((figure) => row(figure)),
  ].flat()).concat(directionRow());
  const few = comparison?.figures.some(({ judgement }) => judgement === "too_few");
  return [
    tableBlock({ title: title("title"), name: comparison ? "figures" : "figures-alone", columns, rows },
      (text) => t("report.continued", { title: text })),
    ...(few ? [{ node: element("p", { class: "report-note" }, t("report.figures.few", { least: leastN })) }] : []),
  ];

  /** @param {import("../../logic/report-figures.js").ReportFigure} figure */
  function row({ name, unit, value, n }) {
    const change = changeOf(comparison, name);
    const shown = format.figure(value(report), unit);
    if (!comparison || !change)
      return plainRow(`names.${name}`, shown, previous && format.figure(value(previous), unit), n ? format.count(n(report)) : format.none);
    return element("tr", { dataset: { figure: name } },
      element("th", { scope: "row" }, title(`names.${name}`)),
      element("td", { class: "numeric report-value" }, shown),
      element("td", { class: "numeric" }, format.figure(previous ? value(previous) : null, unit)),
      element("td", { class: "numeric" }, changeText(change)),
      element("td", { class: "numeric" }, intervalText(change)),
      element("td", { class: "report-judgement" }, judgementNode(change)),
      element("td", { class: "numeric report-n" }, n ? `${format.count(change.n)} / ${format.count(change.previous_n)}` : format.none));
  }

  /** Told as it is, in a sentence over all columns. */
  function directionRow() {
    return element("tr", {},
      element("th", { scope: "row" }, title("names.directions")),
      element("td", { colSpan: columns.length - 1, class: "report-directions" }, byDirection(report),
        previous && t("report.figures.directionsBefore",
          { list: directions.map(({ value }) => format.count(value(previous))).join(" / ") })));
  }

  /** @param {string} key @param {string} value @param {string | null | undefined} earlier @param {string} [n] */
  function plainRow(key, value, earlier, n = format.none) {
    return element("tr", {},
      element("th", { scope: "row" }, title(key)),
      element("td", { class: "numeric report-value" }, value),
      comparison && [
        element("td", { class: "numeric" }, earlier ?? format.none), element("td", { class: "numeric" }, format.none),
        element("td", { class: "numeric" }, format.none),
        element("td", { class: "report-judgement" }, judgementNode(undefined)),
      ],
      element("td", { class: "numeric report-n" }, n));
  }
}

/** @param {KpiFigures} report */
const byDirection = (report) =>
  format.list(directions.map(({ name, value }) => t(`report.figures.directions.${name}`, { count: format.count(value(report)) })));
