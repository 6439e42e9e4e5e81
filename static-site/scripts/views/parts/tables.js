import { element, foreign } from "./dom.js";

/**
 * A table that scrolls inside its own box; the box takes focus so that a keyboard can scroll it too.
 * @param {string} caption @param {HTMLTableElement} table @param {{ hiddenCaption?: boolean }} [options]
 */
export function tableBox(caption, table, { hiddenCaption = false } = {}) {
  table.prepend(element("caption", { class: hiddenCaption && "visually-hidden" }, caption));
  return element("div", { class: "table-box", tabIndex: 0, role: "group", "aria-label": caption }, table);
}

/**
 * A plain data table: `columns` are {title, numeric}, `rows` arrays of cells (text or nodes); the first cell of a row heads it.
 * @param {string} caption @param {Column[]} columns @param {Child[][]} rows @param {{ hiddenCaption?: boolean }} [options]
 */
export function dataTable(caption, columns, rows, options) {
  /** @param {Child} content @param {number} index */
  const cell = (content, index) =>
    element(index ? "td" : "th", { scope: index ? null : "row", class: columns[index].numeric && "numeric" },
      typeof content === "string" && !columns[index].numeric ? foreign(content) : content);
  return tableBox(caption, element("table", { class: "data-table" },
    element("thead", {}, element("tr", {},
      columns.map((column) => element("th", { scope: "col", class: column.numeric && "numeric" }, column.title)))),
    element("tbody", {}, rows.map((row) => element("tr", {}, row.map(cell))))), options);
}

/** Rows of the final height while the first answer is on its way. @param {number} rows */
export const skeletonTable = (rows) =>
  element("div", { class: "skeleton-table", "aria-hidden": "true" },
    Array.from({ length: rows }, () => element("div", { class: "skeleton skeleton-row" })));
