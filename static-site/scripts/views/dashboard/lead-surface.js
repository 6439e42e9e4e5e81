import { element, fill, newId } from "../parts/dom.js";
import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";

/** A drag shorter than this is a click. */
const leastDragged = 8;

/**
 * What lies over the lead chart: a tip for the day under the pointer, the arrow keys from day to day, a click or Enter that narrows the
 * page to it, and a drag that zooms into the days it covers; Escape gives a drag up.
 * @param {{ describe: (index: number) => { title: string, before: string | null, rows: Array<{ name: string, now: string | null, before:
 * string | null, role?: string }>, notes: string[] }, speak: (index: number) => string, narrow: (from: number, to: number) => void }}
 * chart
 */
export function createLeadSurface({ describe, speak, narrow }) {
  const tip = element("div", { class: "lead-tip", hidden: true, "aria-hidden": "true" });
  const cursor = element("div", { class: "lead-cursor", hidden: true });
  const selection = element("div", { class: "lead-selection", hidden: true });
  const help = element("p", { class: "visually-hidden", id: newId("help") }, t("lead.help"));
  const node = element("div", {
    class: "lead-surface", "aria-describedby": help.id, role: "slider", tabIndex: 0, "aria-label": t("lead.surface"), "aria-valuemin": "1",
    "aria-orientation": "horizontal", dataset: { testid: "lead-surface" },
    on: {
      pointermove,
      pointerleave: leave,
      pointerdown,
      pointerup,
      pointercancel: leave,
      keydown,
      focus: () => current >= 0 && show(current),
      blur: leave,
    },
  }, selection, cursor, tip);
  /** Middles of the days, from the surface's left edge. @type {number[]} */
  let places = [];
  /** The edges between which the days lie. */
  let area = { left: 0, right: 0 };
  let current = -1;
  let latest = -1;
  /** @type {number | null} */
  let draggedFrom = null;

  /** @param {PointerEvent} event */
  const xOf = (event) => event.clientX - node.getBoundingClientRect().left;

  /** @param {number} x */
  function indexAt(x) {
    return places.reduce((best, place, index) => (Math.abs(place - x) < Math.abs(places[best] - x) ? index : best), 0);
  }

  /** @param {PointerEvent} event */
  function pointermove(event) {
    if (!places.length) return;
    const x = xOf(event);
    if (draggedFrom !== null) return drag(x);
    if (event.pointerType === "touch") return;
    if (x < area.left || x > area.right) return leave();
    show(indexAt(x));
  }

  /** @param {PointerEvent} event */
  function pointerdown(event) {
    if (event.button || !places.length) return;
    draggedFrom = xOf(event);
    if (event.pointerType !== "touch") node.setPointerCapture(event.pointerId);
  }

  /** @param {PointerEvent} event */
  function pointerup(event) {
    if (draggedFrom === null) return;
    const [start, end] = [draggedFrom, xOf(event)];
    const wasDrag = Math.abs(end - start) >= leastDragged;
    endDrag();
    if (!wasDrag && (end < area.left || end > area.right)) return;
    const [from, to] = wasDrag ? [indexAt(Math.min(start, end)), indexAt(Math.max(start, end))] : [indexAt(end), indexAt(end)];
    narrow(from, to);
  }

  /** @param {number} x */
  function drag(x) {
    if (draggedFrom === null || Math.abs(x - draggedFrom) < leastDragged) return;
    hide();
    const half = places.length > 1 ? (places[1] - places[0]) / 2 : area.right - area.left;
    const [from, to] = [indexAt(Math.min(draggedFrom, x)), indexAt(Math.max(draggedFrom, x))];
    selection.hidden = false;
    selection.style.left = `${places[from] - half}px`;
    selection.style.width = `${places[to] - places[from] + 2 * half}px`;
  }

  function endDrag() {
    draggedFrom = null;
    selection.hidden = true;
  }

  function leave() {
    endDrag();
    hide();
  }

  function hide() {
    tip.hidden = true;
    cursor.hidden = true;
  }

  /** @param {KeyboardEvent} event */
  function keydown(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || !places.length) return;
    if (event.key === "Escape") {
      // With a tip or a drag it ends these; the next one leaves the narrowed period.
      if (tip.hidden && draggedFrom === null) return;
      leave();
    } else if (event.key === "Enter") {
      if (current < 0) return;
      narrow(current, current);
    } else {
      const next = stepped(event.key);
      if (next === null) return;
      show(Math.max(0, Math.min(places.length - 1, next)));
    }
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {string} key */
  function stepped(key) {
    const from = current < 0 ? latest + (key === "ArrowLeft" || key === "ArrowDown" ? 1 : -1) : current;
    /** @type {Record<string, number>} */
    const targets = {
      ArrowLeft: from - 1, ArrowDown: from - 1, ArrowRight: from + 1, ArrowUp: from + 1, PageUp: from + 7, PageDown: from - 7, Home: 0,
      End: places.length - 1,
    };
    return Object.hasOwn(targets, key) ? targets[key] : null;
  }

  /** @param {number} index */
  function show(index) {
    current = index;
    say();
    cursor.hidden = false;
    cursor.style.left = `${places[index]}px`;
    const { title, before, rows, notes } = describe(index);
    fill(tip,
      element("p", { class: "lead-tip-title" }, title),
      before && element("p", { class: "lead-tip-before" }, t("lead.against", { before })),
      rows.length ? element("dl", {}, rows.map(row)) : element("p", {}, t("lead.toCome")),
      notes.map((text) => element("p", { class: "lead-tip-note" }, text)));
    tip.hidden = false;
    const room = node.clientWidth - places[index] - 16 > tip.offsetWidth;
    tip.style.left = `${Math.max(0, room ? places[index] + 12 : places[index] - 12 - tip.offsetWidth)}px`;
  }

  /** @param {{ name: string, now: string | null, before: string | null, role?: string }} row */
  const row = ({ name, now, before, role }) => element("div", { class: "lead-tip-row" },
    element("dt", {}, role && element("span", { class: ["dot", `share-${role}`] }), name),
    element("dd", {}, now ?? format.none), element("dd", { class: "lead-tip-then" }, before ?? ""));

  function say() {
    const index = current < 0 ? latest : current;
    node.setAttribute("aria-valuenow", String(index + 1));
    node.setAttribute("aria-valuetext", speak(index));
  }

  return {
    nodes: [node, help],
    /**
     * After the chart was drawn.
     * @param {number[]} middles @param {{ left: number, right: number }} edges @param {number} last The latest day that has come.
     */
    place(middles, edges, last) {
      const isAnother = middles.length !== places.length;
      places = middles;
      area = edges;
      latest = last;
      if (isAnother) current = -1;
      node.setAttribute("aria-valuemax", String(Math.max(1, middles.length)));
      if (middles.length) say();
      if (!tip.hidden && current >= 0) show(current);
    },
    forget() {
      current = -1;
      leave();
    },
  };
}
