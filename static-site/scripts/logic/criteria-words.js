import * as format from "../texts/format.js";
import { known, t } from "../texts/translate.js";
import { countChanges } from "./criteria-board.js";
import { spanOf } from "./span.js";

/** Small numbers are words in a sentence, as long as the language has them here. @param {"names" | "of"} form @param {number} count */
const inWords = (form, count) => known(`criteriaBoard.numbers.${form}`, String(count), format.count(count));

/**
 * The headline of the board and what goes with it: how many criteria changed clearly.
 * @param {import("./criteria-board.js").BoardRow[]} rows @param {Comparison | null | undefined} comparison @param {string} today
 * @returns {{ lead: string, more: string | null }}
 */
export function wordChanges(rows, comparison, today) {
  const { total, better, worse, compared } = countChanges(rows);
  if (!comparison) return { lead: t("criteriaBoard.alone", { count: total }), more: null };
  if (!compared) return { lead: t("criteriaBoard.few"), more: null };
  const before = beforeOf(comparison, today);
  if (total === 1) return { lead: t(`criteriaBoard.only.${better ? "better" : worse ? "worse" : "none"}`, { before }), more: null };
  const of = inWords("of", total);
  if (!better && !worse) return { lead: t("criteriaBoard.none", { total: of, before }), more: null };
  const first = better ? "better" : "worse";
  const count = better || worse;
  const rest = better && worse ? t("criteriaBoard.butWorse", { number: inWords("names", worse) }) : "";
  const lead = t(`criteriaBoard.${first}`, { count, number: inWords("names", count), total: of, before, rest });
  return { lead: capital(lead), more: better && worse ? null : t(better ? "criteriaBoard.noneWorse" : "criteriaBoard.noneBetter") };
}

/** "than …": the period before. @param {Comparison} comparison @param {string} today */
function beforeOf(comparison, today) {
  const { kind, days } = spanOf(comparison);
  const { previous_from: from, previous_to: to } = comparison;
  if (kind !== "month") return t(`criteriaBoard.before.${kind}`, { days, name: format.days(from, to, today) });
  const [year, month] = from.split("-");
  return `${t(`months.in.${month}`)}${today.startsWith(year) ? "" : ` ${year}`}`;
}

/** @param {string} text */
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
