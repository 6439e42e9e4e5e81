/** @typedef {typeof import("../../vendor/chart.js").Chart} ChartLibrary */

/** @type {Promise<ChartLibrary> | null} */
let loading = null;

/** Chart.js, restored by the build; fetched once, when the first chart is wanted. A failure is tried again the next time. */
export function loadChartLibrary() {
  loading ??= import("../../vendor/chart.js").then(({ Chart }) => Chart).catch((error) => {
    loading = null;
    throw error;
  });
  return loading;
}
