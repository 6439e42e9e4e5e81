import { readColors } from "../../charts/colors.js";
import { amountChart, rateChart } from "../../charts/lead.js";
import { lineLabels } from "../../charts/line-labels.js";
import { marks } from "../../charts/marks.js";
import { describe, finding, leadTable, partName, spokenPoint } from "../../charts/lead-words.js";
import { notesAt, numberedNotes, stacked } from "../../logic/day-notes.js";
import { leadPoints } from "../../logic/lead-points.js";
import { measureOf, measures } from "../../logic/measures.js";
import { targetOf } from "../../logic/targets.js";
import { periodNames } from "../../logic/verdict.js";
import { preference, remember } from "../../state/preferences.js";
import { t } from "../../texts/translate.js";
import { csvButton } from "../parts/csv-link.js";
import { isPhone, onBreadth } from "../parts/breadth.js";
import { element, fill, newId } from "../parts/dom.js";
import { icon } from "../parts/icons.js";
import { countedLink } from "../parts/links.js";
import { noteText } from "../parts/note-words.js";
import { dataTable } from "../parts/tables.js";
import { targetText, targetValue } from "../parts/target.js";
import { createLeadSurface } from "./lead-surface.js";
import { createNoteList } from "./note-list.js";

/**
 * The one large chart: a rate as a line of seven days' sums, below it the days in bars, behind both the period before.
 * @param {App} app @param {AbortSignal} signal
 * @param {{ narrow: (from: string, to: string) => void, noted: () => unknown }} actions `noted`: a note was written.
 */
