import { findSyncRuns } from "../../api/endpoints.js";
import { createLoader } from "../../api/loader.js";
import { weeksOf } from "../../logic/day-text.js";
import { dayOfRun, nightsOf } from "../../logic/nights.js";
import { addMonths } from "../../state/period.js";
import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { element, fill } from "../parts/dom.js";
import { icon } from "../parts/icons.js";
import { keepFocus } from "../parts/keep-focus.js";

/** The API gives so many at most: a month of twenty agents and more. */
const mostRuns = 1000;
/** What stands beside the number, so that colour is not alone. @type {Record<string, string>} */
const signs = { failed: " ✕", partial: " !", running: " …", good: "" };

/**
 * A month of nights: which went well, and which did not; a day opens its runs.
 * @param {App} app @param {(day: string, runs: SyncRun[]) => void} openDay @param {AbortSignal} signal
 */
export function createNights(app, openDay, signal) {
  const place = element("div", {});
  const node = element("section", { class: "nights", "aria-labelledby": "nights-title" }, place);
  let month = "";
  /** @type {SyncRun[]} */
  let runs = [];
  let hasFailed = false;

  const loader = createLoader({
    show(found) {
      [runs, hasFailed] = [found, false];
      show();
    },
    fail() {
      hasFailed = true; // the history below says what is wrong
    },
  });

  const load = () => loader.load((asked) => findSyncRuns({ sync_type: "scheduled", limit: mostRuns }, asked));

  function show() {
    const today = app.today();
    month ||= today.slice(0, 7);
    const nights = nightsOf(runs, month);
    const first = runs.length ? dayOfRun(runs[runs.length - 1]).slice(0, 7) : month;
    keepFocus(place, () => fill(place,
      element("div", { class: "nights-head" }, element("h2", { id: "nights-title" }, format.month(month)),
        step("left", -1, month <= first), step("right", 1, month >= today.slice(0, 7))),
      element("p", { class: "field-hint" }, t("sync.nights.hint")),
      element("table", { class: "nights-table" },
        element("caption", { class: "visually-hidden" }, t("sync.nights.hint")),
        element("thead", {}, element("tr", {}, Array.from({ length: 7 }, (_, index) =>
          element("th", { scope: "col" }, element("abbr", { title: format.weekday(index + 1, "long") }, format.weekday(index + 1)))))),
        element("tbody", {},
          weeksOf(month).map((week) =>
            element("tr", {}, week.map((day) => element("td", {}, day && cell(day, nights.get(day), today))))))),
      element("p", { class: "nights-key", "aria-hidden": "true" },
        ["good", "partial", "failed", "none"]
        .map((state) => element("span", { class: `night-key-${state}` }, signs[state] ?? "", " ", t(`sync.nights.${state}`))))));
  }

  /** @param {string} name @param {number} count @param {boolean} disabled */
  function step(name, count, disabled) {
    const label = t(count < 0 ? "period.previousMonth" : "period.nextMonth");
    return element("button", {
      type: "button", class: "icon-button", "aria-label": label, title: label, disabled,
      on: {
        click() {
          month = addMonths(month, count);
          show();
        },
      },
    }, icon(name));
  }

  /** @param {string} day @param {string | undefined} state @param {string} today */
  function cell(day, state, today) {
    const number = String(Number(day.slice(8)));
    if (!state) return element("span", { class: ["night", "night-none", day === today && "night-today"] }, number);
    return element("button", {
      type: "button", class: ["night", `night-${state}`, day === today && "night-today"],
      "aria-label": `${format.spokenDay(day)}: ${t(`sync.nights.${state}`)}`,
      dataset: { testid: "night", day, state }, on: { click: () => openDay(day, runs) },
    }, number, signs[state]);
  }

  app.on("finished", load, signal);
  app.on("runs", () => hasFailed && !app.runs.error && load(), signal);
  return {
    node,
    update() {
      show();
      load();
    },
    stop: loader.stop,
  };
}
