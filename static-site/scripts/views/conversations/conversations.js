import { element, fill } from "../parts/dom.js";
import { getConversations } from "../../api/endpoints.js";
import { createLoader } from "../../api/loader.js";
import { createSelection } from "../../logic/selection.js";
import { registerKeys } from "../../state/keys.js";
import { withFilters } from "../../state/route.js";
import { t } from "../../texts/translate.js";
import { searchInput } from "../conditions/condition-editors.js";
import { createColumnChoice } from "./column-choice.js";
import { createColumnChooser } from "./column-chooser.js";
import { conversationCards } from "./conversation-cards.js";
import { choosableIds, columnChoices, columnsOf } from "./conversation-columns.js";
import { conversationTable } from "./conversation-table.js";
import { createExport } from "./export.js";
import { pager } from "./pager.js";
import { createRows } from "./rows.js";
import { createSavedViews } from "./saved-views.js";
import { createSetFigures } from "./set-figures.js";
import { createWaysOut } from "../conditions/ways-out.js";
import { hasTwoPanes, isPhone, onBreadth } from "../parts/breadth.js";
import { icon } from "../parts/icons.js";
import { keepFocus } from "../parts/keep-focus.js";
import { loadFailure } from "../parts/load-failure.js";
import { emptyNotice } from "../parts/notices.js";
import { skeletonTable } from "../parts/tables.js";

/** Pixels of the column of ticks. */
const pickWidth = 36;

/** @param {App} app @param {AbortSignal} signal */
export function createConversationsView(app, signal) {
  const selection = createSelection(showSelection);
  const search =
    searchInput("search", (/** @type {Filters} */ changes) => app.navigate(withFilters(app.route, changes), { replace: true }));
  const files = createExport(app, selection);
  const choice = createColumnChoice(() => savedViews.current());
  const savedViews = createSavedViews(app, signal, { keptColumns, forgetColumns: choice.forget, onChange: () => showList() });
  const columns = createColumnChooser(signal, { choices, choose: chooseColumn });
  const searchForm = element("form",
    { class: "list-search", role: "search", on: { submit: (/** @type {Event} */ event) => event.preventDefault() } },
    icon("search"), search.node, element("kbd", { "aria-hidden": "true" }, "/"));
  const total = element("p", { class: "list-total" });
  const figures = createSetFigures(app);
  const list = element("div", { class: "list" }, skeletonTable(12));
  const node = element("section", {},
    element("div", { class: "view-head list-head" }, element("h1", {}, t("tabs.conversations")), savedViews.node, searchForm,
      columns.node),
    element("div", { class: "list-set" }, total, figures.node), files.bar, list);
  const rows = createRows(app, list, signal);
  const waysOut = createWaysOut(app);
  /** @type {string | null} */
  let shown = null;
  /** @type {Api.ConversationList | null} */
  let answered = null;
  /** @type {{ node: HTMLElement, showSelection: () => void } | null} */
  let table = null;
  let asCards = false;
  let shownColumns = "";

  /** @type {ReturnType<typeof createLoader<Api.ConversationList>>} */
  const loader = createLoader({
    start: () => list.setAttribute("aria-busy", "true"),
    show(answer) {
      list.removeAttribute("aria-busy");
      answered = answer;
      app.listed = {
        ids: answer.conversations.map((row) => row.conversation_id),
        page: answer.page,
        pages: Math.ceil(answer.total / answer.per_page),
      };
      app.emit("listed");
      total.textContent = t("conversations.total", { count: answer.total });
      app.emit("counted", answer.total);
      app.emit("say", total.textContent);
      app.learnCriteria(
        [...answer.criteria_columns.map((id) => /** @type {[string, null]} */ ([id, null])), ...Object.entries(answer.criteria_names)]);
      if (!answer.total) waysOut.look();
      showList();
    },
    fail(error) {
      list.removeAttribute("aria-busy");
      shown = null;
      answered = null;
      total.textContent = "";
      figures.update(false);
      fill(list, loadFailure("conversations", error, update));
    },
  });

  function showList() {
    if (!answered) return;
    const answer = answered;
    const found = listColumns(answer);
    asCards = wantsCards();
    shownColumns = found.key;
    columns.update();
    figures.update(answer.total > 0 && !asCards);
    if (!answer.conversations.length) table = null;
    else table = asCards ? conversationCards(app, answer) : conversationTable(app, answer, app.mayWrite() ? selection : null, found);
    keepFocus(list, () => fill(list, table ? [table.node, pager(app, answer)] : nothing(answer)));
    rows.mark();
  }

  /** Without the ticks. */
  const listWidth = () => list.clientWidth - (app.mayWrite() ? pickWidth : 0);
  const chosenColumns = () => choice.chosen(choosableIds(app));
  /** @param {Api.ConversationList} answer */
  const listColumns = (answer) => columnsOf(app, answer, listWidth(), chosenColumns());

  function choices() {
    return columnChoices(app, listWidth(), chosenColumns());
  }

  function keptColumns() {
    return choice.kept(choosableIds(app), choices().filter((column) => column.shown).map(({ id }) => id));
  }

  /** @param {string} id @param {boolean} on */
  function chooseColumn(id, on) {
    choice.choose(id, on);
    showList();
  }

  /** On a phone, and while a conversation is read beside the list. */
  function wantsCards() {
    return isPhone() || (hasTwoPanes() && Boolean(app.route.conversation));
  }

  /** The row that was opened has another form now; who was on it stays on it. */
  function showAgain() {
    if (asCards === wantsCards()) return rows.mark();
    const wasInList = list.contains(document.activeElement) || document.activeElement === document.body;
    const read = app.route.conversation ?? list.querySelector(".opened")?.getAttribute("data-id");
    showList();
    if (wasInList && read) rows.focus(read);
  }

  function showSelection() {
    table?.showSelection();
    files.showSelection();
  }

  /** @param {Api.ConversationList} answer */
  function nothing(answer) {
    if (answer.total) {
      return emptyNotice(t("conversations.pageGone"), null,
        { action: t("conversations.firstPage"), onAction: () => app.navigate({ ...app.route, page: 1 }) });
    }
    if (Object.keys(app.route.filters).length) return waysOut.notice();
    return emptyNotice(t("conversations.empty"), t("conversations.emptyText"),
      { action: t("conversations.showAll"), onAction: () => app.navigate({ ...app.route, period: { preset: "all_time" }, page: 1 }) });
  }

  function update() {
    const query = app.listQuery();
    search.show(app.route.filters);
    savedViews.update();
    columns.update();
    selection.keepWithin(JSON.stringify([app.periodQuery(), app.route.filters]));
    // Opening the drawer changes the address too, but not the list behind it.
    const key = JSON.stringify([query, app.revision]);
    if (key === shown) return showAgain();
    shown = key;
    return loader.load((abort) => getConversations(query, abort));
  }

  registerKeys(signal, [
    { keys: ["/"], group: "list", label: t("filters.searchKey"), when: () => app.route.view === "conversations",
      run: () => search.node.select() },
  ]);
  new ResizeObserver(() => {
    if (answered && !asCards && list.clientWidth && listColumns(answered).key !== shownColumns) showList();
  }).observe(list);
  onBreadth(signal, () => app.route.view === "conversations" && showAgain());

  function destroy() {
    loader.stop();
    figures.stop();
    waysOut.stop();
    savedViews.destroy();
  }

  return { node, update, destroy };
}
