import { knownZone } from "../logic/zone.js";
import { language as current, t } from "./translate.js";

export const none = "–";

let zone = "UTC";

/** All times are shown in the reporting zone, whatever the browser's own is; in UTC when the browser is too old to know it. */
export function setZone(name) {
  zone = knownZone(name);
}

const formatters = new Map();

function cached(kind, options) {
  const key = `${current()}|${kind.name}|${JSON.stringify(options)}`;
  if (!formatters.has(key)) formatters.set(key, new kind(current(), options));
  return formatters.get(key);
}

const numeric = (options) => (value) =>
  value === null || value === undefined ? none : cached(Intl.NumberFormat, options).format(value);

export const count = numeric({ maximumFractionDigits: 0 });
export const decimal = numeric({ maximumFractionDigits: 2 });
export const usd = numeric({ style: "currency", currency: "USD", minimumFractionDigits: 2, maximumFractionDigits: 4 });

const ratio = numeric({ style: "percent", maximumFractionDigits: 2 });
export const percent = (value) => (value === null || value === undefined ? none : ratio(value / 100));
export const credits = numeric({ maximumFractionDigits: 1 });
/** Credits as they are shown, for the form of the word. */
export const shownCredits = (value) => Math.round(value * 10) / 10;

/** A time that may be parts of a second. */
export const seconds = (value) => (value === null || value === undefined ? none
  : cached(Intl.NumberFormat, { style: "unit", unit: "second", unitDisplay: "narrow", maximumFractionDigits: 2 }).format(value));

const part = (value, unit) => cached(Intl.NumberFormat, { style: "unit", unit, unitDisplay: "narrow", maximumFractionDigits: 1 }).format(value);

/** 45 s, 3 min 20 s, 1 h 5 min, in the language's own short units. */
export function duration(seconds) {
  if (seconds === null || seconds === undefined) return none;
  if (seconds < 60) return part(seconds, "second");
  const whole = Math.round(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  if (hours) return `${part(hours, "hour")} ${part(minutes, "minute")}`;
  return rest ? `${part(minutes, "minute")} ${part(rest, "second")}` : part(minutes, "minute");
}

/** Position in a call: 3:07. */
export const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;

export function bytes(value) {
  if (value === null || value === undefined) return none;
  const units = ["byte", "kilobyte", "megabyte", "gigabyte"];
  const step = value < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(value) / 3));
  return cached(Intl.NumberFormat, { style: "unit", unit: units[step], unitDisplay: "short", maximumFractionDigits: 1 }).format(value / 1000 ** step);
}

const instant = (options) => (iso) =>
  iso ? cached(Intl.DateTimeFormat, { ...options, timeZone: zone }).format(new Date(iso)) : none;

export const dateTime = instant({ dateStyle: "medium", timeStyle: "short" });
export const shortDateTime = instant({ day: "2-digit", month: "2-digit", year: "numeric", hour: "2-digit", minute: "2-digit" });

const calendar = (options) => (day) =>
  day ? cached(Intl.DateTimeFormat, { ...options, timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`)) : none;

export const day = calendar({ dateStyle: "medium" });
export const shortDay = calendar({ day: "numeric", month: "short" });
const longMonth = calendar({ month: "long", year: "numeric" });
export const month = (text) => longMonth(`${text}-01`);

/** 1 is Monday; 2024-01-01 was one. */
export const weekday = (number, width = "short") => calendar({ weekday: width })(`2024-01-0${number}`);

/** An hour of the day, 0–23, as people write it. */
export const hourRange = (hour) => `${hour}:00–${hour + 1}:00`;

export const range = (from, to) => (from === to ? day(from) : `${day(from)} – ${day(to)}`);

/** The name of a language, or the code as it came: the vendor may send something that is no language code. */
export function language(code) {
  if (!code) return none;
  try {
    return cached(Intl.DisplayNames, { type: "language" }).of(code);
  } catch {
    return code;
  }
}

/** One figure with the unit of its KPI. */
export function figure(value, unit) {
  const format = { percent, duration, credits, usd, decimal, rating: decimal, count }[unit];
  return format(value);
}

/** A change with its sign: +2.1 pp or −8 %. */
export function change({ change: value, points }) {
  const text = cached(Intl.NumberFormat, { maximumFractionDigits: 1, signDisplay: "exceptZero" }).format(value);
  return t(points ? "units.points" : "units.percentChange", { value: text });
}
