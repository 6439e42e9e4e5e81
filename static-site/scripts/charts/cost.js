import { extremeDay, sumKnown } from "../logic/trends.js";
import * as format from "../texts/format.js";
import { t } from "../texts/translate.js";
import { dayLabels, dayOptions } from "./options.js";

/** Credits are drawn; dollars stand beside them in tooltip and table, for the two must not share an axis. @type {ChartDefinition} */
export const costChart = {
  id: "cost",
  width: "third",
  type: "bar",
  isEmpty: ({ days }) => !extremeDay(days, "cost"),
  options: (colors) => dayOptions(colors, {
    label: ({ chart, dataIndex, parsed }) => [
      `${t("units.creditsTitle")}: ${format.credits(parsed.y)}`,
      `${t("units.usdTitle")}: ${format.usd(chart.days[dataIndex].cost_usd)}`,
    ],
  }),
  data: ({ days, colors }) => ({
    labels: dayLabels(days),
    datasets: [{ label: t("units.creditsTitle"), data: days.map((day) => day.cost), backgroundColor: colors["chart-3"], borderRadius: 3 }],
  }),
  sentence({ days }) {
    const dearest = /** @type {Trend} */ (extremeDay(days, "cost"));
    return t("charts.cost.sentence", {
      credits: format.credits(sumKnown(days, "cost")), usd: format.usd(sumKnown(days, "cost_usd")),
      day: format.day(dearest.date), most: format.credits(dearest.cost),
    });
  },
  table: ({ days, links }) => ({
    columns: [{ title: t("charts.day") }, { title: t("units.creditsTitle"), numeric: true }, { title: t("units.usdTitle"), numeric: true }],
    rows: days.map((day) => [
      format.day(day.date),
      day.cost === null ? format.none : links.day(day.date, { cost_known: "true" }, format.credits(day.cost)),
      day.cost_usd === null ? format.none : links.day(day.date, { cost_usd_known: "true" }, format.usd(day.cost_usd)),
    ]),
  }),
  target: ({ days, index }) => ({ day: days[index].date, filters: { cost_known: "true" } }),
};
