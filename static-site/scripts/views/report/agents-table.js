import { changeOf } from "../../logic/changes.js";
import { rate } from "../../logic/rates.js";
import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { element, foreign } from "../parts/dom.js";
import { changeText, judgementNode } from "../parts/judgement.js";
import { shape } from "../parts/drawing.js";
import { tableBlock } from "./sheets.js";

const barWidth = 130;

/**
 * The agents of the report beside one another.
 * @param {App} app @param {import("../../logic/criteria-board.js").AgentReport[]} reports @returns {import("./sheets.js").Block}
 */
export function agentsBlock(app, reports) {
  const compared = reports.some(({ report }) => report.comparison);
  /** @param {string} key */
  const title = (key) => t(`report.agentsTable.${key}`);
  return tableBlock({
    title: title("title"), name: "agents", startsSheet: true,
    columns: [
      { title: title("agent") }, { title: title("conversations"), class: "numeric" }, { title: title("outcomes"), class: "report-bar" },
      { title: title("conversion"), class: "numeric" },
      ...(compared ? [{ title: title("change"), class: "numeric" }, { title: title("judgement"), class: "report-judgement" }] : []),
      { title: title("dropouts"), class: "numeric" }, { title: title("errors"), class: "numeric" },
    ],
    rows: reports.map(({ agent, report }) => {
      const change = changeOf(report.comparison, "conversion_rate");
      return element("tr", { dataset: { agent } },
        element("th", { scope: "row" }, element("span", { class: "report-name" }, foreign(app.agentName(agent)))),
        element("td", { class: "numeric" }, format.count(report.total_conversations)),
        element("td", { class: "report-bar" }, outcomeBar(report)),
        element("td", { class: "numeric report-value" }, format.percent(rate(report.successful_count, report.finished_count))),
        compared && [
          element("td", { class: "numeric" }, changeText(change)),
          element("td", { class: "report-judgement" }, judgementNode(change)),
        ],
        element("td", { class: "numeric" }, format.percent(rate(report.dropout_count, report.finished_count))),
        element("td", { class: "numeric" }, format.count(report.technical_errors)));
    }),
  }, (text) => t("report.continued", { title: text }));
}

/** @param {Api.KpiReport} report */
function outcomeBar({ failed_count: failed, unknown_count: unknown, successful_count: success, finished_count: all }) {
  let from = 0;
  const parts = [["failure", failed], ["unknown", unknown], ["success", success]].flatMap(([outcome, count]) => {
    const x = from;
    const wide = all ? (Number(count) / all) * barWidth : 0;
    from += wide;
    const inset = outcome === "unknown" ? 0.5 : 0;
    return count ? [
      shape("rect", { class: `bar-${outcome}`, x: x + inset, width: Math.max(0.8, wide - 1 - 2 * inset), y: 1 + inset,
        height: 10 - 2 * inset })] : [];
  });
  return shape("svg", {
    width: barWidth, height: 12, viewBox: `0 0 ${barWidth} 12`, role: "img",
    "aria-label": t("report.agentsTable.bar",
      { failed: format.count(failed), unknown: format.count(unknown), success: format.count(success) }),
  }, parts);
}
