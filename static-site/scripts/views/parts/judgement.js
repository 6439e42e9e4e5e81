import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { element } from "./dom.js";

/** How a figure moved, without a sign of judgement. @param {FigureChange | undefined} change */
export function changeText(change) {
  if (!change || change.change === null) return format.none;
  return change.more_than_tenfold ? t("change.tenfold") : format.change(change.change, change.unit);
}

/**
 * What may be said of a change, in words that read without colour: better is bold, worse is underlined as well.
 * @param {FigureChange | undefined} change
 * @param {{ narrow?: boolean, words?: string }} [options] In narrow columns "≈" stands for no clear change.
 */
export function judgementNode(change, { narrow = false, words = "report.figures.judgements" } = {}) {
  if (!change) return narrow ? format.none : t(`${words}.not_judged`);
  const { judgement } = change;
  const text = narrow && judgement === "no_clear_change"
    ? "≈"
    : narrow && judgement === "too_few" ? format.none : t(`${words}.${judgement}`);
  return element("span", { class: `judged-${judgement}` }, text);
}

/** @param {FigureChange} change */
export function intervalText({ low, high, unit }) {
  if (low === null || high === null) return format.none;
  // Points go without their unit, which the change beside it has; percent and points are not to be mixed up.
  const write = (/** @type {number} */ value) => (unit === "percent" ? format.change(value, unit) : format.changeNumber(value, unit));
  return t("report.figures.range", { low: write(low), high: write(high) });
}
