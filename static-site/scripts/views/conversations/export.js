import { element } from "../parts/dom.js";
import { exportUrl, workbookUrl } from "../../api/endpoints.js";
import { icon } from "../parts/icons.js";
import { preference, remember } from "../../state/preferences.js";
import { language, t } from "../../texts/translate.js";
import { downloadLink } from "../parts/download-link.js";
import { field, select } from "../parts/fields.js";

const delimiters = ["semicolon", "comma", "tab"];

/**
 * Files of the whole filter, and of the ticked rows: a workbook first, for a spreadsheet takes the numbers and dates of a CSV file as it likes, and CSV beside it.
 * Links, so that the browser streams the file to disk however large it is.
 * @param {App} app @param {any} selection
 */
export function createExport(app, selection) {
  /** @param {string} testid @param {string} look @param {...Child} content */
  const fileLink = (testid, look, ...content) => downloadLink(app, { class: `button ${look}`, dataset: { testid } }, content);
  const workbook = fileLink("export-xlsx", "button-primary", icon("download"), t("export.workbook"));
  const csv = fileLink("export-csv", "", t("export.csv"));
  const pickedWorkbook = fileLink("export-selected-xlsx", "button-primary", icon("download"), t("export.selected"));
  const pickedCsv = fileLink("export-selected", "", t("export.selectedCsv"));
  const count = element("p", { role: "status" });
  const clear = element("button", { type: "button", class: "button button-quiet", on: { click: selection.clear } }, t("conversations.clearSelection"));
  const delimiter = select(delimiters.map((name) => [name, t(`export.${name}`)]), preference("delimiter") ?? "semicolon", (name) => {
    remember("delimiter", name);
    show();
  });
  const bar = element("div", { class: "selection-bar", hidden: true, dataset: { testid: "selection-bar" } }, count, pickedWorkbook, pickedCsv, clear);
  let total = 0;

  /** @param {HTMLAnchorElement} link @param {string | null} address None where there is nothing to save. */
  function point(link, address) {
    if (address) {
      link.href = address;
      link.removeAttribute("aria-disabled");
    } else {
      link.removeAttribute("href");
      link.setAttribute("aria-disabled", "true");
    }
  }

  /** As a spreadsheet in the page's language reads it. */
  const written = () => ({ delimiter: delimiter.value, decimal: language() === "pl" ? "comma" : "dot", lang: language() });

  function show() {
    const asked = { ...app.periodQuery(), ...app.route.filters };
    point(workbook, total ? workbookUrl({ ...asked, lang: language() }) : null);
    point(csv, total ? exportUrl({ ...asked, ...written() }) : null);
    bar.hidden = !selection.size;
    if (!selection.size) return;
    const ids = selection.ids().join(",");
    point(pickedWorkbook, workbookUrl({ ids, lang: language() }));
    point(pickedCsv, exportUrl({ ids, ...written() }));
    count.textContent = t(selection.isFull ? "conversations.selectedMost" : "conversations.selected", { count: selection.size });
  }

  return {
    node: element("div", { class: "export" }, workbook, csv, field(t("export.delimiter"), delimiter, { hidden: true })),
    bar,
    showSelection: show,
    /** @param {number} found */
    update(found) {
      total = found;
      show();
    },
  };
}
