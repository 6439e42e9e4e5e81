import { addDays, daysBetween } from "../state/period.js";
import { ghostShift } from "./ghost.js";
import { rollingRate } from "./rolling.js";

/** More bars than this are no longer told apart: they become weeks. */
const mostDays = 120;

/**
 * @typedef {{ from: string, to: string, parts: number[] | null, rate: number | null,
 *   ghost: { from: string, to: string, total: number, rate: number | null } | null }} LeadPoint
 * `parts` is null for what is still to come; the ghost is what stood there in the period before.
 * @typedef {{ points: LeadPoint[], weeks: boolean, shift: number | null, weekdays: boolean }} LeadPoints
 */

/**
 * The days (of a long period, the weeks) of the lead chart.
 * @param {Pick<Api.KpiReport, "daily_trends" | "previous_trends" | "comparison">} report @param {import("./measures.js").Measure} measure
 * @param {string} today
 * @returns {LeadPoints}
 */
export function leadPoints({ daily_trends: days, previous_trends: before, comparison }, measure, today) {
  const weeks = days.length > mostDays;
  const past = days.filter(({ date }) => date <= today);
  const rates = ratesByDay(past, measure);
  const ghost = comparison && before?.length
    ? { ...ghostShift(days[0]?.date ?? comparison.from, comparison.previous_from, days.length), trends: before }
    : null;
  const ghostRates = ghost ? ratesByDay(ghost.trends, measure) : new Map();
  const ghostDays = new Map((ghost?.trends ?? []).map((day) => [day.date, day]));

  /** @param {Trend[]} bucket @returns {LeadPoint} */
  function point(bucket) {
    const [from, to] = [bucket[0].date, bucket[bucket.length - 1].date];
    const arrived = bucket.filter(({ date }) => date <= today);
    return {
      from, to,
      parts: arrived.length ? measure.parts.map(({ of }) => sum(arrived, of)) : null,
      rate: arrived.length ? rates.get(arrived[arrived.length - 1].date) ?? null : null,
      ghost: ghost && ghostOf(addDays(from, -ghost.shift), addDays(to, -ghost.shift)),
    };
  }

  /** @param {string} from @param {string} to */
  function ghostOf(from, to) {
    const found = Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => ghostDays.get(addDays(from, index)))
      .filter((day) => day !== undefined);
    // A week that the period before holds in part only would look like a fall.
    if (found.length <= daysBetween(from, to)) return null;
    return { from, to, total: measure.parts.reduce((all, { of }) => all + sum(found, of), 0), rate: ghostRates.get(to) ?? null };
  }

  return { points: buckets(days, weeks).map(point), weeks, shift: ghost && ghost.shift, weekdays: Boolean(ghost?.weekdays) };
}

/** @param {Trend[]} days @param {import("./measures.js").Measure} measure @returns {Map<string, number | null>} */
function ratesByDay(days, { rate }) {
  const rates = rollingRate(days, rate.part, rate.whole, rate.least);
  return new Map(days.map(({ date }, index) => {
    const value = rates[index];
    return [date, value === null ? null : value * rate.scale];
  }));
}

/** @param {Trend[]} days @param {boolean} weeks @returns {Trend[][]} */
function buckets(days, weeks) {
  if (!weeks) return days.map((day) => [day]);
  /** @type {Trend[][]} */
  const all = [];
  for (const day of days) {
    if (!all.length || isMonday(day.date)) all.push([]);
    all[all.length - 1].push(day);
  }
  return all;
}

/** @param {string} day */
const isMonday = (day) => new Date(`${day}T00:00:00Z`).getUTCDay() === 1;

/** @param {Trend[]} days @param {(day: Trend) => number} of */
const sum = (days, of) => days.reduce((total, day) => total + of(day), 0);
