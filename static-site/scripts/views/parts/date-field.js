import { readDay, weeksOf } from "../../logic/day-text.js";
import { addDays, addMonths } from "../../state/period.js";
import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { element, fill, newId } from "./dom.js";
import { field } from "./fields.js";
import { icon } from "./icons.js";

/**
 * How far each key moves in the calendar, in days; Home and End go by the week, the page keys by the month.
 * @type {Record<string, number>}
 */
const steps = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/**
 * A day as the page's language writes it, whatever the browser's own is: typed in a field, or picked in a calendar that opens beside it.
 * `value` is YYYY-MM-DD, empty when nothing is typed; what is typed and no day stays, and `value` is then null.
 * @param {{ testid: string, today: () => string, onChange?: () => void }} options
 */
export function dateInput({ testid, today, onChange = () => {} }) {
  const input = element("input",
    { type: "text", autocomplete: "off", spellcheck: false, placeholder: t("calendar.pattern"), dataset: { testid },
      on: { change: tidy } });
  const panel = element("div",
    { class: "calendar", id: newId("calendar"), role: "dialog", "aria-label": t("calendar.label"), hidden: true });
  const button = element("button", {
    type: "button", class: "icon-button date-open", "aria-label": t("calendar.open"), title: t("calendar.open"), "aria-expanded": "false",
    "aria-controls": panel.id,
    on: { click: () => toggle(Boolean(panel.hidden)) },
  }, icon("calendar"));
  const node = element("div", { class: "date-field", on: { keydown, focusout } }, input, button, panel);
  /** The day that the calendar shows as current. */
  let at = "";

  const read = () => (input.value.trim() ? readDay(input.value, today()) : "");

  function tidy() {
    const day = read();
    if (day) input.value = format.day(day);
    onChange();
  }

  /** @param {boolean} open */
  function toggle(open) {
    panel.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
    document[open ? "addEventListener" : "removeEventListener"]("pointerdown", closeOutside);
    if (open) move(read() || today());
    else if (panel.contains(document.activeElement)) button.focus();
  }

  /** @param {string} day */
  function pick(day) {
    input.value = format.day(day);
    toggle(false);
    button.focus();
    onChange();
  }

  /** @param {string} day @param {boolean} [focus] */
  function move(day, focus = true) {
    at = day;
    const month = day.slice(0, 7);
    fill(panel, element("div", { class: "calendar-head" }, step("left", month, -1),
      element("p", { class: "calendar-month", "aria-live": "polite" }, format.month(month)), step("right", month, 1)),
      element("table", { role: "grid", "aria-label": format.month(month) },
        element("thead", {}, element("tr", {}, Array.from({ length: 7 }, (_, index) =>
          element("th", { scope: "col" }, element("abbr", { title: format.weekday(index + 1, "long") }, format.weekday(index + 1)))))),
        element("tbody", {},
          weeksOf(month).map((week) =>
            element("tr", {}, week.map((one) => element("td", { role: "gridcell" }, one && dayButton(one))))))));
    if (focus) /** @type {HTMLElement | null} */ (panel.querySelector("[tabindex='0'][data-day]"))?.focus();
  }

  /** @param {string} name @param {string} month @param {number} count */
  function step(name, month, count) {
    const label = t(count < 0 ? "period.previousMonth" : "period.nextMonth");
    return element("button", {
      type: "button", class: "icon-button", "aria-label": label, title: label,
      on: {
        click() {
          move(`${addMonths(month, count)}-01`, false);
          /** @type {HTMLElement} */ (panel.querySelectorAll(".calendar-head button")[count < 0 ? 0 : 1]).focus();
        },
      },
    }, icon(name));
  }

  /** @param {string} day */
  const dayButton = (day) => element("button", {
    type: "button", class: "calendar-day", tabIndex: day === at ? 0 : -1, "aria-label": format.spokenDay(day),
    "aria-current": day === today() ? "date" : null,
    "aria-pressed": String(day === read()), dataset: { day }, on: { click: () => pick(day) },
  }, String(Number(day.slice(8))));

  /** @param {KeyboardEvent} event */
  function keydown(event) {
    if (panel.hidden) {
      if (event.key === "ArrowDown" && event.altKey) {
        event.preventDefault();
        toggle(true);
      }
      return;
    }
    const wanted = event.key === "Escape" ? "" : /** @type {HTMLElement} */ (event.target).dataset.day ? next(event.key) : null;
    if (wanted === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (wanted) move(wanted);
    else toggle(false);
  }

  /** @param {string} key */
  function next(key) {
    const weekday = (new Date(`${at}T00:00:00Z`).getUTCDay() + 6) % 7;
    if (Object.hasOwn(steps, key)) return addDays(at, steps[key]);
    if (key === "Home") return addDays(at, -weekday);
    if (key === "End") return addDays(at, 6 - weekday);
    if (key === "PageUp" || key === "PageDown") return `${addMonths(at.slice(0, 7), key === "PageUp" ? -1 : 1)}-01`;
    return null;
  }

  /** Not where the focus goes nowhere: a browser may not focus a button that is clicked. @param {FocusEvent} event */
  function focusout({ relatedTarget }) {
    if (!panel.hidden && relatedTarget instanceof Node && !node.contains(relatedTarget)) toggle(false);
  }

  /** @param {Event} event */
  function closeOutside(event) {
    if (!event.composedPath().includes(node)) toggle(false);
  }

  return {
    node, input,
    get value() { return read(); },
    set value(day) { input.value = day ? format.day(day) : ""; },
  };
}

/**
 * The same with its label; `node` shows errors as any field does.
 * @param {string} label @param {Parameters<typeof dateInput>[0]} options
 */
export function dateField(label, options) {
  const day = dateInput(options);
  const node = field(label, day.input);
  node.insertBefore(day.node, day.input);
  day.node.prepend(day.input);
  return Object.create(day, { node: { value: node } });
}
