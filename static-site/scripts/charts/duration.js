import { extremeDay } from "../logic/trends.js";
import * as format from "../texts/format.js";
import { t } from "../texts/translate.js";
import { dayLabels, dayOptions } from "./options.js";

const filters = { duration_min: "1" };

/** A step of the axis that is a round time, not a round number of seconds. @param {number} longest */
const timeStep = (longest) => [5, 10, 30, 60, 120, 300, 600, 1800].find((step) => longest / step <= 5) ?? 3600;

/** @type {ChartDefinition} */
export const durationChart = {
  id: "duration",
  width: "third",
  type: "line",
  isEmpty: ({ days }) => !extremeDay(days, "avg_duration"),
  options: (colors, { days }) => dayOptions(colors, { tick: format.duration, step: timeStep(extremeDay(days, "avg_duration")?.avg_duration ?? 0) }),
  data: ({ days, colors }) => ({
    labels: dayLabels(days),
    datasets: [{
      // A day without calls leaves a gap: it has no average, and 0 would be a lie.
      label: t("charts.duration.series"), data: days.map((day) => day.avg_duration), spanGaps: false,
      borderColor: colors["chart-2"], backgroundColor: colors["chart-2"], borderWidth: 2, pointRadius: 3, tension: 0.25,
    }],
  }),
  sentence({ days, report }) {
    const longest = /** @type {Trend} */ (extremeDay(days, "avg_duration"));
    const shortest = /** @type {Trend} */ (extremeDay(days, "avg_duration", (a, b) => a < b));
    return t("charts.duration.sentence", {
      average: format.duration(report.avg_duration_secs),
      longest: format.duration(longest.avg_duration), longestDay: format.day(longest.date),
      shortest: format.duration(shortest.avg_duration), shortestDay: format.day(shortest.date),
    });
  },
  table: ({ days, links }) => ({
    columns: [{ title: t("charts.day") }, { title: t("charts.duration.series"), numeric: true }],
    rows: days.map((day) => [
      format.day(day.date),
      day.avg_duration === null ? format.none : links.day(day.date, filters, format.duration(day.avg_duration)),
    ]),
  }),
  target: ({ days, index }) => ({ day: days[index].date, filters }),
};
