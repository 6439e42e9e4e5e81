import { knownZone } from "../logic/zone.js";
import { language as current, t } from "./translate.js";

export const none = "–";

let zone = "UTC";

/** All times are shown in the reporting zone, whatever the browser's own is; in UTC when the browser is too old to know it. @param {string} name */
export function setZone(name) {
  zone = knownZone(name);
}

const formatters = new Map();

/** Dates and times in English are written as in Europe: the day first, and never 12 o'clock twice. @param {unknown} kind */
const locale = (kind) => (kind === Intl.DateTimeFormat && current() === "en" ? "en-GB" : current());

/**
 * @template T
 * @param {new (language: string, options: any) => T} kind
 * @param {object} options
 * @returns {T}
 */
function cached(kind, options) {
  const key = `${current()}|${kind.name}|${JSON.stringify(options)}`;
  if (!formatters.has(key)) formatters.set(key, new kind(locale(kind), options));
  return formatters.get(key);
}

/** @param {Intl.NumberFormatOptions} options @returns {(value: number | null | undefined) => string} */
const numeric = (options) => (value) =>
  value === null || value === undefined ? none : cached(Intl.NumberFormat, options).format(value);

export const count = numeric({ maximumFractionDigits: 0 });
export const decimal = numeric({ maximumFractionDigits: 2 });
export const usd = numeric({ style: "currency", currency: "USD", minimumFractionDigits: 2, maximumFractionDigits: 4 });

const ratio = numeric({ style: "percent", maximumFractionDigits: 2 });
/** @param {number | null | undefined} value */
export const percent = (value) => (value === null || value === undefined ? none : ratio(value / 100));
export const credits = numeric({ maximumFractionDigits: 1 });
/** Credits as they are shown, for the form of the word. @param {number} value */
export const shownCredits = (value) => Math.round(value * 10) / 10;

/** A time that may be parts of a second. @param {number | null | undefined} value */
export const seconds = (value) => (value === null || value === undefined ? none
  : cached(Intl.NumberFormat, { style: "unit", unit: "second", unitDisplay: "narrow", maximumFractionDigits: 2 }).format(value));

/** @param {number} value @param {string} unit */
const part = (value, unit) => cached(Intl.NumberFormat, { style: "unit", unit, unitDisplay: "narrow", maximumFractionDigits: 1 }).format(value);

/** 45 s, 3 min 20 s, 1 h 5 min, in the language's own short units. @param {number | null | undefined} seconds */
export function duration(seconds) {
  if (seconds === null || seconds === undefined) return none;
  // As it is shown, with one decimal: a moment less than a minute is a minute.
  if (Math.round(seconds * 10) < 600) return part(seconds, "second");
  const whole = Math.round(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  if (hours) return `${part(hours, "hour")} ${part(minutes, "minute")}`;
  return rest ? `${part(minutes, "minute")} ${part(rest, "second")}` : part(minutes, "minute");
}

/** Position in a call: 3:07. @param {number} seconds */
export const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;

/** @param {number | null | undefined} value */
export function bytes(value) {
  if (value === null || value === undefined) return none;
  const units = ["byte", "kilobyte", "megabyte", "gigabyte"];
  const step = value < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(value) / 3));
  return cached(Intl.NumberFormat, { style: "unit", unit: units[step], unitDisplay: "short", maximumFractionDigits: 1 }).format(value / 1000 ** step);
}

/** @param {Intl.DateTimeFormatOptions} options @returns {(iso: string | null | undefined) => string} */
const instant = (options) => (iso) =>
  iso ? cached(Intl.DateTimeFormat, { ...options, timeZone: zone }).format(new Date(iso)) : none;

export const dateTime = instant({ dateStyle: "medium", timeStyle: "short" });
/** In columns: Polish dates in figures, English ones with the month as a word, for figures mean two things in English. @param {string | null | undefined} iso */
export const shortDateTime = (iso) => (current() === "pl" ? dateInFigures(iso) : dateTime(iso));
const dateInFigures = instant({ day: "2-digit", month: "2-digit", year: "numeric", hour: "2-digit", minute: "2-digit" });

/** @param {Intl.DateTimeFormatOptions} options @returns {(day: string | null | undefined) => string} */
const calendar = (options) => (day) =>
  day ? cached(Intl.DateTimeFormat, { ...options, timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`)) : none;

export const day = calendar({ dateStyle: "medium" });
export const shortDay = calendar({ day: "numeric", month: "short" });
const longMonth = calendar({ month: "long", year: "numeric" });
/** @param {string} text */
export const month = (text) => longMonth(`${text}-01`);

/** 1 is Monday; 2024-01-01 was one. @param {number} number @param {"short" | "long"} [width] */
export const weekday = (number, width = "short") => calendar({ weekday: width })(`2024-01-0${number}`);

/** An hour of the day, 0–23, as people write it. @param {number} hour */
export const hourRange = (hour) => `${hour}:00–${hour + 1}:00`;

/** @param {string} from @param {string} to */
export const range = (from, to) => (from === to ? day(from) : `${day(from)} – ${day(to)}`);

/** The name of a language, or the code as it came: the vendor may send something that is no language code. @param {string | null | undefined} code */
export function language(code) {
  if (!code) return none;
  try {
    return cached(Intl.DisplayNames, { type: "language" }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** @type {Record<string, (value: number | null | undefined) => string>} */
const units = { percent, duration, credits, usd, decimal, rating: decimal, count };

/** One figure with the unit of its KPI. @param {number | null | undefined} value @param {string} unit */
export function figure(value, unit) {
  return units[unit](value);
}

/** A change with its sign: +2.1 pp or −8 %. @param {{ change: number, points: boolean }} delta */
export function change({ change: value, points }) {
  const text = cached(Intl.NumberFormat, { maximumFractionDigits: 1, signDisplay: "exceptZero" }).format(value);
  return t(points ? "units.points" : "units.percentChange", { value: text });
}
