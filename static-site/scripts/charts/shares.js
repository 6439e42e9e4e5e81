import * as format from "../texts/format.js";
import { t } from "../texts/translate.js";
import { doughnutOptions } from "./options.js";

/** A doughnut of parts of a whole: `parts(report)` gives {key, value, role, filters}. */
function shareChart(id, parts, titleKeys) {
  return {
    id,
    type: "doughnut",
    width: "narrow",
    parts,
    isEmpty: ({ report }) => parts(report).every((part) => !part.value),
    options: doughnutOptions,
    data({ report, colors }) {
      const all = parts(report);
      return {
        labels: all.map((part) => t(part.key)),
        datasets: [{
          data: all.map((part) => part.value),
          backgroundColor: all.map((part) => colors[part.role]),
          borderColor: colors.surface,
          borderWidth: 2,
        }],
      };
    },
    sentence({ report }) {
      const total = parts(report).reduce((sum, part) => sum + part.value, 0);
      const list = parts(report).map((part) => `${t(part.key)} ${format.count(part.value)} (${format.percent((part.value / total) * 100)})`);
      return t(titleKeys.sentence, { count: total, list: list.join(", ") });
    },
    table({ report, links }) {
      const total = parts(report).reduce((sum, part) => sum + part.value, 0);
      return {
        columns: [{ title: t(titleKeys.column) }, { title: t("charts.conversations"), numeric: true }, { title: t("charts.share"), numeric: true }],
        rows: parts(report).map((part) =>
          [t(part.key), links.all(part.filters, format.count(part.value)), format.percent(total ? (part.value / total) * 100 : null)]),
      };
    },
    target: ({ report, index }) => ({ filters: parts(report)[index].filters }),
  };
}

export const conversionChart = shareChart("conversion", (report) => [
  { key: "outcome.success", value: report.successful_count, role: "success", filters: { status: "finished", outcome: "success" } },
  { key: "outcome.failure", value: report.failed_count, role: "failure", filters: { status: "finished", outcome: "failure" } },
  { key: "outcome.unknown", value: report.unknown_count, role: "unknown", filters: { status: "finished", outcome: "unknown" } },
], { sentence: "charts.conversion.sentence", column: "charts.outcome" });

export const directionChart = shareChart("direction", (report) => [
  { key: "direction.inbound", value: report.inbound_calls, role: "inbound", filters: { direction: "inbound" } },
  { key: "direction.outbound", value: report.outbound_calls, role: "outbound", filters: { direction: "outbound" } },
  { key: "direction.other", value: report.other_calls, role: "other", filters: { direction: "other" } },
], { sentence: "charts.direction.sentence", column: "charts.directionColumn" });
