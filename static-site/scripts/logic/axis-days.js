const stepsOfDays = [2, 5, 7, 10, 14, 28];

/**
 * Which points of a time axis bear a label: at most `most`, on round days of the month where they go by fives; of weeks, where a month
 * begins.
 * @param {Array<{ from: string, to: string }>} points @param {{ most: number, weeks: boolean }} axis
 * @returns {number[]} Indices.
 */
export function axisDays(points, { most, weeks }) {
  if (weeks)
    return thinned(points.flatMap(({ from, to }, index) =>
      (dayOf(from) === 1 || from.slice(0, 7) !== to.slice(0, 7) || index === 0 ? [index] : [])), most);
  if (points.length <= most) return points.map((_, index) => index);
  const step = stepsOfDays.find((one) => points.length / one <= most) ?? 28;
  if (step % 5) return points.flatMap((_, index) => (index % step ? [] : [index]));
  const round = points.flatMap(({ from }, index) => (dayOf(from) % step === 0 ? [index] : []));
  return [0, ...round.filter((index, at) => index > step / 2 && (at === 0 || index - round[at - 1] >= step))];
}

/** @param {number[]} indices @param {number} most */
function thinned(indices, most) {
  const every = Math.ceil(indices.length / most);
  return indices.filter((_, at) => at % every === 0);
}

/** @param {string} day */
const dayOf = (day) => Number(day.slice(8));
