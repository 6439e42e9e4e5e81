import * as format from "../texts/format.js";
import { t } from "../texts/translate.js";
import { barOptions } from "./options.js";

const mostBars = 8;

/** @param {Api.Breakdowns["tools"]} tools @param {"calls" | "errors"} field */
const sum = (tools, field) => tools.reduce((total, tool) => total + tool[field], 0);

/** Calls of each tool, those that failed apart. @type {ChartDefinition} */
export const toolsChart = {
  id: "tools",
  width: "two-thirds",
  type: "bar",
  isEmpty: ({ breakdowns }) => !breakdowns.tools.length,
  options: (colors, { breakdowns }) => barOptions(colors, {
    horizontal: true, stacked: true, legend: true,
    label: ({ dataset, dataIndex, datasetIndex, parsed }) =>
      `${dataset.label}: ${format.count(parsed.x)}${datasetIndex ? ` (${format.percent(breakdowns.tools[dataIndex].error_rate)})` : ""}`,
  }),
  data({ breakdowns, colors }) {
    const tools = breakdowns.tools.slice(0, mostBars);
    return {
      labels: tools.map((tool) => tool.name),
      datasets: [
        { label: t("charts.tools.worked"), data: tools.map((tool) => tool.calls - tool.errors), backgroundColor: colors.success, borderRadius: 2, maxBarThickness: 28 },
        { label: t("charts.tools.errors"), data: tools.map((tool) => tool.errors), backgroundColor: colors.failure, borderRadius: 2, maxBarThickness: 28 },
      ],
    };
  },
  sentence({ breakdowns: { tools } }) {
    const worst = tools.reduce((most, tool) => (tool.errors > most.errors ? tool : most));
    return worst.errors
      ? t("charts.tools.sentence", { count: sum(tools, "calls"), errors: sum(tools, "errors"), worst: `${worst.name} (${format.percent(worst.error_rate)})` })
      : t("charts.tools.allGood", { count: sum(tools, "calls") });
  },
  table: ({ breakdowns, links }) => ({
    columns: [
      { title: t("charts.tools.column") }, ...["withTool", "calls", "errors", "rate"].map((name) => ({ title: t(`charts.tools.${name}`), numeric: true })),
    ],
    rows: breakdowns.tools.map((tool) => [
      tool.name,
      links.all({ tool: tool.name }, format.count(tool.conversations)),
      format.count(tool.calls),
      format.count(tool.errors), // calls, of which a conversation may have several
      format.percent(tool.error_rate),
    ]),
  }),
  target: ({ breakdowns, index, dataset }) => ({ filters: { [dataset ? "tool_error" : "tool"]: breakdowns.tools[index].name } }),
};
