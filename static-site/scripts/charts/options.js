import * as format from "../texts/format.js";

const calm = matchMedia("(prefers-reduced-motion: reduce)");

/** What all charts share. @param {Record<string, string>} colors @returns {any} */
const common = (colors) => ({
  responsive: true,
  maintainAspectRatio: false,
  animation: calm.matches ? false : { duration: 350 },
  color: colors.text,
  plugins: {
    legend: { position: "bottom", labels: { color: colors.text, boxWidth: 12, boxHeight: 12, padding: 14 } },
    tooltip: { boxPadding: 4 },
  },
});

/** @param {Record<string, string>} colors */
export function doughnutOptions(colors) {
  const options = common(colors);
  options.cutout = "62%";
  options.plugins.tooltip.callbacks = {
    label: (/** @type {any} */ { label, parsed, dataset }) => {
      const total = dataset.data.reduce((/** @type {number} */ sum, /** @type {number} */ value) => sum + value, 0);
      return `${label}: ${format.count(parsed)} (${format.percent((parsed / total) * 100)})`;
    },
  };
  return options;
}

/**
 * Days along the bottom; `tick` and `label` show a value of the axis and of the tooltip.
 * @param {Record<string, string>} colors
 * @param {{ legend?: boolean, stacked?: boolean, tick?: (value: number) => string, label?: (item: any) => string | string[], step?: number }} [options]
 */
export function dayOptions(colors, { legend = false, stacked = false, tick = format.count, label, step } = {}) {
  const options = common(colors);
  const ticks = { color: colors["text-soft"], maxRotation: 0, autoSkipPadding: 12 };
  options.interaction = { mode: "index", intersect: false };
  options.plugins.legend.display = legend;
  options.plugins.tooltip.callbacks = {
    title: (/** @type {any[]} */ [item]) => format.day(item.chart.days[item.dataIndex].date),
    label: label ?? ((/** @type {any} */ { dataset, parsed }) => `${dataset.label}: ${tick(parsed.y)}`),
  };
  options.scales = {
    x: { stacked, grid: { display: false }, border: { color: colors.line }, ticks },
    y: {
      stacked, beginAtZero: true, border: { display: false }, grid: { color: colors.line },
      ticks: { ...ticks, precision: 0, maxTicksLimit: 7, stepSize: step, callback: (/** @type {number} */ value) => tick(value) },
    },
  };
  return options;
}

/**
 * Categories; `label` shows a bar in the tooltip, `value` names what is counted.
 * @param {Record<string, string>} colors
 * @param {{ horizontal?: boolean, stacked?: boolean, legend?: boolean, label?: (item: any) => string, value?: string }} [options]
 */
export function barOptions(colors, { horizontal = false, stacked = false, legend = false, label, value } = {}) {
  const options = common(colors);
  const ticks = { color: colors["text-soft"], maxRotation: 0, autoSkipPadding: 8 };
  const [categories, values] = horizontal ? ["y", "x"] : ["x", "y"];
  options.indexAxis = categories;
  options.interaction = { mode: horizontal && stacked ? "nearest" : "index", intersect: false, axis: categories };
  options.plugins.legend.display = legend;
  options.plugins.tooltip.callbacks = { label: label ?? ((/** @type {any} */ { parsed }) => `${value}: ${format.count(parsed[values])}`) };
  options.scales = {
    [categories]: { stacked, grid: { display: false }, border: { color: colors.line }, ticks: { ...ticks, autoSkip: !horizontal } },
    [values]: {
      stacked, beginAtZero: true, border: { display: false }, grid: { color: colors.line },
      ticks: { ...ticks, precision: 0, maxTicksLimit: 6, callback: (/** @type {number} */ number) => format.count(number) },
    },
  };
  return options;
}

/** @param {Trend[]} days */
export const dayLabels = (days) => days.map((day) => format.shortDay(day.date));
