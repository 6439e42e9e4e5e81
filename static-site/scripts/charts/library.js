let loading = null;

/** Chart.js, restored by the build; fetched once, when the first chart is wanted. A failure is tried again the next time. */
export function loadChartLibrary() {
  loading ??= import("../../vendor/chart.js").then(({ Chart }) => Chart);
  loading.catch(() => { loading = null; });
  return loading;
}
