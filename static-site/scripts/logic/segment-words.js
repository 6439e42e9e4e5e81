import * as format from "../texts/format.js";
import { t } from "../texts/translate.js";
import { changeOf, leastN } from "./changes.js";
import { rates } from "./rates.js";

/**
 * What may be said of two views in a sentence: of conversion, the figure that leads. Where conversations are in both, it is told only.
 * @param {Api.Segments} answer
 */
export function wordSegments({ first, second, figures, shared }) {
  const [one, other] = [first.figures, second.figures];
  const names = { first: first.name, second: second.name };
  if (!one.total_conversations && !other.total_conversations) return t("segments.words.nothing", names);
  if (!one.total_conversations) return t("segments.words.empty", { name: first.name });
  if (!other.total_conversations) return t("segments.words.empty", { name: second.name });
  const conversion = changeOf({ figures }, "conversion_rate");
  const judgement = conversion?.judgement ?? "too_few";
  const said = judgement === "too_few" && shared ? "shared" : judgement;
  return t(`segments.words.${said}`, {
    ...names, value: format.percent(rates.conversion_rate(one)), other: format.percent(rates.conversion_rate(other)),
    n: format.count(one.finished_count), m: format.count(other.finished_count), least: leastN,
  });
}

/** Whether one of the views is a part of the other, or both hold the same. @param {Api.Segments} answer */
export function overlapOf({ first, second, shared }) {
  const [one, other] = [first.figures.total_conversations, second.figures.total_conversations];
  if (!shared) return null;
  if (shared === one && shared === other) return "same";
  return shared === one ? "within" : shared === other ? "around" : "partly";
}
