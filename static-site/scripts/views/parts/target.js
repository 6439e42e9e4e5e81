import { pointDecimals, targetView } from "../../logic/targets.js";
import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { element } from "./dom.js";

/** @typedef {import("../../logic/targets.js").FigureTarget} FigureTarget */

/** A target as somebody set it. @param {number} value @param {string} unit */
export const targetValue = (value, unit) =>
  ({ percent: format.fewPercent, rating: format.decimal, usd: format.usdFew, usdEach: format.usdFew }[unit] ?? format.credits)(value);

/** @param {number} distance @param {string} unit */
function distanceText(distance, unit) {
  const size = Math.abs(distance);
  if (unit !== "percent") return targetValue(size, unit);
  const value = pointDecimals(size) === 1 ? format.changeNumber(size, "points", { signed: false }) : format.decimal(size);
  return t("units.points", { value });
}

/** "Cel 65%: brakuje 2,2 p.p." @param {FigureTarget} target @param {string} unit In which the figure is shown. */
export const targetText = (target, unit) => t(`target.${targetView(target).key}`,
  { target: targetValue(target.target, unit), by: target.distance === null ? "" : distanceText(target.distance, unit) });

/**
 * The same as a line below the figure; the words say what the colour does.
 * @param {FigureTarget | undefined} target @param {string} unit
 */
export const targetNode = (target, unit) => (target
  ? element("p", { class: ["target", `target-${targetView(target).tone}`], dataset: { testid: "target" } }, targetText(target, unit))
  : null);
