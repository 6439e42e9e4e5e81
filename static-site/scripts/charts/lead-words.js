import * as format from "../texts/format.js";
import { t } from "../texts/translate.js";

/** @typedef {import("../logic/lead-points.js").LeadPoint} LeadPoint */
/** @typedef {import("../logic/measures.js").Measure} Measure */

/** @param {string} unit @returns {(value: number | null) => string} As in a sentence or a cell: rates with their decimal. */
const exact = (unit) => ({
  percent: format.percent, duration: format.duration, credits: format.credits,
  minutes: (/** @type {number | null} */ value) => (value === null ? format.none : t("lead.minutes", { value: format.count(value) })),
}[unit] ?? format.count);

/** @param {Measure} measure */
export const showRate = (measure) => exact(measure.rate.unit);
/** @param {Measure} measure */
export const showAmount = (measure) => exact(measure.unit);

/** @param {Measure} measure @param {number} at */
export const partName = (measure, at) =>
  (measure.parts.length > 1 ? t(`outcome.${measure.parts[at].field}`) : t(`lead.${measure.id}.amount`));

/** A day, or a week with both its ends. @param {{ from: string, to: string }} span */
export const spanName = ({ from, to }) => (from === to ? format.weekdayAndDay(from) : format.range(from, to));

/** @param {number[]} parts */
export const total = (parts) => parts.reduce((sum, part) => sum + part, 0);

/**
 * What a point says, in rows of a name, a value now and one before; the same for the tip, for the voice and for the table.
 * @param {LeadPoint} point @param {Measure} measure
 * @returns {{ title: string, before: string | null, rows: Array<{ name: string, now: string | null, before: string | null, role?: string
 * }> }}
 */
export function describe(point, measure) {
  const amount = showAmount(measure);
  const rate = showRate(measure);
  const { parts, ghost } = point;
  /** @type {ReturnType<typeof describe>["rows"]} */
  const rows = [];
  if (measure.parts.length > 1 && parts)
    measure.parts.forEach(({ role }, at) => rows.unshift({ name: partName(measure, at), now: amount(parts[at]), before: null, role }));
  if (parts || ghost)
    rows.push({ name: t(`lead.${measure.id}.amount`), now: parts && amount(total(parts)), before: ghost && amount(ghost.total) });
  if (point.rate !== null || (ghost && ghost.rate !== null)) {
    rows.push({ name: t(`lead.${measure.id}.rate`), now: point.rate === null ? null : rate(point.rate),
      before: ghost?.rate === null || !ghost ? null : rate(ghost.rate) });
  }
  return { title: spanName(point), before: ghost && spanName(ghost), rows };
}

/** The same as one text. @param {LeadPoint} point @param {Measure} measure */
export function spokenPoint(point, measure) {
  const { title, before, rows } = describe(point, measure);
  const texts = rows.map((row) => [`${row.name}: ${row.now ?? format.none}`, row.before && t("lead.spokenBefore", { value: row.before })]
    .filter(Boolean).join(", "));
  const head = before ? t("lead.spokenAgainst", { now: title, before }) : title;
  return [head, ...(texts.length ? texts : [t("lead.toCome")])].join("; ");
}

/**
 * What the chart shows, in words.
 * @param {import("../logic/lead-points.js").LeadPoints} shown @param {Measure} measure @param {string} today
 */
export function finding({ points, weeks }, measure, today) {
  const past = points.filter(({ parts }) => parts !== null);
  const sum = past.reduce((all, { parts }) => all + total(parts ?? []), 0);
  if (!sum) return t("charts.empty");
  const most = past.reduce((best, point) => (total(point.parts ?? []) > total(best.parts ?? []) ? point : best));
  const amount = showAmount(measure);
  const named = format.days(most.from, most.to, today);
  const sentences =
    [t(`lead.${measure.id}.sum`, { count: Math.round(sum), value: amount(sum), day: named, most: amount(total(most.parts ?? [])) })];
  const rated = past.flatMap((point) => (point.rate === null ? [] : [{ ...point, rate: point.rate }]));
  if (rated.length > 1) {
    const low = rated.reduce((best, point) => (point.rate < best.rate ? point : best));
    const high = rated.reduce((best, point) => (point.rate > best.rate ? point : best));
    const rate = showRate(measure);
    const day = (/** @type {{ to: string }} */ { to }) => format.days(to, to, today);
    if (low.rate === high.rate) sentences.push(t("lead.flat", { name: t(`lead.${measure.id}.rate`), value: rate(low.rate) }));
    else sentences.push(
      t("lead.range", { name: t(`lead.${measure.id}.rate`), low: rate(low.rate), lowDay: day(low), high: rate(high.rate),
        highDay: day(high), last: rate(rated[rated.length - 1].rate) }));
  }
  if (weeks) sentences.push(t("lead.byWeeks"));
  return sentences.join(" ");
}

/**
 * @param {import("../logic/lead-points.js").LeadPoints} shown @param {Measure} measure
 * @param {(point: LeadPoint, filters: Filters, text: string) => Child} link
 * @param {(point: LeadPoint) => Child} [notesOf] @returns {{ columns: Column[], rows: Child[][] }}
 */
export function leadTable({ points, shift }, measure, link, notesOf) {
  const amount = showAmount(measure);
  const rate = showRate(measure);
  const several = measure.parts.length > 1;
  const compared = shift !== null;
  const columns = [
    { title: t("charts.day") }, ...measure.parts.map((_, at) => ({ title: partName(measure, at), numeric: true })),
    ...(several ? [{ title: t("lead.total"), numeric: true }] : []), { title: t(`lead.${measure.id}.rate`), numeric: true },
    ...(compared ? [{ title: t("lead.dayBefore") }, { title: t("lead.amountBefore"), numeric: true },
      { title: t("lead.rateBefore"), numeric: true }] : []),
    ...(notesOf ? [{ title: t("notes.title") }] : []),
  ];
  const rows = points.filter(({ parts }) => parts !== null).map((point) => {
    const parts = point.parts ?? [];
    const { ghost } = point;
    return [
      format.range(point.from, point.to), ...measure.parts.map(({ filters }, at) => link(point, filters, amount(parts[at]))),
      ...(several ? [amount(total(parts))] : []), rate(point.rate),
      ...(compared ? [ghost ? format.range(ghost.from, ghost.to) : format.none, ghost ? amount(ghost.total) : format.none,
        rate(ghost ? ghost.rate : null)] : []),
      ...(notesOf ? [notesOf(point)] : []),
    ];
  });
  return { columns, rows };
}
