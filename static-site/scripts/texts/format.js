import { knownZone } from "../logic/zone.js";
import { language as current, t } from "./translate.js";

export const none = "–";

let zone = "UTC";

/**
 * All times are shown in the reporting zone, whatever the browser's own is; in UTC when the browser is too old to know it.
 * @param {string} name
 */
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

/**
 * Thousands are always grouped, and a minus is one.
 * @param {Intl.NumberFormatOptions} options @returns {(value: number | null | undefined) => string}
 */
const numeric = (options) => (value) =>
  value === null || value === undefined
    ? none
    : cached(Intl.NumberFormat, { useGrouping: true, ...options }).format(value).replace("-", "\u2212");

/** @param {number} digits */
const exactly = (digits) => ({ minimumFractionDigits: digits, maximumFractionDigits: digits });

export const count = numeric({ maximumFractionDigits: 0 });
export const decimal = numeric({ maximumFractionDigits: 2 });
/** Means of counts, and ratings: one precision for each, whatever the value. */
const tenths = numeric(exactly(1));
const hundredths = numeric(exactly(2));
/** An amount whose currency stands in the title of its row. */
const thousandths = numeric(exactly(3));
/** A total, and an amount per conversation or minute. */
export const usd = numeric({ style: "currency", currency: "USD", ...exactly(2) });
export const usdEach = numeric({ style: "currency", currency: "USD", ...exactly(3) });

/** An amount in a currency, with its decimals. @param {number | null | undefined} value @param {string} currency */
export const money = (value, currency) => numeric({ style: "currency", currency })(value);
/** What one of something costs. @param {number | null | undefined} value @param {string} currency */
export const moneyEach = (value, currency) => numeric({ style: "currency", currency, ...exactly(3) })(value);
/** On an axis. @param {number} value @param {string} currency */
export const moneyRound = (value, currency) =>
  numeric({ style: "currency", currency, minimumFractionDigits: 0, maximumFractionDigits: 2 })(value);
/** What one of a currency costs in another. */
export const rate = numeric({ minimumFractionDigits: 2, maximumFractionDigits: 8 });
/** @param {string} code */
export const currencyName = (code) => `${code} · ${cached(Intl.DisplayNames, { type: "currency" }).of(code) ?? code}`;

const ratio = numeric({ style: "percent", ...exactly(1) });
const exactRatio = numeric({ style: "percent", ...exactly(2) });
const wholeRatio = numeric({ style: "percent", maximumFractionDigits: 0 });
/** @param {(value: number) => string} show @returns {(value: number | null | undefined) => string} */
const ofHundred = (show) => (value) => (value === null || value === undefined ? none : show(value / 100));
/** One decimal; a rate is rounded once, so it is to come from its counts, not from a rounded rate. */
export const percent = ofHundred(ratio);
/** As the API and the files give it. */
export const exactPercent = ofHundred(exactRatio);
export const wholePercent = ofHundred(wholeRatio);
/** As somebody typed it. */
export const fewPercent = ofHundred(numeric({ style: "percent", maximumFractionDigits: 2 }));
export const usdFew = numeric({ style: "currency", currency: "USD", minimumFractionDigits: 2, maximumFractionDigits: 6 });
const fewCredits = numeric({ maximumFractionDigits: 1 });
/** Parts of a credit say something only of few. @param {number | null | undefined} value */
export const credits = (value) => (typeof value === "number" && Math.abs(value) >= 100 ? count(value) : fewCredits(value));
/** Credits as they are shown, for the form of the word. @param {number} value */
export const shownCredits = (value) => (Math.abs(value) >= 100 ? Math.round(value) : Math.round(value * 10) / 10);

/**
 * Credits in a column, all with the same decimals: those that the largest needs.
 * @param {Array<number | null>} values @returns {(value: number | null) => string}
 */
export const creditsColumn = (values) => (values.some((value) => value !== null && Math.abs(value) >= 100) ? count : tenths);

/** A time that may be parts of a second. @param {number | null | undefined} value */
export const seconds = (value) => (value === null || value === undefined ? none : withUnit(value, "second", 2));

/** A number and its unit stay on one line. @param {number} value @param {string} unit @param {number} decimals */
const withUnit = (value, unit, decimals) =>
  cached(Intl.NumberFormat, { style: "unit", unit, unitDisplay: "narrow", maximumFractionDigits: decimals }).format(value)
    .replace(" ", "\u00a0");

/** Parts of a second say something only of few seconds. @param {number} value @param {string} unit */
const part = (value, unit) => (unit === "hour" && current() === "pl" ? `${count(value)}\u00a0godz.`
  : withUnit(value, unit, unit === "second" && value < 10 ? 1 : 0));

