import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { element } from "../parts/dom.js";
import { conversationsLink } from "../parts/links.js";
import { createPanel } from "./panel.js";

/**
 * How a measured value is distributed: bars of classes, whose limits stand at their borders and whose counts above.
 * @typedef {{ from: number, to: number | null, count: number }} Bucket
 * @param {App} app @param {AbortSignal} signal
 * @param {{ id: string, testid: string, border: (value: number) => string, show: (value: number | null) => string, unit: string, filters?:
 * (bucket: Bucket) => Filters }} histogram
 */
export function createHistogram(app, signal, { id, testid, border, show: shown, unit, filters }) {
  const panel = createPanel(signal, { id, testid });

  /** @param {Bucket} bucket */
  const named = ({ from, to }) => (to === null ? t(`panels.${id}.open`, { from: shown(from) }) : `${shown(from)} – ${shown(to)}`);

  /** @param {Bucket} bucket @param {Bucket[]} all */
  function bar(bucket, all) {
    const fill = element("span", { class: "histogram-bar" });
    fill.style.height = `${(100 * bucket.count) / Math.max(...all.map(({ count }) => count))}%`;
    const content = [element("span", { class: "histogram-count" }, format.count(bucket.count)), fill];
    const name = { title: named(bucket), "aria-label": `${named(bucket)}: ${format.count(bucket.count)}` };
    return element("li", { class: "histogram-class" },
      filters && bucket.count
        ? conversationsLink(app, filters(bucket), { ...name, class: "histogram-column" }, content)
        : element("span", { class: "histogram-column", title: name.title }, content),
      bucket.to !== null && element("span", { class: "histogram-border", "aria-hidden": "true" }, border(bucket.to)));
  }

  /** @param {{ count: number, p50: number | null, p90: number | null, p95: number | null, buckets: Bucket[] }} distribution */
  function show({ count, p50, p90, p95, buckets }) {
    if (!count) return panel.show({ note: t("charts.empty"), summary: format.none });
    const last = buckets.findLastIndex((bucket) => bucket.count > 0);
    const drawn = buckets.slice(0, Math.max(last + 1, 5));
    panel.show({
      note: t(`panels.${id}.note`, { p50: shown(p50), p90: shown(p90), p95: shown(p95) }),
      summary: t("panels.median", { value: shown(p50) }),
      content: element("ul", { class: "histogram" }, drawn.map((bucket) => bar(bucket, drawn))),
      table: () => ({
        columns: [{ title: t(`panels.${id}.column`) }, { title: unit, numeric: true }, { title: t("charts.share"), numeric: true }],
        rows: buckets.map((bucket) =>
          [named(bucket), filters ? conversationsLink(app, filters(bucket), {}, format.count(bucket.count)) : format.count(bucket.count),
            format.percent((100 * bucket.count) / count)]),
      }),
    });
  }

  return { node: panel.node, show, fail: panel.fail };
}

/** @param {App} app @param {AbortSignal} signal */
export function createDurations(app, signal) {
  const histogram = createHistogram(app, signal, {
    id: "durations", testid: "chart-durations", border: format.duration, show: format.duration, unit: t("charts.conversations"),
    // A duration of 0 is none; the upper limit is exclusive here and inclusive in the list.
    filters: ({ from, to }) => ({ duration_min: String(Math.max(1, from)), ...(to !== null && { duration_max: String(to - 1) }) }),
  });
  return {
    ...histogram,
    /** @param {Api.Breakdowns} breakdowns */
    show: ({ durations: all }) => histogram.show({
      count: all.count,
      p50: all.p50_secs,
      p90: all.p90_secs,
      p95: all.p95_secs,
      buckets: all.buckets.map(({ from_secs: from, to_secs: to, count }) => ({ from, to, count })),
    }),
  };
}

/** @param {App} app @param {AbortSignal} signal */
export function createLatency(app, signal) {
  const seconds = (/** @type {number | null} */ milliseconds) =>
    (milliseconds === null ? format.none : format.seconds(milliseconds / 1000));
  const histogram = createHistogram(app, signal, {
    id: "latency", testid: "chart-latency", border: seconds, show: seconds, unit: t("panels.latency.turns"),
  });
  return {
    ...histogram,
    /** @param {Api.Breakdowns} breakdowns */
    show: ({ response_latency: all }) => histogram.show({
      count: all.count,
      p50: all.p50_ms,
      p90: all.p90_ms,
      p95: all.p95_ms,
      buckets: all.buckets.map(({ from_ms: from, to_ms: to, count }) => ({ from, to, count })),
    }),
  };
}
