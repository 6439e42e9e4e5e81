import * as format from "../texts/format.js";
import { t } from "../texts/translate.js";
import { barOptions } from "./options.js";

/**
 * How a measured value is distributed. `of` picks the API's answer, `ends` the limits of a bucket as numbers of the axis's unit,
 * `filters` what a bucket's conversations are; without, its bars lead nowhere.
 * @param {{ id: string, of: (context: ChartContext) => any, from: string, to: string, p50: string, p90: string, p95: string,
 *   show: (value: number | null) => string, columnKey: string, filters?: (bucket: any) => Filters, role: string }} histogram
 * @returns {ChartDefinition}
 */
function histogram({ id, of, from, to, p50, p90, p95, show, columnKey, filters, role }) {
  /** @param {any} bucket */
  const label = (bucket) => (bucket[to] === null ? t(`charts.${id}.open`, { from: show(bucket[from]) }) : `${show(bucket[from])} – ${show(bucket[to])}`);
  /** @param {ChartContext} context */
  const labels = (context) => of(context).buckets.map(label);
  return {
    id,
    type: "bar",
    isEmpty: (context) => !of(context).count,
    options: (colors) => barOptions(colors, { value: t(columnKey) }),
    data: (context) => ({
      labels: labels(context),
      datasets: [{ label: t(columnKey), data: of(context).buckets.map((/** @type {{ count: number }} */ { count }) => count), backgroundColor: context.colors[role], borderRadius: 3, categoryPercentage: 0.95, barPercentage: 0.95 }],
    }),
    sentence(context) {
      const all = of(context);
      return t(`charts.${id}.sentence`, { count: all.count, p50: show(all[p50]), p90: show(all[p90]), p95: show(all[p95]) });
    },
    table: (context) => ({
      columns: [{ title: t(`charts.${id}.column`) }, { title: t(columnKey), numeric: true }, { title: t("charts.share"), numeric: true }],
      rows: of(context).buckets.map((/** @type {any} */ bucket) => [
        label(bucket),
        filters ? context.links.all(filters(bucket), format.count(bucket.count)) : format.count(bucket.count),
        format.percent((bucket.count / of(context).count) * 100),
      ]),
    }),
    target: filters && ((context) => ({ filters: filters(of(context).buckets[context.index]) })),
  };
}

export const durationsChart = histogram({
  id: "durations", of: ({ breakdowns }) => breakdowns.durations, from: "from_secs", to: "to_secs", p50: "p50_secs", p90: "p90_secs", p95: "p95_secs",
  show: format.duration, columnKey: "charts.conversations", role: "chart-2",
  // A duration of 0 is none; the upper limit is exclusive here and inclusive in the list.
  filters: (bucket) => ({ duration_min: String(Math.max(1, bucket.from_secs)), ...(bucket.to_secs !== null && { duration_max: String(bucket.to_secs - 1) }) }),
});

export const latencyChart = histogram({
  id: "latency", of: ({ breakdowns }) => breakdowns.response_latency, from: "from_ms", to: "to_ms", p50: "p50_ms", p90: "p90_ms", p95: "p95_ms",
  show: (milliseconds) => (milliseconds === null ? format.none : format.seconds(milliseconds / 1000)), columnKey: "charts.latency.turns", role: "chart-3",
});
