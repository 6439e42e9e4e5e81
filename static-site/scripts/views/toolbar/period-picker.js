import { element, fill } from "../parts/dom.js";
import { icon } from "../parts/icons.js";
import { addMonths, isDay, monthOf, periodDays, presets } from "../../state/period.js";
import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { field, select } from "../parts/fields.js";
import { createPopover } from "../parts/popover.js";

/** What a period is called: as it was picked, a month by its name, other days by their dates. @param {Period} period @param {string} today */
export function periodName(period, today) {
  if (period.preset) return t(`period.${period.preset}`);
  if (period.month) return format.month(period.month);
  return period.from && period.to ? format.days(period.from, period.to, today) : t("period.all_time");
}

/** Presets, a month with arrows, or any days; all three show the same period. @param {App} app @param {AbortSignal} signal */
export function createPeriodPicker(app, signal) {
  /** @param {Period} period */
  const go = (period) => app.navigate({ ...app.route, period, page: 1 });
  const choices = presets.map((name) => element("button", {
    type: "button", class: "choice", value: name, dataset: { testid: `period-${name}` },
    on: {
      click() {
        popover.close();
        go({ preset: name });
      },
    },
  }, t(`period.${name}`)));
  const month = select([], "", (value) => value && go({ month: value }), { dataset: { testid: "month-picker" } });
  const previous = arrow("left", "period.previousMonth", -1);
  const next = arrow("right", "period.nextMonth", 1);
  const from = element("input", { type: "date", dataset: { testid: "period-from" }, on: { change: pickRange } });
  const to = element("input", { type: "date", dataset: { testid: "period-to" }, on: { change: pickRange } });
  const popover = createPopover({
    label: t("period.label"), testid: "period-picker", before: "calendar", className: "period-panel", content: [
      element("div", { class: "choices" }, choices),
      element("div", { class: "period-month" }, field(t("period.monthLabel"), month), previous, next),
      element("div", { class: "period-range" }, field(t("period.from"), from), field(t("period.to"), to)),
    ],
  }, signal);

  /** @param {string} name @param {string} key @param {number} step */
  function arrow(name, key, step) {
    return element("button", {
      type: "button", class: "icon-button", "aria-label": t(key), title: t(key),
      on: { click: () => go({ month: addMonths(monthOf(app.route.period, app.today()) ?? app.today().slice(0, 7), step) }) },
    }, icon(name));
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
    for (const choice of choices) choice.setAttribute("aria-pressed", String(choice.value === period.preset));
    next.disabled = (current ?? today) >= today.slice(0, 7);
    const days = periodDays(period, today);
    const active = document.activeElement;
    // A date that is being typed is left alone.
    if (!(active instanceof HTMLInputElement) || !popover.panel.contains(active) || isDay(active.value)) {
      from.value = days?.from ?? "";
      to.value = days?.to ?? "";
    }
    popover.say(periodName(period, today));
  }

  return { node: popover.node, update };
}
