/** @param {Trend} day */
const finished = (day) => day.success + day.failed + day.unknown;

/**
 * What the lead chart can show: `rate` as a line of sums over sums of seven days (part over whole, times `scale`; `least` so many, or
 * there is no point; `target` is the figure whose target it is measured by),
 * `parts` as bars from the baseline up: failures stand on it, so that they compare from day to day.
 * @typedef {{ field: string, of: (day: Trend) => number, role: string, filters: Filters }} MeasurePart
 * @typedef {{ id: string, rate: { part: (day: Trend) => number, whole: (day: Trend) => number, scale: number, least: number, unit: string,
 * fromZero: boolean, target?: string }, unit: string, parts: MeasurePart[] }} Measure
 */

/** Below so many there is no per cent in a chart. */
const leastOfRate = 10;

/** @type {Measure[]} */
export const measures = [
  {
    id: "conversations",
    rate: { part: (day) => day.success, whole: finished, scale: 100, least: leastOfRate, unit: "percent", fromZero: false,
      target: "conversion_rate" },
    unit: "count",
    parts: [
      { field: "failure", of: (day) => day.failed, role: "failure", filters: { status: "finished", outcome: "failure" } },
      { field: "unknown", of: (day) => day.unknown, role: "unknown", filters: { status: "finished", outcome: "unknown" } },
      { field: "success", of: (day) => day.success, role: "success", filters: { status: "finished", outcome: "success" } },
    ],
  },
  {
    id: "cost",
    rate: { part: (day) => day.cost ?? 0, whole: (day) => day.cost_known_count, scale: 1, least: 1, unit: "credits", fromZero: true,
      target: "avg_cost_per_session" },
    unit: "credits",
    parts: [{ field: "cost", of: (day) => day.cost ?? 0, role: "amount", filters: { cost_known: "true" } }],
  },
  {
    id: "time",
    rate: { part: (day) => day.duration_secs, whole: (day) => day.duration_count, scale: 1, least: 1, unit: "duration", fromZero: true },
    unit: "minutes",
    parts: [{ field: "minutes", of: (day) => day.duration_secs / 60, role: "amount", filters: { duration_min: "1" } }],
  },
  {
    id: "errors",
    rate: { part: (day) => day.errors, whole: finished, scale: 100, least: leastOfRate, unit: "percent", fromZero: true,
      target: "error_rate" },
    unit: "count",
    parts: [{ field: "errors", of: (day) => day.errors, role: "failure", filters: { error: "true" } }],
  },
];

/** @param {string} id */
export const measureOf = (id) => measures.find((one) => one.id === id) ?? measures[0];
