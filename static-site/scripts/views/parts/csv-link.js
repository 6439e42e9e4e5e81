import { tableCsv } from "../../logic/table-csv.js";
import { language, t } from "../../texts/translate.js";
import { element } from "./dom.js";
import { handOver } from "./download-link.js";
import { icon } from "./icons.js";

/** Saves a table as it is shown, or would be. @param {() => string} title @param {() => HTMLElement} table */
export function csvButton(title, table) {
  function save() {
    const [head, ...rows] = [...table().querySelectorAll("tr")].map((row) => [...row.cells].map((cell) => cell.textContent ?? ""));
    const blob = new Blob([tableCsv(head, rows, language() === "pl" ? ";" : ",")], { type: "text/csv;charset=utf-8" });
    handOver({ blob, name: `${title()}.csv` });
  }

  return element("button", {
    type: "button", class: "button button-quiet button-small", "aria-label": t("charts.csvOf", { title: title() }),
    title: t("charts.csvOf", { title: title() }), dataset: { testid: "chart-csv" }, on: { click: save },
  }, icon("download"), t("charts.csv"));
}
