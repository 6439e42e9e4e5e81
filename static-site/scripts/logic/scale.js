const steps = [1, 2, 2.5, 5, 10];
const timeSteps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200];

/**
 * Three or four round values that hold all of what is drawn.
 * @param {Array<number | null>} values @param {{ fromZero?: boolean, most?: number, whole?: boolean, time?: boolean }} [options] `most` is
 * the highest that can be.
 * @returns {{ min: number, max: number, step: number }}
 */
export function roundScale(values, { fromZero = true, most = Infinity, whole = false, time = false } = {}) {
  const known = values.filter((value) => value !== null);
  if (!known.length && most < Infinity) return { min: 0, max: most, step: most / 2 };
  const high = known.length ? Math.max(...known) : 0;
  const low = fromZero || !known.length ? 0 : Math.min(...known);
  // A share is labelled in whole per cents, which must differ.
  const least = most === 100 ? 1 : 0;
  const step = Math.max(least, stepOf(high - low || Math.abs(high) || 1, { whole, time }));
  const min = Math.max(fromZero ? 0 : Math.floor(low / step) * step, 0);
  const max = Math.min(Math.max(Math.ceil(tidy(high / step)) * step, min + step), most);
  return max - min < step && min > 0 ? { min: tidy(min - step), max: tidy(max), step } : { min: tidy(min), max: tidy(max), step };
}

/** @param {number} span @param {{ whole: boolean, time: boolean }} kind */
function stepOf(span, { whole, time }) {
  const rough = span / 3;
  if (time) return timeSteps.find((step) => step >= rough) ?? Math.ceil(rough / 3600) * 3600;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = tidy((steps.find((one) => one * power >= rough * 0.999) ?? 10) * power);
  return whole ? Math.max(1, Math.ceil(step)) : step;
}

/** Without the noise of floating numbers. @param {number} value */
const tidy = (value) => Number(value.toPrecision(12));
