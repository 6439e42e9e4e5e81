import { getConversations, getViews } from "../../api/endpoints.js";
import { createLoader } from "../../api/loader.js";
import { matching } from "../../logic/palette.js";
import { routeOfView } from "../../logic/saved-views.js";
import { openConversations, openSegments, openView } from "../../state/route.js";
import { explain } from "../../texts/explain.js";
import * as format from "../../texts/format.js";
import { known, t } from "../../texts/translate.js";
import { element, fill, foreign, newId } from "../parts/dom.js";
import { icon } from "../parts/icons.js";
import { pageEntries } from "./page-entries.js";

/** @typedef {{ group: string, title: string, words?: string, note?: string, icon: string, run: () => unknown }} Entry */

const mostOfGroup = 8;
const conversationsShown = 6;
/** A conversation is looked for once the typing pauses. */
const pauseMilliseconds = 200;

/**
 * One field that finds views, agents, settings, work to do, and conversations.
 * @param {App} app @param {{ listKeys: () => void }} actions
 */
export function createPalette(app, actions) {
  const listId = newId("palette");
  const input = element("input", {
    type: "text", class: "palette-input", role: "combobox", autocomplete: "off", spellcheck: false, "aria-expanded": "true",
    "aria-controls": listId, "aria-autocomplete": "list",
    "aria-label": t("palette.label"), placeholder: t("palette.label"), dataset: { testid: "palette-input" }, on: { input: typed, keydown },
  });
  const list = element("div", { class: "palette-list", id: listId, role: "listbox", "aria-label": t("palette.results") });
  const note = element("p", { class: "palette-note", role: "status" });
  const node = element("dialog", {
    class: "sheet palette", "aria-label": t("palette.title"), dataset: { testid: "palette" },
    on: { click: (/** @type {Event} */ event) => event.target === node && node.close(), close: stop },
  },
  element("div", { class: "palette-head" }, icon("search"), input,
    element("button", { type: "button", class: "icon-button", "aria-label": t("actions.close"), on: { click: () => node.close() } },
      icon("close"))), list, note);
  /** @type {Entry[]} */
  let page = [];
  /** @type {Entry[]} */
  let conversations = [];
  /** @type {Entry[]} */
  let shown = [];
  let at = 0;
  /** @type {number | undefined} */
  let pause;

  /** @type {ReturnType<typeof createLoader<Api.ConversationList>>} */
  const loader = createLoader({
    show({ conversations: rows, total }) {
      conversations = rows.map(conversationEntry);
      show(t("palette.found", { count: total }));
    },
    fail: (error) => show(explain(error)),
  });

  /** @param {ListedConversation} row @returns {Entry} */
  const conversationEntry = (row) => ({
    group: "conversations", icon: "chat", title: row.call_summary_title || t("detail.title", { time: format.dateTime(row.start_time) }),
    note: [format.dateTime(row.start_time), known("outcome", row.call_successful ?? "unknown"), row.agent_name].filter(Boolean)
      .join(" · "),
    run: () => app.navigate({ ...app.route, conversation: row.conversation_id }),
  });

  /** The views that were saved under a name; without them the palette finds everything else. */
  async function addSavedViews() {
    try {
      const { views } = await getViews({});
      const saved = views.map((view) => ({
        group: "saved", icon: "filter", title: view.name, words: t("tabs.conversations"),
        run: () => app.navigate(routeOfView(view, openView(app.route, "conversations")), { focus: true }),
      }));
      if (views.length > 1) {
        saved.push(...views.map(({ id, name }) => ({
          group: "saved", icon: "columns", title: t("segments.compareNamed", { name }), words: t("tabs.segments"),
          run: () => app.navigate(openSegments(app.route, id), { focus: true }),
        })));
      }
      const after = page.findLastIndex(({ group }) => group === "views") + 1;
      page = page.toSpliced(after, 0, ...saved);
      if (node.open && saved.length) show(note.textContent ?? "");
    } catch {
      // The list of conversations says what is wrong where they are wanted.
    }
  }

  /** @returns {Entry[]} */
  function searchAll() {
    const text = input.value.trim();
    return text ? [{
      group: "conversations", icon: "search", title: t("palette.searchAll", { text }),
      run: () => app.navigate(openConversations(app.route, { search: text }, { preset: "all_time" }), { focus: true }),
    }] : [];
  }

  /** @param {string} [said] */
  function show(said = "") {
    const found = matching(page, input.value);
    const groups = [...new Set(page.map(({ group }) => group))];
    // What fits best leads, whatever its group.
    const order = input.value.trim() ? [...new Set(found.map(({ group }) => group))] : groups;
    shown = [...order.flatMap((group) => found.filter((entry) => entry.group === group).slice(0, mostOfGroup)), ...conversations,
      ...searchAll()];
    at = Math.min(at, Math.max(0, shown.length - 1));
    fill(list, [...new Set(shown.map(({ group }) => group))].map((group) => {
      const id = newId("palette-group");
      return element("div", { role: "group", "aria-labelledby": id },
        element("p", { class: "palette-group", id }, t(`palette.groups.${group}`)),
        shown.flatMap((entry, index) => (entry.group === group ? [option(entry, index)] : [])));
    }));
    note.textContent = shown.length ? said : t("palette.nothing");
    mark();
  }

  /** @param {Entry} entry @param {number} index */
  const option = (entry, index) => element("div", {
    class: "palette-option", role: "option", id: `${listId}-${index}`, dataset: { testid: "palette-option" },
    on: { click: () => choose(index), pointermove: () => at !== index && move(index) },
  }, icon(entry.icon), foreign(entry.title), entry.note && element("span", { class: "palette-more" }, foreign(entry.note)));

  function mark() {
    for (const one of list.querySelectorAll("[role=option]")) one.setAttribute("aria-selected", String(one.id === `${listId}-${at}`));
    const current = document.getElementById(`${listId}-${at}`);
    if (current) input.setAttribute("aria-activedescendant", current.id);
    else input.removeAttribute("aria-activedescendant");
    current?.scrollIntoView({ block: "nearest" });
  }

  /** @param {number} index */
  function move(index) {
    at = (index + shown.length) % Math.max(1, shown.length);
    mark();
  }

  /** @param {number} index */
  function choose(index) {
    const entry = shown[index];
    if (!entry) return;
    node.close();
    entry.run();
  }

  /** @param {KeyboardEvent} event */
  function keydown(event) {
    /** @type {Record<string, () => void>} */
    const works = {
      ArrowDown: () => move(at + 1),
      ArrowUp: () => move(at - 1),
      PageDown: () => move(Math.min(shown.length - 1, at + 8)),
      PageUp: () => move(Math.max(0, at - 8)),
      Enter: () => choose(at),
    };
    if (event.isComposing || !Object.hasOwn(works, event.key)) return;
    event.preventDefault();
    works[event.key]();
  }

  function typed() {
    at = 0;
    conversations = [];
    clearTimeout(pause);
    loader.stop();
    const text = input.value.trim();
    show(text.length > 1 ? t("palette.searching") : "");
    if (text.length > 1)
      pause = setTimeout(() => loader.load((abort) => getConversations({ search: text, per_page: conversationsShown }, abort)),
        pauseMilliseconds);
  }

  function stop() {
    clearTimeout(pause);
    loader.stop();
  }

  return {
    node,
    open() {
      if (node.open) return node.close();
      page = pageEntries(app, actions);
      input.value = "";
      node.showModal();
      input.focus();
      typed();
      void addSavedViews();
    },
  };
}
