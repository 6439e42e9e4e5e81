import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { element } from "../parts/dom.js";

/** How a figure moved, without a sign of judgement. @param {FigureChange | undefined} change */
export function changeText(change) {
  if (!change || change.change === null) return format.none;
  return change.more_than_tenfold ? t("change.tenfold") : format.change(change.change, change.unit);
}

/**
 * What may be said of a change, in words that read without colour: better is bold, worse is underlined as well.
 * @param {FigureChange | undefined} change @param {{ narrow?: boolean }} [options] In narrow columns "≈" stands for no clear change.
 */
export function judgementNode(change, { narrow = false } = {}) {
  if (!change) return narrow ? format.none : t("report.figures.judgements.not_judged");
  const { judgement } = change;
  const text = narrow && judgement === "no_clear_change"
    ? "≈"
    : narrow && judgement === "too_few" ? format.none : t(`report.figures.judgements.${judgement}`);
  return element("span", { class: `judged-${judgement}` }, text);
}
