import { isElsewhere } from "../../api/api.js";
import { exportUrl, workbookUrl } from "../../api/endpoints.js";
import { addMonths, monthOf } from "../../state/period.js";
import { preference, remember } from "../../state/preferences.js";
import * as format from "../../texts/format.js";
import { language, t } from "../../texts/translate.js";
import { element, fill } from "../parts/dom.js";
import { downloadLink } from "../parts/download-link.js";
import { field, select } from "../parts/fields.js";
import { icon } from "../parts/icons.js";
import { createPopover } from "../parts/popover.js";

/** Of so many conversations a workbook takes seconds. */
const largeWorkbook = 20_000;

const delimiters = ["semicolon", "comma", "tab"];

/**
 * The conversations that are shown as a file: a workbook first, for a spreadsheet takes the numbers and dates of a CSV file as it likes,
 * in the menu CSV, and the workbook of the month that is over, which is what most people come for at the start of a month.
 * Links, so that the browser streams the file to disk however large it is.
 * @param {App} app @param {AbortSignal} signal
 */
export function createExportMenu(app, signal) {
  const workbook =
    downloadLink(app, { class: "button button-primary export-main", dataset: { testid: "export-xlsx" } }, icon("download"),
      element("span", {}, t("export.workbook")));
  const lastMonth = downloadLink(app, { class: "menu-choice", dataset: { testid: "export-last-month" } });
  const csv = downloadLink(app, { class: "menu-choice", dataset: { testid: "export-csv" } }, icon("table"),
    element("span", {}, t("export.csv")));
  const delimiter = select(delimiters.map((name) => [name, t(`export.${name}`)]), preference("delimiter") ?? "semicolon", (name) => {
    remember("delimiter", name);
    update();
  });
  const more = createPopover({
    label: t("export.more"), testid: "export-more", sign: "down", atEnd: true, look: "button button-primary export-other",
    content: [lastMonth, csv, field(t("export.delimiter"), delimiter)],
  }, signal);
  const node = element("div", { class: "export", dataset: { testid: "export" } }, workbook, more.node);
  /** How many there are of what is shown; null until that is known. @type {number | null} */
  let total = null;

  // A file that takes long says that it is on its way; how far it is, and how to stop it, is the browser's to show.
  workbook.addEventListener("click", () => total !== null && total >= largeWorkbook && workbook.href
    && app.emit("toast", t(isElsewhere() ? "export.largeHere" : "export.large", { total: t("conversations.total", { count: total }) })));

  /** @param {HTMLAnchorElement} link @param {string} address */
  function point(link, address) {
    if (total === 0) {
      link.removeAttribute("href");
      link.setAttribute("aria-disabled", "true");
    } else {
      link.href = address;
      link.removeAttribute("aria-disabled");
    }
  }

  function update() {
    const conditions = app.route.filters;
    const asked = { ...app.periodQuery(), ...conditions };
    const today = app.today();
    const month = addMonths(today.slice(0, 7), -1);
    lastMonth.hidden = !app.months?.includes(month) || monthOf(app.route.period, today) === month;
    lastMonth.href = workbookUrl({ agent_id: app.route.agent, ...conditions, month, lang: language() });
    fill(lastMonth, icon("calendar"), element("span", {}, t("export.month", { month: format.month(month) })));
    point(workbook, workbookUrl({ ...asked, lang: language() }));
    // As a spreadsheet in the page's language reads it.
    point(csv, exportUrl({ ...asked, delimiter: delimiter.value, decimal: language() === "pl" ? "comma" : "dot", lang: language() }));
  }

  app.on("route", () => { total = null; }, signal);
  app.on("counted", (count) => {
    total = count;
    update();
  }, signal);
  return { node, update };
}
