/** Days as people write them, whatever the browser's own language: the day always stands before the month. */

const inFigures = /^(\d{1,2})[./\- ](\d{1,2})(?:[./\- ](\d{4}|\d{2}))?\.?$/;
const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const withName = /^(\d{1,2})\.?\s+(\p{L}{3,})\.?(?:,?\s+(\d{4}|\d{2}))?$/u;

/** The names of the months, in the forms that stand beside a day and alone. @param {string[]} languages */
function monthNames(languages) {
  return languages.flatMap((language) => [{ day: "numeric", month: "long" }, { month: "long" }, { day: "numeric", month: "short" }]
    .map((options) => {
    const format = new Intl.DateTimeFormat(language, { .../** @type {Intl.DateTimeFormatOptions} */ (options), timeZone: "UTC" });
    return Array.from({ length: 12 },
      (_, index) => format.formatToParts(Date.UTC(2024, index, 1)).find(({ type }) => type === "month")?.value.toLowerCase() ?? "");
  }));
}

/** Made when a name is typed first: it takes time that the first figures would wait for. @type {string[][] | null} */
let names = null;

/**
 * What was typed as YYYY-MM-DD, or null when it is no day: 25.11.2026, 25/11/26, 25 Nov 2026, 25 listopada, 2026-11-25. Without a year it
 * is today's.
 * @param {string} text @param {string} today
 */
export function readDay(text, today) {
  const clean = text.trim().toLowerCase().replace(/\s+/g, " ");
  const ordered = iso.exec(clean);
  if (ordered) return dayOf(ordered[1], Number(ordered[2]), ordered[3]);
  const figures = inFigures.exec(clean);
  if (figures) return dayOf(yearOf(figures[3], today), Number(figures[2]), figures[1]);
  const named = withName.exec(clean);
  return named && dayOf(yearOf(named[3], today), monthOf(named[2]), named[1]);
}

/** @param {string} word */
function monthOf(word) {
  names ??= monthNames(["pl", "en-GB"]);
  return 1
    + Math.max(-1, ...names.map((list) => list.findIndex((name) => name === word || (word.length >= 3 && name.startsWith(word)))));
}

/** @param {string | undefined} written @param {string} today */
const yearOf = (written, today) => (!written ? today.slice(0, 4) : written.length === 2 ? `20${written}` : written);

/** @param {string} year @param {number} month @param {string} day */
function dayOf(year, month, day) {
  const text = `${year}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`;
  const date = new Date(`${text}T00:00:00Z`);
  // A day that there is not would be taken for one of the next month.
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text ? null : text;
}

/** The weeks of a month, Monday first, as days; null where a week reaches into another month. @param {string} month YYYY-MM */
export function weeksOf(month) {
  const [year, number] = month.split("-").map(Number);
  const count = new Date(Date.UTC(year, number, 0)).getUTCDate();
  const before = (new Date(Date.UTC(year, number - 1, 1)).getUTCDay() + 6) % 7;
  const cells = [...Array.from({ length: before }, () => null),
    ...Array.from({ length: count }, (_, index) => `${month}-${String(index + 1).padStart(2, "0")}`)];
  while (cells.length % 7) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}
