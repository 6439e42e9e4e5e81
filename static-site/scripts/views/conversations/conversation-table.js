import { element } from "../parts/dom.js";
import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { tableBox } from "../parts/tables.js";

/**
 * One page of the list, one line a conversation. `selection` holds the ticked rows, null where nothing can be done with them;
 * `showSelection` puts ticks where it says. Only a table of more columns than have room scrolls in a box of its own.
 * @param {App} app @param {Api.ConversationList} answer @param {any} selection @param {{ columns: ListColumn[], overflows: boolean }}
 * shown
 */
export function conversationTable(app, answer, selection, { columns, overflows }) {
  const ids = answer.conversations.map((row) => row.conversation_id);
  const pickAll = tick(t("conversations.selectPage"), (on) => selection.setAll(ids, on));
  const picks = new Map(answer.conversations.map((row) => [row.conversation_id,
    tick(t("conversations.select", { time: format.dateTime(row.start_time) }), (on) => selection.set(row.conversation_id, on))]));
  const caption = t("conversations.caption");
  const table = element("table", { class: "conversation-table" },
    element("colgroup", {}, selection && element("col", { class: "pick" }), columns.map(({ width }) => sized(element("col"), width))),
    element("thead", {},
      element("tr", {}, selection && element("td", { class: "pick" }, pickAll), columns.map((column) => headCell(app, column)))),
    element("tbody", {}, answer.conversations.map((row) => bodyRow(app, columns, row, selection && picks.get(row.conversation_id)))));
  if (overflows) sized(table, columns.reduce((sum, { width }) => sum + (width || leastMatter), 0), "minWidth");
  else table.prepend(element("caption", { class: "visually-hidden" }, caption));
  const node = overflows ? tableBox(caption, table, { hiddenCaption: true }) : table;

  function showSelection() {
    if (!selection) return;
    for (const [id, pick] of picks) {
      pick.checked = selection.has(id);
      pick.disabled = selection.isFull && !pick.checked;
    }
    const picked = ids.filter(selection.has).length;
    pickAll.checked = picked > 0 && picked === ids.length;
    pickAll.indeterminate = picked > 0 && picked < ids.length;
  }

  showSelection();
  return { node, showSelection };
}

/** What the matter of a conversation keeps beside many chosen columns. */
const leastMatter = 220;

/**
 * @template {HTMLElement} T @param {T} node @param {number} pixels
 * @param {"width" | "minWidth"} [side] In rem, so that it grows with the reader's letters. @returns {T}
 */
function sized(node, pixels, side = "width") {
  if (pixels) node.style[side] = `${pixels / 16}rem`;
  return node;
}

/** @param {string} name @param {(on: boolean) => void} onChange */
const tick = (name, onChange) => {
  const input = element("input", { type: "checkbox", "aria-label": name, title: name, on: { change: () => onChange(input.checked) } });
  return input;
};

/** @param {App} app @param {ListColumn} column */
function headCell(app, { title, sort, class: name }) {
  if (!sort)
    return element("th", { scope: "col", class: name, title: name === "criterion" ? title : null },
      element("span", { class: "cut", dir: "auto" }, title));
  const sorted = app.route.sort === sort ? "ascending" : app.route.sort === `-${sort}` ? "descending" : null;
  // The first click shows the largest first, which is what one looks for in durations, costs and dates.
  const next = sorted === "descending" ? sort : `-${sort}`;
  return element("th", { scope: "col", class: name, "aria-sort": sorted },
    element("button",
      { type: "button", class: "sort", dataset: { sort },
        on: { click: () => app.navigate({ ...app.route, sort: next, page: 1 }, { replace: true }) } },
      title, element("span", { class: "sort-arrow", "aria-hidden": "true" }, sorted === "ascending" ? "↑" : sorted ? "↓" : "")));
}

/** @param {App} app @param {ListColumn[]} columns @param {ListedConversation} row @param {Node | null} pick */
function bodyRow(app, columns, row, pick) {
  return element("tr", { dataset: { testid: "conversation-row", id: row.conversation_id }, on: { click: openRow } },
    pick && element("td", { class: "pick" }, pick),
    columns.map((column, index) =>
      element(index ? "td" : "th", { scope: index ? null : "row", class: column.class }, column.cell?.(app, row))));
}

/** A click anywhere on the row follows its link, unless it selects text or hits something else. @param {any} event */
function openRow(event) {
  if (event.target.closest("a, button, .pick") || String(getSelection())) return;
  event.currentTarget.querySelector("a").click();
}
