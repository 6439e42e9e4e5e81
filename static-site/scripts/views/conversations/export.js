import { element } from "../parts/dom.js";
import { exportUrl, workbookUrl } from "../../api/endpoints.js";
import { icon } from "../parts/icons.js";
import { preference } from "../../state/preferences.js";
import { language, t } from "../../texts/translate.js";
import { downloadLink } from "../parts/download-link.js";

/** Files of the ticked rows; those of everything that is shown are above. @param {App} app @param {any} selection */
export function createExport(app, selection) {
  /** @param {string} testid @param {string} look @param {...Child} content */
  const fileLink = (testid, look, ...content) => downloadLink(app, { class: `button ${look}`, dataset: { testid } }, content);
  const workbook = fileLink("export-selected-xlsx", "button-primary", icon("download"), t("export.selected"));
  const csv = fileLink("export-selected", "", t("export.selectedCsv"));
  const count = element("p", { role: "status" });
  const clear = element("button", { type: "button", class: "button button-quiet", on: { click: selection.clear } },
    t("conversations.clearSelection"));
  const bar = element("div", { class: "selection-bar", hidden: true, dataset: { testid: "selection-bar" } }, count, workbook, csv, clear);

  return {
    bar,
    showSelection() {
      bar.hidden = !selection.size;
      if (!selection.size) return;
      const ids = selection.ids().join(",");
      workbook.href = workbookUrl({ ids, lang: language() });
      csv.href = exportUrl({
        ids,
        delimiter: preference("delimiter") ?? "semicolon",
        decimal: language() === "pl" ? "comma" : "dot",
        lang: language(),
      });
      count.textContent = t(selection.isFull ? "conversations.selectedMost" : "conversations.selected", { count: selection.size });
    },
  };
}
