import { element, fill, newId } from "../views/parts/dom.js";
import { icon } from "../views/parts/icons.js";
import { t } from "../texts/translate.js";
import { csvLink } from "../views/parts/csv-link.js";
import { dataTable } from "../views/parts/tables.js";

/**
 * One chart with its title, a sentence that says the same, and its table. The chart is made once and then updated.
 * `open` goes to the conversations behind a bar or slice.
 * @param {ChartDefinition} definition
 * @param {{ open: (target: { day?: string, filters: Filters } | null) => void }} links
 */
export function createChartCard(definition, { open }) {
  const titleId = newId("chart");
  const canvas = element("canvas", { role: "img" });
  const plot = element("div", { class: "chart-plot" }, canvas);
  const tablePlace = element("div", { class: "chart-table", hidden: true });
  const sentence = element("p", { class: "chart-sentence" });
  const toggle = element("button", { type: "button", class: "button button-quiet button-small", on: { click: switchTable } });
  const node = element("section", {
    class: ["card", "chart-card", definition.width && `chart-${definition.width}`], "aria-labelledby": titleId, dataset: { testid: `chart-${definition.id}` },
  },
  element("div", { class: "card-head" }, element("h3", { id: titleId }, t(`charts.${definition.id}.title`)), toggle),
  sentence, plot, tablePlace);
  /** @type {any} */
  let Chart = null;
  let possible = true;
  /** @type {any} */
  let chart = null;
  /** @type {any} */
  let context = null;
  let showsTable = false;
  let near = false;
  // Drawn when it comes near the screen: a dozen charts at once would keep the first view waiting.
  const observer = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && drawNow(), { rootMargin: "300px" });
  observer.observe(node);

  function drawNow() {
    if (near) return;
    near = true;
    observer.disconnect();
    if (context) show();
  }

  function switchTable() {
    showsTable = !showsTable;
    show();
  }

  function showToggle() {
    toggle.hidden = !possible || context === null || definition.isEmpty(context);
    const text = t(showsTable ? "charts.chart" : "charts.table");
    // Who says the visible word to the computer means this button, so its name begins with it.
    toggle.setAttribute("aria-label", `${text}: ${t(`charts.${definition.id}.title`)}`);
    toggle.title = t(showsTable ? "charts.showChart" : "charts.showTable");
    fill(toggle, icon(showsTable ? "chart" : "table"), text);
  }

  function show() {
    const empty = definition.isEmpty(context);
    showToggle();
    sentence.textContent = empty ? t("charts.empty") : definition.sentence(context);
    plot.hidden = showsTable || empty;
    tablePlace.hidden = !showsTable || empty;
    if (!tablePlace.hidden) {
      const { columns, rows } = definition.table(context);
      const table = dataTable(t(`charts.${definition.id}.title`), columns, rows, { hiddenCaption: true });
      fill(tablePlace, table, csvLink(t(`charts.${definition.id}.title`), table));
    }
    canvas.setAttribute("aria-label", sentence.textContent);
    if (!plot.hidden && near) draw();
  }

  function draw() {
    if (!Chart) return;
    const data = definition.data(context);
    const options = definition.options(context.colors, context);
    if (definition.target) {
      const { target } = definition;
      options.onClick = (/** @type {unknown} */ _, /** @type {any[]} */ [hit]) => hit && open(target({ ...context, index: hit.index, dataset: hit.datasetIndex }));
      options.onHover = (/** @type {any} */ event, /** @type {unknown[]} */ hits) => { event.native.target.style.cursor = hits.length ? "pointer" : ""; };
    }
    if (chart) {
      chart.days = context.days;
      chart.data = data;
      chart.options = options;
      chart.update();
    } else {
      chart = new Chart(canvas, { type: definition.type, data, options });
      chart.days = context.days;
    }
  }

  showToggle();
  return {
    node,
    /** @param {Partial<ChartContext>} next */
    update(next) {
      context = next;
      show();
    },
    drawNow,
    /** Chart.js, which comes after the figures; null when it does not come, and tables have to do. @param {unknown} library */
    useLibrary(library) {
      if (library && library === Chart) return;
      Chart = library;
      possible = Boolean(library);
      showsTable = !possible;
      if (context) show();
    },
    destroy() {
      observer.disconnect();
      chart?.destroy();
    },
  };
}
