import { element, fill } from "../parts/dom.js";
import { icon } from "../parts/icons.js";
import { addMonths, isDay, monthOf, periodDays, presets } from "../../state/period.js";
import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { field, select } from "../parts/fields.js";

/** Presets, a month with arrows, or any range; all three show the same period. @param {App} app */
export function createPeriodPicker(app) {
  /** @param {Period} period */
  const go = (period) => app.navigate({ ...app.route, period, page: 1 });
  const preset = select([...presets, "month", "range"].map((name) => [name, t(`period.${name}`)]), "", pickPreset, { dataset: { testid: "period-picker" } });
  const month = select([], "", (value) => value && go({ month: value }), { dataset: { testid: "month-picker" } });
  const previous = arrow("left", "period.previousMonth", -1);
  const next = arrow("right", "period.nextMonth", 1);
  const from = element("input", { type: "date", dataset: { testid: "period-from" }, on: { change: pickRange } });
  const to = element("input", { type: "date", dataset: { testid: "period-to" }, on: { change: pickRange } });
  const range = element("div", { class: "period-range", hidden: true }, field(t("period.from"), from), field(t("period.to"), to));

  /** @param {string} name @param {string} key @param {number} step */
  function arrow(name, key, step) {
    return element("button", {
      type: "button", class: "button button-quiet", "aria-label": t(key), title: t(key),
      on: { click: () => go({ month: addMonths(monthOf(app.route.period, app.today()) ?? app.today().slice(0, 7), step) }) },
    }, icon(name));
  }

  /** @param {string} name */
  function pickPreset(name) {
    if (name === "range") go(periodDays(app.route.period, app.today()) ?? { from: app.today(), to: app.today() });
    else if (name === "month") go({ month: monthOf(app.route.period, app.today()) ?? app.months?.[0] ?? app.today().slice(0, 7) });
    else go({ preset: name });
  }

  function pickRange() {
    if (!isDay(from.value) || !isDay(to.value)) return;
    const [first, last] = [from.value, to.value].sort();
    go({ from: first, to: last });
  }

  function update() {
    const { period } = app.route;
    const today = app.today();
    const current = monthOf(period, today);
    const months = [...new Set([...(app.months ?? []), today.slice(0, 7), ...(current ? [current] : [])])].sort().reverse();
    fill(month, element("option", { value: "" }, t("period.noMonth")), months.map((value) => element("option", { value }, format.month(value))));
    month.value = current ?? "";
    preset.value = period.preset ?? (period.month ? "month" : "range");
    next.disabled = (current ?? today) >= today.slice(0, 7);
    range.hidden = preset.value !== "range";
    const days = periodDays(period, today);
    const active = document.activeElement;
    if (!(active instanceof HTMLInputElement) || !range.contains(active) || isDay(active.value)) {
      from.value = days?.from ?? "";
      to.value = days?.to ?? "";
    }
  }

  return {
    node: element("div", { class: "period" },
      field(t("period.label"), preset),
      element("div", { class: "period-month" }, previous, field(t("period.monthLabel"), month), next),
      range),
    update,
  };
}
