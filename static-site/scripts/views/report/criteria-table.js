import { markOf, weakestRows } from "../../logic/criteria-board.js";
import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { element, foreign } from "../parts/dom.js";
import { intervalMark, markScale } from "../parts/interval-mark.js";
import { changeText, judgementNode } from "../parts/judgement.js";
import { tableBlock } from "./sheets.js";

/**
 * The criteria, from the weakest; at most `most` of them, with what the rest has in common.
 * @param {App} app @param {import("../../logic/criteria-board.js").BoardRow[]} rows
 * @param {{ now: string, before: string }} names Of the two periods, within a sentence. @param {{ most: number, hasAgents: boolean }}
 * options
 * @returns {import("./sheets.js").Block[]}
 */
export function criteriaBlocks(app, rows, names, { most, hasAgents }) {
  if (!rows.length) return [];
  /** @param {string} key */
  const title = (key) => t(`report.criteria.${key}`);
  const compared = rows.some(({ change }) => change);
  const scale = markScale(rows.map(markOf));
  const sorted = weakestRows(rows);
  const shown = sorted.slice(0, most);
  const rest = sorted.slice(most);
  const isMarked = rows.some(({ rate }) => rate !== null);
  return [
    tableBlock({
      title: title("title"), name: hasAgents ? "criteria" : "criteria-alone",
      note: isMarked ? t(compared ? "report.criteria.keyBefore" : "report.criteria.key", { ...names, from: scale.min, to: scale.max })
        : undefined,
      columns: [
        { title: title("name") }, ...(hasAgents ? [{ title: title("agent"), class: "report-agent" }] : []),
        { title: "", class: "report-mark" }, { title: title("rate"), class: "numeric" },
        ...(compared ? [{ title: title("change"), class: "numeric" }, { title: title("judgement"), class: "report-short" }] : []),
        { title: title("failed"), class: "numeric report-failed" },
      ],
      rows: shown.map((row) => rowOf(row)),
    }, (text) => t("report.continued", { title: text })),
    ...(rest.length ? [
      { node: element("p", { class: "report-note" },
        t("report.criteria.rest", { count: rest.length, rate: format.percent(rest[0].rate) })) }] : []),
  ];

  /** @param {import("../../logic/criteria-board.js").BoardRow} row */
  function rowOf(row) {
    const { agent, id, stats, rate, change } = row;
    return element("tr", { dataset: { criterion: id } },
      element("th", { scope: "row" }, element("span", { class: "report-name" }, foreign(app.criterionName(id)))),
      hasAgents && element("td", { class: "report-agent" }, element("span", { class: "report-name" }, foreign(app.agentName(agent)))),
      element("td", { class: "report-mark" }, intervalMark(markOf(row), scale)),
      element("td", { class: "numeric report-value" }, format.percent(rate)),
      compared && [
        element("td", { class: "numeric" }, changeText(change)),
        element("td", { class: "report-short" }, judgementNode(change, { narrow: true })),
      ],
      element("td", { class: "numeric report-failed" }, format.count(stats.fail)));
  }
}
