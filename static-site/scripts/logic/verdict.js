import { lastOfMonth } from "../state/period.js";
import * as format from "../texts/format.js";
import { pieces, t } from "../texts/translate.js";
import { changeOf, leastN } from "./changes.js";
import { rates } from "./rates.js";
import { spanOf } from "./span.js";

/**
 * Words for what the API says of a period. Each sentence comes in pieces: plain text, or a figure's `value` or `change`,
 * which the page may show in a way of its own.
 * @typedef {string | { figure: FigureChange, shows: "value" | "change", text: string }} Piece
 * @typedef {{ lead: Piece[], more: Piece[][], ranges: string }} WordedVerdict
 */

/** The unit in which a figure is shown. @type {Record<string, string>} */
const units = { avg_rating: "rating", avg_cost_per_session: "credits" };

/** @param {Api.KpiReport} report @param {string} today @returns {WordedVerdict} */
export function wordVerdict(report, today) {
  const { comparison } = report;
  return comparison ? compared(report, comparison, today) : alone(report, today);
}

/** @param {Api.KpiReport} report @param {Comparison} comparison @param {string} today @returns {WordedVerdict} */
function compared(report, comparison, today) {
  const { verdict } = comparison;
  const span = spanOf(comparison);
  const lead = /** @type {FigureChange} */ (changeOf(comparison, verdict.lead));
  const claims = verdict.claims.map((name) => /** @type {FigureChange} */ (changeOf(comparison, name)));
  const opposite = verdict.state === "mixed" ? claims.find((claim) => claim.judgement !== lead.judgement) : undefined;
  const value = shown(report, lead, "value");
  return {
    lead: sentence(leading()),
    more: [mostlyUnknown(report), claimsSentence(claims.filter((claim) => claim !== opposite)), traffic(), unchanged()]
      .filter((one) => one !== null),
    ranges: rangesOf(comparison, today),
  };

  function leading() {
    const names = periodNames(comparison, today);
    switch (verdict.state) {
      case "better": case "worse": case "none": {
        const form = span.kind === "month" && span.running ? "month_running" : span.kind;
        return pieces(`verdict.${verdict.state}.${form}`, { now: names.now, before: names.before, value, lead: leadClaim() });
      }
      case "mixed": return pieces("verdict.mixed", { lead: leadClaim(), claim: opposite ? claimOf(report, opposite) : "" });
      case "no_comparison": return pieces("verdict.no_comparison",
        { value, previous: format.count(verdict.previous_n), least: String(leastN) });
      case "too_few": return [
        t(`verdict.too_few.${span.running ? "running" : "over"}`, { period: names.judged, count: verdict.n, least: leastN })];
      default: return [nothing(report, names.inside, span.running)];
    }
  }

  /** @returns {Piece[]} */
  function leadClaim() {
    const direction = (lead.change ?? 0) > 0 ? "up" : "down";
    return pieces(`verdict.lead.${direction}.${span.running ? "running" : "over"}`,
      { change: shown(report, lead, "change", false), value });
  }

  /** @param {FigureChange[]} told @returns {Piece[] | null} */
  function claimsSentence(told) {
    const [first, second] = told.map((claim) => claimOf(report, claim));
    if (!first) return null;
    return sentence(second ? pieces("verdict.and", { first, second }) : [...first, "."]);
  }

  /** Sums are told as two numbers, not judged. @returns {Piece[] | null} */
  function traffic() {
    const all = changeOf(comparison, "total_conversations");
    if (!all || verdict.state === "nothing" || verdict.state === "too_few") return null;
    return [t("verdict.traffic", { now: t("verdict.conversations", { count: all.n }), count: all.previous_n })];
  }

  /** @returns {Piece[] | null} */
  function unchanged() {
    if (!verdict.unchanged.length) return null;
    return [t("verdict.unchanged", { list: format.list(verdict.unchanged.map((name) => t(`verdict.names.${name}`))) })];
  }
}

/** Without anything to compare with. @param {Api.KpiReport} report @param {string} today @returns {WordedVerdict} */
function alone(report, today) {
  const value = rates.conversion_rate(report);
  const range = report.from && report.to ? format.days(report.from, report.to, today) : t("period.all_time");
  const inside = insideOf(report, range, today);
  return {
    lead: sentence(value === null
      ? [nothing(report, inside, !report.to || report.to >= today)]
      : [t("verdict.alone", { value: format.percent(value) })]),
    more: [mostlyUnknown(report)].filter((one) => one !== null),
    ranges: `${capital(range)} · ${t("verdict.count", { count: report.finished_count })}`,
  };
}

