import { element } from "../parts/dom.js";
import { t } from "../../texts/translate.js";
import { loadReport, loadReportNow } from "./report-data.js";
import { makeSheets, periodLabel } from "./report-sheets.js";
import { unfoldForPrint } from "./unfold.js";

/**
 * What the dashboard gives to a printer: not the screen, but a report of the period, however printing is begun. The button and Ctrl+P load
 * it first; where the browser's own menu does not wait, it is loaded on the spot.
 * @param {App} app @param {AbortSignal} signal
 */
export function createReport(app, signal) {
  const node = element("div", { class: "report", hidden: true, dataset: { testid: "report" } });
  const printed = matchMedia("print");
  /** @type {{ key: string, data: import("./report-data.js").ReportData } | null} */
  let loaded = null;
  /** @type {string | null} */
  let screenTitle = null;

  const isMeant = () => app.route.view === "dashboard" && !app.route.conversation && app.configured() && !app.setupOpen;
  const key = () => JSON.stringify([app.kpiQuery(), app.revision]);

  /** Prints what is shown: of the dashboard the report, once it is there. */
  async function print() {
    try {
      const wanted = key();
      if (isMeant() && loaded?.key !== wanted) loaded = { key: wanted, data: await loadReport(app) };
      window.print();
    } catch (error) {
      app.emit("failed", error);
    }
  }

  function show() {
    if (!isMeant() || screenTitle !== null) return;
    const data = loaded?.key === key() ? loaded.data : loadReportNow(app);
    if (!data) return;
    loaded = { key: key(), data };
    app.learnCriteria(data.report.criteria_stats.map(({ id, display_name: name }) => [id, name]));
    node.hidden = false;
    makeSheets(app, node, data);
    document.documentElement.classList.add("prints-report");
    screenTitle = document.title;
    document.title = t("report.fileTitle", { period: periodLabel(data.report) });
  }

  function hide() {
    if (screenTitle === null) return;
    document.documentElement.classList.remove("prints-report");
    document.title = screenTitle;
    screenTitle = null;
    node.hidden = true;
    node.replaceChildren();
  }

  /** @param {KeyboardEvent} event */
  function keydown(event) {
    if (event.key.toLowerCase() !== "p" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || !isMeant()) return;
    event.preventDefault();
    print();
  }

  unfoldForPrint(signal);
  addEventListener("beforeprint", show, { signal });
  addEventListener("afterprint", hide, { signal });
  printed.addEventListener("change", () => (printed.matches ? show() : hide()), { signal });
  document.addEventListener("keydown", keydown, { signal });
  app.print = print;
  return { node };
}
