import { sumKnown } from "../logic/trends.js";
import * as format from "../texts/format.js";
import { t } from "../texts/translate.js";
import { dayLabels, dayOptions } from "./options.js";

/** Fields of a day, and the filter of each, from the baseline up: there failures compare day by day. @type {Array<{ field: "success" | "failed" | "unknown", outcome: string }>} */
const series = [
  { field: "failed", outcome: "failure" },
  { field: "unknown", outcome: "unknown" },
  { field: "success", outcome: "success" },
];

/** @param {{ outcome: string }} series */
const filtersOf = ({ outcome }) => ({ status: "finished", outcome });

/** @type {ChartDefinition} */
export const outcomesChart = {
  id: "outcomes",
  width: "third",
  type: "bar",
  isEmpty: ({ days }) => days.every((day) => series.every(({ field }) => !day[field])),
  options: (colors) => dayOptions(colors, { legend: true, stacked: true }),
  data: ({ days, colors }) => ({
    labels: dayLabels(days),
    datasets: series.map(({ field, outcome }) => ({
      label: t(`outcome.${outcome}`), data: days.map((day) => day[field]), backgroundColor: colors[outcome], borderRadius: 2,
    })),
  }),
  sentence: ({ days }) => t("charts.outcomes.sentence", Object.fromEntries(series.map(({ field }) => [field, sumKnown(days, field)]))),
  table: ({ days, links }) => ({
    columns: [{ title: t("charts.day") }, ...series.map(({ outcome }) => ({ title: t(`outcome.${outcome}`), numeric: true }))],
    rows: days.map((day) => [format.day(day.date), ...series.map((one) => links.day(day.date, filtersOf(one), format.count(day[one.field])))]),
  }),
  target: ({ days, index, dataset }) => ({ day: days[index].date, filters: filtersOf(series[dataset]) }),
};
