import { element, fill } from "../parts/dom.js";
import { icon } from "../parts/icons.js";
import { addMonths, monthOf, periodDays, presets } from "../../state/period.js";
import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { dateField } from "../parts/date-field.js";
import { field, select } from "../parts/fields.js";
import { createPopover } from "../parts/popover.js";

/**
 * What a period is called: as it was picked, a month by its name, other days by their dates.
 * @param {Period} period @param {string} today
 */
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
    type: "button", class: "menu-choice", value: name, dataset: { testid: `period-${name}` },
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
  const from = dateField(t("period.from"), { testid: "period-from", today: app.today, onChange: pickRange });
  const to = dateField(t("period.to"), { testid: "period-to", today: app.today, onChange: pickRange });
  const popover = createPopover({
    label: t("period.label"), testid: "period-picker", before: "calendar", className: "period-panel", content: [
      element("div", { class: "menu-choices" }, choices),
      element("div", { class: "period-month" }, field(t("period.monthLabel"), month), previous, next),
      element("div", { class: "period-range" }, from.node, to.node),
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
    for (const day of [from, to])
      day.node.showError(day.value === null ? t("calendar.wrong", { example: format.day(app.today()) }) : null);
    if (!from.value || !to.value) return;
    const [first, last] = [from.value, to.value].sort();
    go({ from: first, to: last });
  }

  function update() {
    const { period } = app.route;
    const today = app.today();
    const current = monthOf(period, today);
    const months = [...new Set([...(app.months ?? []), today.slice(0, 7), ...(current ? [current] : [])])].sort().reverse();
    fill(month, element("option", { value: "" }, t("period.noMonth")),
      months.map((value) => element("option", { value }, format.month(value))));
    month.value = current ?? "";
    for (const choice of choices) choice.setAttribute("aria-pressed", String(choice.value === period.preset));
    next.disabled = (current ?? today) >= today.slice(0, 7);
    const days = periodDays(period, today);
    // What is being typed is left alone.
    for (const [shown, day] of /** @type {const} */ ([[from, days?.from], [to, days?.to]])) {
      if (shown.input === document.activeElement && !shown.value) continue;
      shown.value = day ?? "";
      shown.node.showError(null);
    }
    popover.say(periodName(period, today));
  }

  return { node: popover.node, update };
}
