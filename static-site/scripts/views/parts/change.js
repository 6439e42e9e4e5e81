import { changeView, leastN } from "../../logic/changes.js";
import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { element } from "./dom.js";

/**
 * How a figure moved, as the API judges it: coloured only where it is clearly better or worse, with its interval at hand.
 * @param {FigureChange | undefined} figure @param {string} unit In which the figure itself is shown.
 * @param {{ short?: boolean }} [options] Short: where both numbers are small only these, with the sentence at hand.
 */
export function changeNode(figure, unit, { short = false } = {}) {
  const view = changeView(figure);
  if (!figure || !view) return null;
  const { n, previous_n: previous } = figure;
  if (view.kind === "few") {
    const sentence = t("change.few", { n: format.count(n), previous: format.count(previous), least: leastN });
    if (!short) return element("span", { class: "kpi-few" }, sentence);
    return element("span", { class: "kpi-few", title: sentence },
      element("span", { "aria-hidden": "true" }, t("change.fewShort", { n: format.count(n), previous: format.count(previous) })),
      element("span", { class: "visually-hidden" }, sentence));
  }
  const text = figure.more_than_tenfold ? t("change.tenfold") : format.change(figure.change ?? 0, figure.unit);
  return element("span", { class: ["kpi-delta", `delta-${view.tone}`], title: explained(figure, unit) },
    element("span", { "aria-hidden": "true" }, view.sign && `${view.sign} `, text),
    element("span", { class: "visually-hidden" }, `${spoken(figure)}. ${intervalOf(figure) ?? ""}`));
}

/** "wzrost o 10,6 punktu procentowego, wyraźnie lepiej" @param {FigureChange} figure */
function spoken({ change, unit, judgement, more_than_tenfold: tenfold }) {
  const value = change ?? 0;
  const size = tenfold ? t("change.tenfold") : t(`change.spoken.${unit}`, { value: format.changeNumber(value, unit, { signed: false }) });
  const moved = value === 0 ? t("change.same") : t(value > 0 ? "change.up" : "change.down", { change: size });
  return `${moved}, ${t(`change.judgement.${judgement}`)}`;
}

/** @param {FigureChange} figure */
export const intervalOf = ({ low, high, unit }) =>
  (low === null || high === null
    ? null
    : t("change.interval", { low: format.changeNumber(low, unit), high: format.changeNumber(high, unit) }));

/** @param {FigureChange} figure @param {string} unit */
function explained(figure, unit) {
  const before = t("change.before",
    { value: format.figure(figure.previous, unit), n: format.count(figure.n), previous: format.count(figure.previous_n) });
  return [t(`change.judgement.${figure.judgement}`), intervalOf(figure), before].filter(Boolean).join("; ");
}
