import { readNumber } from "./number-text.js";

/**
 * What a month's chart shows: known days added up to the data's end, and from there the forecast with its range. Amounts are the owner's,
 * or dollars where there is no rate.
 * @param {Api.MoneyReport["days"]} days
 */
export function cumulated(days) {
  let sum = 0;
  let isKnown = false;
  const last = days.findLastIndex((day) => day.state !== "to_come");
  return days.map((day, index) => {
    const spent = valueOf(day.spent);
    if (spent !== null) {
      sum += spent;
      isKnown = true;
    }
    return {
      day: day.date,
      ofDay: spent,
      sum: index <= last && isKnown ? Math.round(sum * 1e6) / 1e6 : null,
      expected: valueOf(day.expected),
      low: valueOf(day.low),
      high: valueOf(day.high),
    };
  });
}

/** The owner's money, or the dollars where no rate is known. @param {Api.MoneyReport["total"]["spent"] | undefined} amount */
export const valueOf = (amount) => (amount ? amount.own ?? amount.usd : null);

/** Which sentence tells the month. @param {Api.MoneyReport} report */
export function leadOf({ total: { spent, forecast, budget } }) {
  if (forecast.state === "not_begun") return "notBegun";
  if (!spent) return "unknown";
  if (forecast.state === "finished") return typeof budget?.used_percent === "number" ? "finishedBudget" : "finished";
  if (!forecast.expected) return "spent";
  if (budget?.state === "over") return "over";
  return typeof budget?.expected_percent === "number" ? "forecastBudget" : "forecast";
}

/**
 * Rates as people write them, one a line: a month, and what a dollar costs.
 * @param {string} text @returns {{ rates: Array<{ month: string, rate: number }>, wrong: number | null }} The wrong line, from 1.
 */
export function readRates(text) {
  const rates = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (!line.trim()) continue;
    const [, month, number] = /^\s*(\d{4}-\d{2})[\s:;=]+(.+)$/.exec(line) ?? [];
    const rate = number ? readNumber(number) : null;
    if (!month || rate === null || rate <= 0) return { rates: [], wrong: index + 1 };
    rates.push({ month, rate });
  }
  return { rates, wrong: null };
}

/** @param {Array<{ month: string, rate: number }>} rates @param {string} point */
export const writeRates = (rates, point) => rates.map(({ month, rate }) => `${month} ${String(rate).replace(".", point)}`).join("\n");

/** Months to pick from: the running one and those before it, down to the oldest that is known, a year at most. @param {string} running
 * @param {string | undefined} oldest @param {string} picked */
export function monthsToPick(running, oldest, picked) {
  const months = [];
  for (let month = running; months.length < 24 && (month >= (oldest ?? running) || !months.length); month = before(month))
    months.push(month);
  return months.includes(picked) ? months : [...months, picked].sort().reverse();
}

/** @param {string} month */
export function before(month) {
  const [year, number] = month.split("-").map(Number);
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, "0")}`;
}
