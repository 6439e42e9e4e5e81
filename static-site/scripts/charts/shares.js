import * as format from "../texts/format.js";
import { known, t } from "../texts/translate.js";
import { doughnutOptions } from "./options.js";

/** @param {{ key: string, label?: string }} part */
const nameOf = ({ key, label }) => label ?? t(key);

/**
 * A doughnut of parts of a whole: `partsOf` gives {key, value, role, filters} of the report or of the breakdowns.
 * @param {string} id
 * @param {(source: any) => Array<{ key: string, label?: string, value: number, role: string, filters: Filters }>} partsOf
 * @param {{ sentence: string, column: string }} titleKeys
 * @param {{ width?: string, source?: "report" | "breakdowns" }} [options]
 * @returns {ChartDefinition}
 */
function shareChart(id, partsOf, titleKeys, { width = "narrow", source = "report" } = {}) {
  /** @param {ChartContext} context */
  const parts = (context) => partsOf(context[source]);
  return {
    id,
    type: "doughnut",
    width,
    isEmpty: (context) => parts(context).every((part) => !part.value),
    options: doughnutOptions,
    data(context) {
      const all = parts(context);
      return {
        labels: all.map((part) => nameOf(part)),
        datasets: [{
          data: all.map((part) => part.value),
          backgroundColor: all.map((part) => context.colors[part.role]),
          borderColor: context.colors.surface,
          borderWidth: 2,
        }],
      };
    },
    sentence(context) {
      const total = parts(context).reduce((sum, part) => sum + part.value, 0);
      const list = parts(context).map((part) => `${nameOf(part)} ${format.count(part.value)} (${format.percent((part.value / total) * 100)})`);
      return t(titleKeys.sentence, { count: total, list: list.join(", ") });
    },
    table(context) {
      const total = parts(context).reduce((sum, part) => sum + part.value, 0);
      return {
        columns: [{ title: t(titleKeys.column) }, { title: t("charts.conversations"), numeric: true }, { title: t("charts.share"), numeric: true }],
        rows: parts(context).map((part) =>
          [nameOf(part), context.links.all(part.filters, format.count(part.value)), format.percent(total ? (part.value / total) * 100 : null)]),
      };
    },
    target: (context) => ({ filters: parts(context)[context.index].filters }),
  };
}

export const conversionChart = shareChart("conversion", (/** @type {Api.KpiReport} */ report) => [
  { key: "outcome.success", value: report.successful_count, role: "success", filters: { status: "finished", outcome: "success" } },
  { key: "outcome.failure", value: report.failed_count, role: "failure", filters: { status: "finished", outcome: "failure" } },
  { key: "outcome.unknown", value: report.unknown_count, role: "unknown", filters: { status: "finished", outcome: "unknown" } },
], { sentence: "charts.conversion.sentence", column: "charts.outcome" });

export const directionChart = shareChart("direction", (/** @type {Api.KpiReport} */ report) => [
  { key: "direction.inbound", value: report.inbound_calls, role: "inbound", filters: { direction: "inbound" } },
  { key: "direction.outbound", value: report.outbound_calls, role: "outbound", filters: { direction: "outbound" } },
  { key: "direction.other", value: report.other_calls, role: "other", filters: { direction: "other" } },
], { sentence: "charts.direction.sentence", column: "charts.directionColumn" });

const channelRoles = new Map([["phone", "chart-1"], ["web", "chart-2"], ["text", "chart-3"]]);

export const channelsChart = shareChart("channels", (/** @type {Api.Breakdowns} */ { channels }) => channels.map(({ key, total }) =>
  ({ key: "", label: known("channel", key ?? "unknown"), value: total, role: channelRoles.get(key ?? "") ?? "unknown", filters: { channel: key ?? "" } })),
{ sentence: "charts.channels.sentence", column: "charts.channels.column" }, { width: "third", source: "breakdowns" });
