import { knownZone } from "../logic/zone.js";

/** Days are texts (YYYY-MM-DD) in the reporting zone, so that no browser zone can shift them. */

export const presets = ["today", "yesterday", "last_7_days", "last_30_days", "this_month", "last_month", "all_time"];
export const defaultPeriod = { preset: "this_month" };

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;
const monthPattern = /^\d{4}-(0[1-9]|1[0-2])$/;

export const isDay = (text) => dayPattern.test(text ?? "") && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
export const isMonth = (text) => monthPattern.test(text ?? "");

/** The day that it is now in a zone. */
export function dayIn(zone, now = new Date()) {
  return new Intl.DateTimeFormat("en-CA", { timeZone: knownZone(zone), year: "numeric", month: "2-digit", day: "2-digit" }).format(now);
}

export function addDays(day, count) {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

export const daysBetween = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

export function addMonths(month, count) {
  const [year, number] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 1 + count, 1)).toISOString().slice(0, 7);
}

export const firstOfMonth = (day) => `${day.slice(0, 7)}-01`;
export const lastOfMonth = (month) => addDays(`${addMonths(month, 1)}-01`, -1);

/** The month that a period is, or null when it is none. */
export function monthOf(period, today) {
  if (period.month) return period.month;
  if (period.preset === "this_month") return today.slice(0, 7);
  if (period.preset === "last_month") return addMonths(today.slice(0, 7), -1);
  return null;
}

/** What the API is asked for: {month}, {from, to} or, for all time, nothing. */
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

/** The first and last day of a period, or null for all time. */
export function periodDays(period, today) {
  const { month, from, to } = periodQuery(period, today);
  if (month) return { from: `${month}-01`, to: lastOfMonth(month) };
  return from ? { from, to } : null;
}
