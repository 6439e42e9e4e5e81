/**
 * A rate over time: of each day the sums of the seven days that end with it, part over whole; null as long as fewer than three days are
 * in, or fewer than `least` were counted. Never a mean of daily rates, which would give a day of two conversations the weight of one of
 * two hundred.
 * @template T
 * @param {T[]} days In order, without gaps.
 * @param {(day: T) => number} part
 * @param {(day: T) => number} whole
 * @param {number} [least]
 * @returns {Array<number | null>}
 */
export function rollingRate(days, part, whole, least = 1) {
  return days.map((_, last) => {
    const window = days.slice(Math.max(0, last - windowDays + 1), last + 1);
    const sum = window.reduce((all, day) => all + whole(day), 0);
    return window.length < leastDays || sum < least ? null : window.reduce((all, day) => all + part(day), 0) / sum;
  });
}

const windowDays = 7;
const leastDays = 3;
