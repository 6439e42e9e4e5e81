import { knownZone } from "../logic/zone.js";

/** Days are texts (YYYY-MM-DD) in the reporting zone, so that no browser zone can shift them. */

export const presets = ["today", "yesterday", "last_7_days", "last_30_days", "this_month", "last_month", "all_time"];
export const defaultPeriod = { preset: "this_month" };

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;
const monthPattern = /^\d{4}-(0[1-9]|1[0-2])$/;

/** @param {string | null | undefined} text @returns {text is string} */
export const isDay = (text) => dayPattern.test(text ?? "") && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
/** @param {string | null | undefined} text @returns {text is string} */
export const isMonth = (text) => monthPattern.test(text ?? "");

/**
 * By zone: a formatter costs over a millisecond to make, and each row of a list asks for today.
 * @type {Map<string, Intl.DateTimeFormat>}
 */
const dayFormats = new Map();

/** The day that it is now in a zone. @param {string} zone @param {Date} [now] */
export function dayIn(zone, now = new Date()) {
  let format = dayFormats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-CA", { timeZone: knownZone(zone), year: "numeric", month: "2-digit", day: "2-digit" });
    dayFormats.set(zone, format);
  }
  return format.format(now);
}

/** @param {string} day @param {number} count */
export function addDays(day, count) {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

/** @param {string} from @param {string} to */
export const daysBetween = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** @param {string} month @param {number} count */
export function addMonths(month, count) {
  const [year, number] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 1 + count, 1)).toISOString().slice(0, 7);
}

/** @param {string} day */
export const firstOfMonth = (day) => `${day.slice(0, 7)}-01`;
/** @param {string} month */
export const lastOfMonth = (month) => addDays(`${addMonths(month, 1)}-01`, -1);

/** The month that a period is, or null when it is none. @param {Period} period @param {string} today */
export function monthOf(period, today) {
  if (period.month) return period.month;
  if (period.preset === "this_month") return today.slice(0, 7);
  if (period.preset === "last_month") return addMonths(today.slice(0, 7), -1);
  return null;
}

/**
 * What the API is asked for: {month}, {from, to} or, for all time, nothing.
 * @param {Period} period @param {string} today @returns {{ month?: string, from?: string, to?: string }}
 */
export function periodQuery(period, today) {
  const month = monthOf(period, today);
  if (month) return { month };
  switch (period.preset) {
    case "today": return { from: today, to: today };
    case "yesterday": return { from: addDays(today, -1), to: addDays(today, -1) };
    case "last_7_days": return { from: addDays(today, -6), to: today };
    case "last_30_days": return { from: addDays(today, -29), to: today };
    case "all_time": return {};
    default: return { from: period.from, to: period.to };
  }
}

/** The first and last day of a period, or null for all time. @param {Period} period @param {string} today */
export function periodDays(period, today) {
  const { month, from, to } = periodQuery(period, today);
  if (month) return { from: `${month}-01`, to: lastOfMonth(month) };
  return from && to ? { from, to } : null;
}

/**
 * A longer period that ends today, the shortest there is; null when this one holds everything or has not begun.
 * @param {Period} period @param {string} today @returns {Period | null}
 */
export function longerPeriod(period, today) {
  const days = periodDays(period, today);
  if (!days || days.from > today) return null;
  const length = daysBetween(days.from, days.to < today ? days.to : today) + 1;
  const isLonger = (/** @type {string} */ preset) => {
    const { from } = /** @type {{ from: string }} */ (periodDays({ preset }, today));
    return daysBetween(from, today) + 1 > length;
  };
  return { preset: ["this_month", "last_30_days"].find(isLonger) ?? "all_time" };
}