export function createLeadChart(app, signal, { narrow, noted }) {
  let measure = measureOf(preference("measure"));
  /** @type {any} */
  let Chart = null;
  let possible = true;
  let showsTable = false;
  /** @type {Api.KpiReport | null} */
  let report = null;
  /** @type {import("../../logic/lead-points.js").LeadPoints} */
  let shown = { points: [], weeks: false, shift: null, weekdays: false };
  /** @type {any[]} */
  const charts = [null, null];
  /** @type {import("../../logic/day-notes.js").DayNote[]} */
  let notes = [];
  /** @type {ReturnType<typeof numberedNotes>} */
  let numbered = [];

  /** @param {number} index */
  const written = (index) => notesAt(numbered, index).map(({ note }) => noteText(app, note));

  const group = newId("measure");
  const choices = measures.map(({ id }) =>
    element("input", { type: "radio", name: group, value: id, checked: id === measure.id, on: { change: () => pick(id) } }));
  const picker = element("div",
    { class: "measures", role: "radiogroup", "aria-label": t("lead.measure"), dataset: { testid: "lead-measures" } },
    choices.map((choice) => element("label", { class: "measure" }, choice, element("span", {}, t(`lead.${choice.value}.name`)))));
  const toggle = element("button",
    { type: "button", class: "button button-quiet button-small", dataset: { testid: "lead-table" },
      on: { click: () => { showsTable = !showsTable; show(); } } }, icon("table"), t("charts.table"));
  const csv = csvButton(() => t("lead.fileName", { name: t(`lead.${measure.id}.name`) }), table);

  const canvases = ["rate", "amount"].map((name) => element("canvas", { role: "img", dataset: { testid: `lead-${name}` } }));
  const titles = ["rate", "amount"].map(() => element("p", { class: "lead-title" }));
  const ghostKey = element("p", { class: "lead-ghost", hidden: true });
  const surface = createLeadSurface({
    describe: (index) => ({ ...describe(shown.points[index], measure), notes: written(index) }),
    speak: (index) => [spokenPoint(shown.points[index], measure), ...written(index).map((text) => t("notes.spoken", { text }))].join("; "),
    narrow: (from, to) => narrow(shown.points[from].from, shown.points[to].to),
  });
  const plot = element("div", { class: "lead-plot" }, titles[0], element("div", { class: "lead-canvas lead-canvas-rate" }, canvases[0]),
    element("div", { class: "lead-title-row" }, titles[1], ghostKey),
    element("div", { class: "lead-canvas lead-canvas-amount" }, canvases[1]), surface.nodes);
  const noteList = createNoteList(app, { changed: noted, day: () => shown.points.findLast(({ parts }) => parts)?.to ?? app.today() });
  const tablePlace = element("div", { class: "chart-table", hidden: true });
  const sentence = element("p", { class: "chart-sentence", dataset: { testid: "lead-finding" } });
  const node = element("div", { class: "lead-chart", dataset: { testid: "chart-lead" } },
    element("div", { class: "lead-tools" }, picker, toggle, csv), element("div", { class: "lead-stage" }, plot, tablePlace), noteList.node,
    sentence);

  /** @param {string} id */
  function pick(id) {
    measure = measureOf(id);
    remember("measure", id);
    show();
  }

  /** @param {import("../../logic/lead-points.js").LeadPoint} point @param {Filters} filters @param {string} text */
  const link = ({ from, to }, filters, text) => countedLink(app, filters, {}, text, { period: { from, to } });

  function table() {
    /** @param {typeof shown.points[number]} point */
    const notesOf = (point) => written(shown.points.indexOf(point)).join("; ");
    const { columns, rows } = leadTable(shown, measure, link, numbered.length ? notesOf : undefined);
    return dataTable(t("lead.fileName", { name: t(`lead.${measure.id}.name`) }), columns, rows, { hiddenCaption: true });
  }

  function show() {
    if (!report) return;
    shown = leadPoints(report, measure, app.today());
    numbered = numberedNotes(notes, shown.points);
    noteList.show(numbered);
    const empty = shown.points.every(({ parts, ghost }) => !parts && !ghost);
    const tabular = (showsTable || !possible) && !empty;
    const text = t(tabular ? "charts.chart" : "charts.table");
    toggle.hidden = !possible || empty;
    toggle.setAttribute("aria-label", `${text}: ${t("lead.title")}`);
    fill(toggle, icon(tabular ? "chart" : "table"), text);
    csv.hidden = empty;
    plot.hidden = tabular;
    tablePlace.hidden = !tabular;
    if (tabular) fill(tablePlace, table());
    const target = targetOf(report, measure.rate.target);
    const told = target ? targetText(target, measure.rate.unit).replace(/\.?$/, ".") : "";
    sentence.textContent = `${finding(shown, measure, app.today())} ${told}`.trim();
    const rateTitle = t(`lead.${measure.id}.rate`);
    const titled = [shown.points.some(({ rate }) => rate !== null) ? rateTitle : t("lead.noRate", { name: rateTitle }),
      t(`lead.${measure.id}.${shown.weeks ? "weeksTitle" : "daysTitle"}`)];
    titles.forEach((title, at) => {
      title.textContent = titled[at];
      canvases[at].setAttribute("aria-label", `${titled[at]}. ${sentence.textContent}`);
    });
    if (!plot.hidden) draw();
  }

  /** @param {Api.KpiReport} of */
  function names(of) {
    const { comparison } = of;
    return comparison ? periodNames(comparison, app.today()) : { now: "", before: "", month: false };
  }

  function draw() {
    if (!report) return;
    const { now, before, month } = names(report);
    ghostKey.hidden = shown.shift === null;
    fill(ghostKey, element("span", { class: "ghost-dash", "aria-hidden": "true" }),
      t(shown.weekdays && shown.points.length > 7 ? "lead.ghostWeekdays" : "lead.ghost", { name: month ? before : t("lead.before") }));
    if (!Chart) return;
    const target = targetOf(report, measure.rate.target);
    const context = {
      target: target ? { value: target.target, text: t("target.line", { target: targetValue(target.target, measure.rate.unit) }) } : null,
      notes: stacked(numbered),
      shown, measure, colors: readColors(), narrow: isPhone(), fontFamily: getComputedStyle(document.body).fontFamily,
      names: {
        now: month ? now : t("lead.now"),
        before: month ? before : t("lead.before"),
        parts: measure.parts.map((_, at) => partName(measure, at).toLowerCase()),
      },
    };
    [rateChart(context), amountChart(context)].forEach((drawing, at) => drawOne(drawing, at, context));
    place();
  }

  /** @param {any} drawing @param {number} at @param {import("../../charts/lead.js").LeadContext} context */
  function drawOne({ type, data, options, labels, marks: marked }, at, { colors, fontFamily }) {
    charts[at] ??= new Chart(canvases[at], { type, data: { datasets: [] }, options, plugins: [marks, lineLabels] });
    const chart = charts[at];
    Object.assign(chart, { lineLabels: labels, marks: marked, ground: colors.bg, ink: colors.text, fontFamily });
    chart.data = data;
    chart.options = { ...options, onResize: () => requestAnimationFrame(place) };
    chart.update("none");
  }

  /** The surface knows where the days are once they are drawn. */
  function place() {
    const axis = charts[1]?.scales.x;
    if (!axis) return;
    const { left, right } = charts[1].chartArea;
    surface.place(shown.points.map((_, index) => axis.getPixelForValue(index)), { left, right },
      Math.max(0, shown.points.findLastIndex(({ parts }) => parts !== null)));
  }

  app.on("theme", show, signal);
  onBreadth(signal, show);
  addEventListener("beforeprint", show, { signal });
  return {
    node,
    /** @param {Api.KpiReport} next */
    show(next) {
      if (report && (report.from !== next.from || report.to !== next.to)) surface.forget();
      report = next;
      show();
    },
    /** @param {typeof notes} next */
    showNotes(next) {
      notes = next;
      show();
    },
    /** Chart.js, which comes after the figures; null when it does not come, and the table has to do. @param {unknown} library */
    useLibrary(library) {
      if (library && library === Chart) return;
      Chart = library;
      possible = Boolean(library);
      show();
    },
    destroy: () => charts.forEach((chart) => chart?.destroy()),
  };
}
