import { element, fill } from "../dom.js";
import { getConversations } from "../endpoints.js";
import { createLoader } from "../loader.js";
import { withFilters } from "../state/route.js";
import { t } from "../texts/translate.js";
import { conversationTable } from "./conversation-table.js";
import { createExport } from "./export-csv.js";
import { createFilterBar } from "./filter-bar.js";
import { filterChips } from "./filter-chips.js";
import { pager } from "./pager.js";
import { emptyNotice, errorNotice } from "./parts/notices.js";
import { skeletonTable } from "./parts/tables.js";

export function createConversationsView(app) {
  const filterBar = createFilterBar(app);
  const exportCsv = createExport(app);
  const total = element("p", { class: "list-total" });
  const chips = element("div", { class: "chips" });
  const list = element("div", { class: "list" }, skeletonTable(12));
  const node = element("section", {},
    element("div", { class: "view-head" }, element("h1", {}, t("tabs.conversations")), total, exportCsv.node),
    filterBar.node, chips, list);
  let shown = null;

  const loader = createLoader({
    start: () => list.setAttribute("aria-busy", "true"),
    show(answer) {
      list.removeAttribute("aria-busy");
      app.listed = answer.conversations.map((conversation) => conversation.conversation_id);
      app.emit("listed");
      total.textContent = t("conversations.total", { count: answer.total });
      app.emit("say", total.textContent);
      exportCsv.update(answer.total);
      filterBar.showCriteria(answer.criteria_columns);
      fill(list, answer.conversations.length ? [conversationTable(app, answer), pager(app, answer)] : nothing(answer));
    },
    fail(error) {
      list.removeAttribute("aria-busy");
      shown = null;
      total.textContent = "";
      exportCsv.update(0);
      fill(list, errorNotice(error, update));
    },
  });

  function nothing(answer) {
    if (answer.total) {
      return emptyNotice(t("conversations.pageGone"), null,
        { action: t("conversations.firstPage"), onAction: () => app.navigate({ ...app.route, page: 1 }) });
    }
    if (Object.keys(app.route.filters).length) {
      return emptyNotice(t("conversations.noMatch"), t("conversations.noMatchText"),
        { action: t("conversations.clearFilters"), onAction: () => app.navigate({ ...app.route, filters: {}, page: 1 }) });
    }
    return emptyNotice(t("conversations.empty"), t("conversations.emptyText"),
      { action: t("conversations.showAll"), onAction: () => app.navigate({ ...app.route, period: { preset: "all_time" }, page: 1 }) });
  }

  function update() {
    const { route } = app;
    const query = { ...app.periodQuery(), ...route.filters, page: route.page, per_page: route.perPage, sort: route.sort };
    filterBar.update();
    fill(chips, filterChips(app, (changes) => app.navigate(withFilters(app.route, changes))));
    // Opening the drawer changes the address too, but not the list behind it.
    const key = JSON.stringify([query, app.revision]);
    if (key === shown) return markOpened();
    shown = key;
    return loader.load((signal) => getConversations(query, signal)).then((isShown) => {
      markOpened();
      return isShown;
    });
  }

  function markOpened() {
    for (const row of list.querySelectorAll("tr[data-id]")) row.classList.toggle("opened", row.dataset.id === app.route.conversation);
  }

  return { node, update, destroy: loader.stop };
}
