import { leastShown } from "../../logic/changes.js";
import { rate } from "../../logic/rates.js";
import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";

/** A share in per cent; of fewer than ten only how many they were: 3 of 8. @param {number} part @param {number} whole */
export function shareText(part, whole) {
  if (whole > 0 && whole < leastShown) return t("figures.of", { part, whole });
  return format.percent(rate(part, whole));
}
