import { csvButton } from "../parts/csv-link.js";
import { isPhone, onBreadth } from "../parts/breadth.js";
import { element, fill, newId } from "../parts/dom.js";
import { icon } from "../parts/icons.js";
import { dataTable } from "../parts/tables.js";
import { t } from "../../texts/translate.js";

/**
 * A section of the dashboard with a heading, a sentence that says its finding, and its figures as a table and as CSV. On the phone it is a
 * row that opens. `show` gets the sentence, what is drawn, the table, and the few words that its row says; without a table nothing is
 * there to be drawn.
 * @param {AbortSignal} signal @param {{ id: string, testid: string, wide?: boolean }} section
 */
export function createPanel(signal, { id, testid, wide = false }) {
  let title = t(`panels.${id}.title`);
  const headingId = newId("panel");
  const bodyId = newId("panel");
  const note = element("p", { class: "panel-note" });
  const drawing = element("div", { class: "panel-drawing" }, element("div", { class: "skeleton panel-skeleton" }));
  const tablePlace = element("div", { class: "panel-table", hidden: true });
  const toggle = element("button",
    { type: "button", class: "icon-button panel-toggle", hidden: true, dataset: { testid: "panel-toggle" },
      on: { click: () => { tabular = !tabular; draw(); } } });
  const body = element("div", { class: "panel-body", id: bodyId }, note, drawing, tablePlace);
  const heading = element("h2", { id: headingId });
  const fold = element("button", { type: "button", class: "panel-fold", "aria-controls": bodyId, on: { click: () => {
    isOpen = !isOpen;
    unfold();
  } } });
  const words = element("span", { class: "panel-summary" });
  const node = element("section",
    { class: ["panel", `panel-${id}`, wide && "panel-wide"], "aria-labelledby": headingId, dataset: { testid } },
    element("div", { class: "panel-head" }, heading, toggle), body);
  let isOpen = false;
  let tabular = false;
  /** @type {(() => { columns: Column[], rows: Child[][] }) | null} */
  let makeTable = null;

  /** On a wide screen the heading is a text, on the phone the button that opens what follows. */
  function unfold() {
    const folds = isPhone() && !wide;
    // What holds the focus stays where it is.
    if (folds && heading.firstChild !== fold) fill(heading, fold);
    if (!folds) fill(heading, title);
    if (folds) {
      fill(fold, element("span", { class: "panel-name" }, t(`panels.${id}.row`)), " ", words, icon("right"));
      fold.setAttribute("aria-expanded", String(isOpen));
    }
    body.hidden = folds && !isOpen;
    node.classList.toggle("panel-folded", folds && !isOpen);
    draw();
  }

  function draw() {
    const table = makeTable;
    toggle.hidden = !table || body.hidden;
    drawing.hidden = tabular && table !== null;
    tablePlace.hidden = !tabular || table === null;
    const text = t(tabular ? "charts.showChart" : "charts.showTable");
    toggle.setAttribute("aria-label", `${text}: ${title}`);
    toggle.title = text;
    fill(toggle, icon(tabular ? "chart" : "table"));
    if (!table || !tabular) return;
    const made = () => { const { columns, rows } = table(); return dataTable(title, columns, rows, { hiddenCaption: true }); };
    fill(tablePlace, made(), csvButton(() => title, made));
  }

  onBreadth(signal, unfold);
  unfold();
  return {
    node,
    /**
     * @param {{ note: Child, content?: Child, table?: () => { columns: Column[], rows: Child[][] }, summary?: Child, heading?: string }}
     * shown
     */
    show({ note: said, content = null, table, summary = "", heading: name = t(`panels.${id}.title`) }) {
      title = name;
      fill(note, said);
      fill(drawing, content);
      fill(words, summary);
      makeTable = table ?? null;
      unfold();
    },
    /** @param {Child} message */
    fail(message) {
      makeTable = null;
      fill(note);
      fill(drawing, message);
      fill(words);
      draw();
    },
  };
}
