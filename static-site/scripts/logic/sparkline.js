import { rollingRate } from "./rolling.js";

/**
 * The points of a small line in a box of width × height, one per day; days without a value leave a gap.
 * Returns an array of pieces, each a text for a polyline; none when fewer than two days have a value.
 * @param {Array<number | null>} values @param {number} width @param {number} height
 */
export function sparkline(values, width, height) {
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return [];
  const [low, high] = [Math.min(...known), Math.max(...known)];
  /** @param {number} value @param {number} index */
  const place = (value, index) => {
    const x = (index / (values.length - 1)) * width;
    const y = high === low ? height / 2 : height - ((value - low) / (high - low)) * height;
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  };
  /** @type {string[]} */
  let piece = [];
  const pieces = [piece];
  values.forEach((value, index) => {
    if (value === null) pieces.push(piece = []);
    else piece.push(place(value, index));
  });
  // A day alone is drawn as a short dash, or it would not be seen at all.
  return pieces.filter((one) => one.length).map((one) => (one.length > 1 ? one : [one[0], one[0]]).join(" "));
}

/** @param {Trend} day */
const finished = (day) => day.success + day.failed + day.unknown;
/** @param {(day: Trend) => number} part @returns {(days: Trend[]) => Array<number | null>} */
const share = (part) => (days) => rollingRate(days, part, finished);

/**
 * How a figure went, for those that the daily figures hold; rates and means as sums over sums of seven days.
 * @type {Record<string, (days: Trend[]) => Array<number | null>>}
 */
export const dailyValues = {
  transfers: share((day) => day.transfers),
  dropouts: share((day) => day.dropouts),
  connections: share((day) => day.done),
  errors: share((day) => day.errors),
  duration: (days) => rollingRate(days, (day) => day.duration_secs, (day) => day.duration_count),
  cost: (days) => rollingRate(days, (day) => day.cost ?? 0, (day) => day.cost_known_count),
  costTotal: (days) => days.map((day) => day.cost_usd),
  trends: (days) => days.map((day) => day.total),
};

/**
 * The same for what the breakdowns hold, over the same days.
 * @type {Record<string, (breakdowns: Api.Breakdowns, days: Trend[]) => Array<number | null>>}
 */
export const brokenDownValues = {
  scoring: ({ criteria_daily: all }, days) =>
    rollingRate(sumsOf(days, all, ({ pass, fail }) => [pass, pass + fail]), ([part]) => part, ([, whole]) => whole),
  rating: ({ ratings_daily: all }, days) =>
    rollingRate(sumsOf(days, all, ({ sum, count }) => [sum, count]), ([part]) => part, ([, whole]) => whole),
};

/**
 * @template {{ date: string }} T
 * @param {Trend[]} days @param {T[]} all @param {(one: T) => [number, number]} of
 */
function sumsOf(days, all, of) {
  /** @type {Map<string, [number, number]>} */
  const sums = new Map(days.map(({ date }) => [date, [0, 0]]));
  for (const one of all) {
    const sum = sums.get(one.date);
    if (!sum) continue;
    const [part, whole] = of(one);
    sum[0] += part;
    sum[1] += whole;
  }
  return [...sums.values()];
}
