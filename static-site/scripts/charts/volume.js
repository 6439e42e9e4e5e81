import { summarizeTrends } from "../logic/trends.js";
import * as format from "../texts/format.js";
import { t } from "../texts/translate.js";
import { dayLabels, dayOptions } from "./options.js";

/** @type {ChartDefinition} */
export const volumeChart = {
  id: "volume",
  type: "bar",
  isEmpty: ({ days }) => days.every((day) => !day.total),
  options: (colors) => dayOptions(colors),
  data: ({ days, colors }) => ({
    labels: dayLabels(days),
    datasets: [{ label: t("charts.conversations"), data: days.map((day) => day.total), backgroundColor: colors["chart-1"], borderRadius: 3 }],
  }),
  sentence({ days }) {
    const { total, perDay, busiest } = /** @type {NonNullable<ReturnType<typeof summarizeTrends<Trend>>>} */ (summarizeTrends(days));
    return t("charts.volume.sentence", { count: total, perDay: format.decimal(perDay), day: format.day(busiest.date), most: busiest.total });
  },
  table: ({ days, links }) => ({
    columns: [{ title: t("charts.day") }, { title: t("charts.conversations"), numeric: true }],
    rows: days.map((day) => [format.day(day.date), links.day(day.date, {}, format.count(day.total))]),
  }),
  target: ({ days, index }) => ({ day: days[index].date, filters: {} }),
};
