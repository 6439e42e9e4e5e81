import { reportFigures } from "../../logic/report-figures.js";
import { targetOf, targetView } from "../../logic/targets.js";
import { t } from "../../texts/translate.js";
import { element } from "../parts/dom.js";
import { targetText } from "../parts/target.js";

/** As good is bold on paper, and what is not is underlined as well. */
const judged = { good: "judged-better", bad: "judged-worse", neutral: "" };
/** @type {Record<string, string>} */
const units = { amountEach: "usd" };

/**
 * How far the figures are from their targets: in a sentence each, as the table beside it has no room for one more column of words.
 * @param {Api.KpiReport} report @returns {import("./sheets.js").Block[]}
 */
export function targetBlocks(report) {
  const told = reportFigures.flatMap(({ figures }) => figures).flatMap(({ name, unit }) => {
    const target = targetOf(report, name);
    return target ? [[t(`report.figures.names.${name}`), ". ",
      element("span", { class: judged[targetView(target).tone] }, targetText(target, units[unit] ?? unit))]] : [];
  });
  if (!told.length) return [];
  return [{ node: element("p", { class: "report-note report-targets" },
    told.map((one, index) => [index > 0 && " · ", one])) }];
}
