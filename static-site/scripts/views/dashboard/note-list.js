import { t } from "../../texts/translate.js";
import { element, fill } from "../parts/dom.js";
import { icon } from "../parts/icons.js";
import { noteNode } from "../parts/note-words.js";

/** So many at once; more unfold. */
const most = 6;

/**
 * The notes of the days above, by their numbers; the owner writes and changes them in a form that is loaded when it is wanted.
 * @param {App} app @param {{ changed: () => unknown, day: () => string }} work `day` is what a new one is proposed for.
 */
export function createNoteList(app, { changed, day }) {
  const list = element("ol", { class: "day-notes", role: "list", "aria-label": t("notes.title") });
  const more = element("button", { type: "button", class: "button button-quiet button-small", hidden: true, on: { click: unfold } });
  const add = app.mayWrite() && element("button",
    { type: "button", class: "button button-quiet button-small", dataset: { testid: "add-note" }, on: { click: () => write(null) } },
    icon("plus"), t("notes.add"));
  const node = element("div", { class: "day-notes-place", dataset: { testid: "day-notes" } }, list,
    element("div", { class: "day-notes-work" }, more, add));
  /** @type {ReturnType<typeof import("../../logic/day-notes.js").numberedNotes>} */
  let shown = [];
  let isUnfolded = false;

  /** @param {typeof shown[number]["note"] | null} note */
  async function write(note) {
    try {
      const { openNoteForm } = await import("../other-views.js");
      openNoteForm(app, { note, day: day(), changed });
    } catch (error) {
      app.emit("failed", error);
    }
  }

  function unfold() {
    isUnfolded = true;
    draw();
  }

  function draw() {
    const rows = isUnfolded ? shown : shown.slice(0, most);
    list.hidden = !rows.length;
    fill(list, rows.map(({ number, note }) => element("li", { class: "day-note", dataset: { testid: "day-note" } },
      element("span", { class: "note-ring" }, String(number)), element("span", {}, noteNode(app, note)),
      app.mayWrite() && element("button",
        { type: "button", class: "link-button", "aria-label": t("notes.changeOf", { number }), on: { click: () => write(note) } },
        t("notes.change")))));
    more.hidden = rows.length === shown.length;
    more.textContent = t("notes.all", { count: shown.length });
  }

  return {
    node,
    /** @param {typeof shown} numbered */
    show(numbered) {
      shown = numbered;
      draw();
    },
  };
}