/**
 * A conversion that rests on outcomes which the vendor mostly did not give would read like a failure.
 * @param {Api.KpiReport} report @returns {Piece[] | null}
 */
const mostlyUnknown = ({ unknown_count: unknown, finished_count: finished }) =>
  (unknown * 2 > finished ? [t("verdict.mostlyUnknown", { unknown: format.count(unknown), count: finished })] : null);

/** @param {Api.KpiReport} report @param {string} range @param {string} today */
function insideOf({ from, to }, range, today) {
  if (!from || !to) return t("verdict.in.all");
  const isMonth = from.endsWith("-01") && to === lastOfMonth(from.slice(0, 7));
  return isMonth ? monthInside(from, today) : t(from === to ? "verdict.in.day" : "verdict.in.range", { name: range });
}

/** @param {Api.KpiReport} report @param {string} inside @param {boolean} running */
const nothing = (report, inside, running) =>
  (report.total_conversations
    ? t("verdict.unfinished", { in: inside })
    : t(`verdict.nothing.${running ? "running" : "over"}`, { in: inside }));

/** Both ranges, and how many conversations stand behind them. @param {Comparison} comparison @param {string} today */
function rangesOf({ from, to, until, previous_from, previous_to, previous_until, verdict }, today) {
  /** @param {string} first @param {string} last @param {string | null} end */
  const one = (first, last, end) => {
    const days = format.days(first, last, today);
    return end ? t("verdict.until", { days, time: format.time(end) }) : days;
  };
  const ranges = t("verdict.ranges", { now: one(from, to, until), before: one(previous_from, previous_to, previous_until) });
  return `${ranges} · ${t("verdict.counts", { now: verdict.n, count: verdict.previous_n })}`;
}

/**
 * What a sentence or a chart calls the two periods; `month` tells that they are months, whose names are short.
 * @param {Comparison} comparison @param {string} today
 */
export function periodNames(comparison, today) {
  const { from, to, previous_from: before } = comparison;
  const { kind, days } = spanOf(comparison);
  const isMonth = kind === "month";
  const name = isMonth ? format.monthName(from.slice(0, 7), today) : format.days(from, to, today);
  const values = { name, days };
  return {
    month: isMonth,
    now: t(`verdict.subject.${kind}.now`, values),
    before: t(`verdict.subject.${kind}.before`, isMonth ? { name: format.monthName(before.slice(0, 7), today) } : values),
    inside: isMonth ? monthInside(from, today) : t(`verdict.in.${kind}`, values),
    judged: isMonth ? name : t(`verdict.judged.${kind}`, values),
  };
}

/** @param {string} day @param {string} today */
function monthInside(day, today) {
  const [year, month] = day.split("-");
  return `${t(`months.in.${month}`)}${today.startsWith(year) ? "" : ` ${year}`}`;
}

/** @param {Api.KpiReport} report @param {FigureChange} claim @returns {Piece[]} */
function claimOf(report, claim) {
  const direction = (claim.change ?? 0) > 0 ? "up" : "down";
  const isCost = claim.name === "avg_cost_per_session";
  if (isCost && claim.more_than_tenfold) return [t("verdict.costTenfold")];
  return pieces(`verdict.claims.${claim.name}.${direction}`,
    { value: shown(report, claim, "value"), change: shown(report, claim, "change", !isCost) });
}

/**
 * @param {Api.KpiReport} report @param {FigureChange} figure @param {"value" | "change"} shows @param {boolean} [signed] @returns {Piece}
 */
function shown(report, figure, shows, signed = true) {
  const value = rates[figure.name]?.(report) ?? figure.value;
  const text = shows === "value" ? format.figure(value, units[figure.name] ?? "percent") : format.change(figure.change ?? 0, figure.unit, {
    signed,
  });
  return { figure, shows, text };
}

/** A sentence begins with a capital letter. @param {Piece[]} all @returns {Piece[]} */
const sentence = ([first, ...rest]) => [typeof first === "string" ? capital(first) : first, ...rest];

/** @param {string} text */
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