/** 45 s, 3 min 20 s, 1 godz. 5 min, in the language's own short units. @param {number | null | undefined} seconds */
export function duration(seconds) {
  if (seconds === null || seconds === undefined) return none;
  // As it is shown: a moment less than a minute is a minute.
  if (Math.round(seconds) < 60) return part(seconds < 9.95 ? seconds : Math.round(seconds), "second");
  const whole = Math.round(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  if (hours) return `${part(hours, "hour")} ${part(minutes, "minute")}`;
  return rest ? `${part(minutes, "minute")} ${part(rest, "second")}` : part(minutes, "minute");
}

/** A wait: to the hundredth of a second under a minute, for there it tells something. @param {number} value */
export const wait = (value) => (value < 59.995 ? seconds(value) : duration(value));

/** An estimate, which is not told to the second. @param {number} seconds */
export const roughDuration = (seconds) => duration(seconds < 60 ? Math.ceil(seconds / 10) * 10 : Math.ceil(seconds / 60) * 60);

/** Position in a call: 3:07. @param {number} seconds */
export const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;

/** @param {number | null | undefined} value */
export function bytes(value) {
  if (value === null || value === undefined) return none;
  const units = ["byte", "kilobyte", "megabyte", "gigabyte"];
  const step = value < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(value) / 3));
  return cached(Intl.NumberFormat, { style: "unit", unit: units[step], unitDisplay: "short", maximumFractionDigits: 1 })
    .format(value / 1000 ** step);
}

/** @param {Intl.DateTimeFormatOptions} options @returns {(iso: string | null | undefined) => string} */
const instant = (options) => (iso) =>
  iso ? cached(Intl.DateTimeFormat, { ...options, timeZone: zone }).format(new Date(iso)) : none;

/**
 * Polish dates in figures, English ones with the month as a word, for figures mean two things in English.
 * @param {string | null | undefined} iso
 */
