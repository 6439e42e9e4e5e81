import { element } from "../parts/dom.js";

/**
 * What stands on paper one below the other: a node that is not broken, or a table whose rows may go on on the next sheet under the same
 * head. One that starts a sheet does so after the first; later there is no need to waste paper.
 * @typedef {{ node: HTMLElement, startsSheet?: boolean } | { table: (isContinued: boolean) => { node: HTMLElement, body: HTMLElement },
 * rows: HTMLElement[], startsSheet?: boolean }} Block
 */

/** Rows of a table that are kept with its head. */
const leastRows = 2;

/**
 * Lays blocks on sheets by measuring them where they will lie; `place` is in the document and as wide as the paper's text.
 * @param {HTMLElement} place @param {Block[]} blocks @param {() => { node: HTMLElement, body: HTMLElement }} makeSheet
 * @returns {HTMLElement[]} The sheets, in `place`.
 */
export function layOut(place, blocks, makeSheet) {
  /** @type {Array<{ node: HTMLElement, body: HTMLElement }>} */
  const sheets = [];

  function nextSheet() {
    const sheet = makeSheet();
    place.append(sheet.node);
    sheets.push(sheet);
    return sheet;
  }

  const isFull = () => {
    const { body } = current();
    return (body.lastElementChild?.getBoundingClientRect().bottom ?? 0) > body.getBoundingClientRect().bottom;
  };
  const current = () => sheets.at(-1) ?? nextSheet();

  for (const block of blocks) {
    if (block.startsSheet && sheets.length === 1) nextSheet();
    if ("node" in block) putNode(block.node);
    else putTable(block);
  }
  return sheets.map(({ node }) => node);

  /** @param {HTMLElement} node */
  function putNode(node) {
    current().body.append(node);
    // What is higher than a sheet stays where it is.
    if (isFull() && current().body.firstChild !== node) nextSheet().body.append(node);
  }

  /** @param {Extract<Block, { rows: HTMLElement[] }>} block */
  function putTable({ table, rows }) {
    let part = table(false);
    let held = 0;
    current().body.append(part.node);
    for (const row of rows) {
      part.body.append(row);
      held++;
      const isAlone = current().body.firstChild === part.node;
      if (!isFull() || (isAlone && held === 1)) continue;
      if (held <= leastRows && !isAlone) {
        nextSheet().body.append(part.node);
        continue;
      }
      // A group's title goes with its first row.
      const title = row.previousElementSibling;
      const going = title?.classList.contains("report-group") ? [title, row] : [row];
      part = table(true);
      held = going.length;
      nextSheet().body.append(part.node);
      part.body.append(...going);
    }
  }
}

/** A heading with a note beside it. @param {string} title @param {Child} [note] */
export const heading = (title, note) => element("h2", { class: "report-heading" }, title, note && element("small", {}, note));

/**
 * A table of the report as a block. `columns` are {title, class}.
 * @param {{ title: string, note?: string, name: string, columns: Array<{ title: string, class?: string }>, rows: HTMLElement[],
 * startsSheet?: boolean }} options
 * @param {(title: string) => string} continued
 * @returns {Block}
 */
export const tableBlock = ({ title, note, name, columns, rows, startsSheet }, continued) => ({
  rows,
  startsSheet,
  table(isContinued) {
    const body = element("tbody");
    const node = element("section", { class: ["report-part", `report-${name}`] },
      heading(isContinued ? continued(title) : title, isContinued ? undefined : note),
      element("table", { class: "report-table" },
        element("thead", {},
          element("tr", {}, columns.map((column) => element("th", { scope: "col", class: column.class }, column.title)))), body));
    return { node, body };
  },
});
