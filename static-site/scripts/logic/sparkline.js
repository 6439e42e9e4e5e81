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

/** @param {(day: Trend) => number} part @returns {(day: Trend) => number | null} */
const share = (part) => (day) => {
  const finished = day.success + day.failed + day.unknown;
  return finished ? part(day) / finished : null;
};

/** What a day says of a KPI, for those that the daily figures hold. @type {Record<string, (day: Trend) => number | null>} */
export const dailyValues = {
  conversion: share((day) => day.success),
  duration: (day) => day.avg_duration,
  transfers: share((day) => day.transfers),
  dropouts: share((day) => day.dropouts),
  cost: (day) => (day.cost !== null && day.total ? day.cost / day.total : null),
  errors: share((day) => day.errors),
  trends: (day) => day.total,
};
