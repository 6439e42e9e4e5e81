import { leastShown } from "../../logic/changes.js";
import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { element } from "../parts/dom.js";
import { conversationsLink, viewLink } from "../parts/links.js";

/** The counts of a rate that is of too few to be told in per cent. @param {KpiCard} definition @param {Api.KpiReport} report */
export function fewCounts({ counts }, report) {
  const [part, whole] = counts?.(report) ?? [0, 0];
  return whole > 0 && whole < leastShown ? { part, whole } : null;
}

/**
 * A figure as a link to what it counts.
 * @param {App} app @param {KpiCard} definition @param {Api.KpiReport} report
 */
export function figureValue(app, definition, report) {
  const { id, unit, view, filters = {} } = definition;
  const value = definition.value(report, app.today());
  const few = fewCounts(definition, report);
  const small = few ? ` ${t("figures.ofWhole", { whole: few.whole })}` : value === null ? "" : unitText(id, unit);
  const large = few ? format.count(few.part) : format.figure(value, unit);
  const props = {
    class: definition.extra ? "kpi-extra" : "kpi-value",
    title: unit === "percent" && value !== null && !few ? format.exactPercent(value) : null,
    "aria-label": t("kpi.open", { name: t(`kpi.${id}.title`), value: value === null ? t("kpi.noValue") : `${large}${small}` }),
  };
  const content = [large, small && element("span", { class: "kpi-unit" }, small)];
  // What nobody knows opens nothing.
  if (value === null) return element("span", { class: props.class, title: t("kpi.noValue") }, large);
  return view ? viewLink(app, view, props, content) : conversationsLink(app, filters, props, content);
}

/** @param {string} id @param {string} unit */
function unitText(id, unit) {
  const text = unit === "rating" ? t("units.rating") : t(`kpi.${id}.unit`);
  return text && ` ${text}`;
}

/** @param {App} app @param {KpiCard} definition @param {Api.KpiReport} report */
export function figureCount(app, definition, report) {
  const n = definition.n(report, app.today());
  const what = t(`kpi.counted.${definition.counted}`, { count: n });
  const of = definition.all?.(report);
  // Where the unit is not conversations, it is said; elsewhere it is there for the ear and at hand.
  const isUnit = definition.counted === "minutes" || definition.counted === "days";
  return element("p", { class: "kpi-n", title: what },
    of !== undefined && of !== n ? t("kpi.nOf", { count: n, all: of }) : t("kpi.n", { count: n }),
    isUnit ? ` ${what}` : element("span", { class: "visually-hidden" }, ` ${what}`));
}