export const dateTime = (iso) => (current() === "pl" ? dateInFigures(iso) : dateWithName(iso));
const dateInFigures = instant({ day: "2-digit", month: "2-digit", year: "numeric", hour: "2-digit", minute: "2-digit" });
const dateWithName = instant({ dateStyle: "medium", timeStyle: "short" });
/** In a narrow column, where the year goes without saying. @param {string | null | undefined} iso */
export const shortDateTime = (iso) => (current() === "pl" ? shortInFigures(iso) : shortWithName(iso));
const shortInFigures = instant({ day: "2-digit", month: "2-digit", hour: "2-digit", minute: "2-digit" });
const shortWithName = instant({ day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
/** The time that it is now in a zone; null where the browser does not know the zone. @param {string} name */
export function nowIn(name) {
  const options = { year: "numeric", month: current() === "pl" ? "2-digit" : "short", day: "2-digit", hour: "2-digit", minute: "2-digit" };
  try {
    return new Intl.DateTimeFormat(locale(Intl.DateTimeFormat), { .../** @type {Intl.DateTimeFormatOptions} */ (options), timeZone: name })
      .format(new Date());
  } catch {
    return null;
  }
}

export const time = instant({ hour: "2-digit", minute: "2-digit" });
/** For a line that is passed on to somebody who looks into a log. @param {string} iso */
export const timeToTheSecond = instant({ hour: "2-digit", minute: "2-digit", second: "2-digit" });

/** @param {Intl.DateTimeFormatOptions} options @returns {(day: string | null | undefined) => string} */
const calendar = (options) => (day) =>
  day ? cached(Intl.DateTimeFormat, { ...options, timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`)) : none;

/** @param {string | null | undefined} text */
export const day = (text) => (current() === "pl" ? dayInFigures(text) : dayWithName(text));
const dayInFigures = calendar({ day: "2-digit", month: "2-digit", year: "numeric" });
const dayWithName = calendar({ dateStyle: "medium" });
/** In columns and on axes, where the year goes without saying. @param {string | null | undefined} text */
export const shortDay = (text) => (current() === "pl" ? shortDayInFigures(text) : shortDayWithName(text));
const shortDayInFigures = calendar({ day: "2-digit", month: "2-digit" });
const shortDayWithName = calendar({ day: "numeric", month: "short" });
const longMonth = calendar({ month: "long", year: "numeric" });
const monthAlone = calendar({ month: "long" });
const dayOfMonth = calendar({ day: "numeric", month: "long" });
const dayOfYear = calendar({ day: "numeric", month: "long", year: "numeric" });
/** As it is spoken: 25 listopada 2026. @param {string} text */
export const spokenDay = (text) => dayOfYear(text);
/** @param {string} text */
export const month = (text) => longMonth(`${text}-01`);

const weekdayWithDay = calendar({ weekday: "long", day: "numeric", month: "long" });
const axisDayNarrow = calendar({ day: "numeric", month: "short" });
/** On an axis: with the month, in words. @param {string} day */
export const axisDayLong = (day) => dayOfMonth(day);
/** @param {string} day */
export const axisDay = (day) => axisDayNarrow(day);
/** środa, 25 listopada @param {string} day */
export const weekdayAndDay = (day) => weekdayWithDay(day);

/** The month alone, as a name; with its year where that is not this one. @param {string} text @param {string} today */
export const monthName = (text, today) => (text.slice(0, 4) === today.slice(0, 4) ? monthAlone : longMonth)(`${text}-01`);

/**
 * A month behind a preposition: od czerwca, since June; with its year where that is not this one.
 * @param {string} text A day. @param {string} today
 */
export function monthInPhrase(text, today) {
  const formatter = cached(Intl.DateTimeFormat, { day: "numeric", month: "long", timeZone: "UTC" });
  const name = formatter.formatToParts(new Date(`${text}T00:00:00Z`)).find(({ type }) => type === "month")?.value ?? "";
  return text.slice(0, 4) === today.slice(0, 4) ? name : `${name} ${text.slice(0, 4)}`;
}

/**
 * Days in words: 1–25 listopada, 29 września – 5 października; with the year where that is not this one.
 * @param {string} from @param {string} to @param {string} today
 */
export function days(from, to, today) {
  const named = [from, to].every((one) => one.slice(0, 4) === today.slice(0, 4)) ? dayOfMonth : dayOfYear;
  // The number of a day stays with its month.
  const write = (/** @type {string} */ one) => named(one).replace(/^(\d+) /, "$1\u00a0");
  if (from === to) return write(to);
  return from.slice(0, 7) === to.slice(0, 7) ? `${Number(from.slice(8))}–${write(to)}` : `${write(from)} – ${write(to)}`;
}

/** "one, two or three". @param {string[]} names */
export const eitherOf = (names) => cached(Intl.ListFormat, { type: "disjunction" }).format(names);
/** "one or two" after a "not". @param {string[]} names */
export const neitherOf = (names) => names.join(t("filters.nor"));
/** "one, two and three". @param {string[]} names */
export const list = (names) => cached(Intl.ListFormat, { type: "conjunction" }).format(names);

/** 1 is Monday; 2024-01-01 was one. @param {number} number @param {"short" | "long"} [width] */
export const weekday = (number, width = "short") => calendar({ weekday: width })(`2024-01-0${number}`);

/** An hour of the day, 0–23, as people write it. @param {number} hour */
export const hourRange = (hour) => `${hour}:00–${hour + 1}:00`;

/** @param {string} from @param {string} to */
export const range = (from, to) => (from === to ? day(from) : `${day(from)} – ${day(to)}`);

/**
 * The name of a language, or the code as it came: the vendor may send something that is no language code.
 * @param {string | null | undefined} code
 */
export function language(code) {
  if (!code) return none;
  try {
    return cached(Intl.DisplayNames, { type: "language" }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** @type {Record<string, (value: number | null | undefined) => string>} */
const units = {
  percent, duration, credits, usd, usdEach, decimal: tenths, rating: hundredths, amount: hundredths, amountEach: thousandths, count,
};

/** One figure with the unit of its KPI. @param {number | null | undefined} value @param {string} unit */
export function figure(value, unit) {
  return units[unit](value);
}

/**
 * Of each unit of a change: its decimals, and the text that puts the unit behind it.
 * @type {Record<string, { digits: number, key: string | null }>}
 */
const changeUnits = {
  points: { digits: 1, key: "units.points" },
  percent: { digits: 1, key: "units.percentChange" },
  absolute: { digits: 2, key: null },
};

/** The number of a change alone. @param {number} value @param {string} unit @param {{ signed?: boolean }} [options] */
export const changeNumber = (value, unit, { signed = true } = {}) =>
  numeric({ ...exactly(changeUnits[unit].digits), signDisplay: signed ? "exceptZero" : "never" })(value);

/**
 * A change with its sign and unit: +2.1 pp or −8.0%.
 * @param {number} value @param {string} unit @param {{ signed?: boolean }} [options]
 */
export function change(value, unit, options) {
  const text = changeNumber(value, unit, options);
  const { key } = changeUnits[unit];
  return key ? t(key, { value: text }) : text;
}
