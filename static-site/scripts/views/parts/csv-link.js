import { tableCsv } from "../../logic/table-csv.js";
import { language, t } from "../../texts/translate.js";
import { element } from "./dom.js";
import { handOver } from "./download-link.js";
import { icon } from "./icons.js";

/** Saves a table as it is shown. @param {string} title @param {HTMLElement} table */
export function csvLink(title, table) {
  /** @param {Event} event */
  function save(event) {
    event.preventDefault();
    const [head, ...rows] = [...table.querySelectorAll("tr")].map((row) => [...row.cells].map((cell) => cell.textContent ?? ""));
    const blob = new Blob([tableCsv(head, rows, language() === "pl" ? ";" : ",")], { type: "text/csv;charset=utf-8" });
    handOver({ blob, name: `${title}.csv` });
  }

  return element("a", { class: "csv-link", href: "#", "aria-label": t("charts.csvOf", { title }), dataset: { testid: "chart-csv" }, on: { click: save } }, icon("download"), t("charts.csv"));
}
