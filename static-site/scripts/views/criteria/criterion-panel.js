import { getConversations } from "../../api/endpoints.js";
import { createLoader } from "../../api/loader.js";
import { behind } from "../../logic/criterion-failures.js";
import { combine, joinCriterion } from "../../state/filters.js";
import * as format from "../../texts/format.js";
import { known, t } from "../../texts/translate.js";
import { changeNode } from "../parts/change.js";
import { element, fill, foreign, newId } from "../parts/dom.js";
import { icon } from "../parts/icons.js";
import { countedLink } from "../parts/links.js";
import { loadFailure } from "../parts/load-failure.js";
import { skeletonTable } from "../parts/tables.js";
import { failureBars } from "./failure-bars.js";
import { trendChart } from "./trend-chart.js";
import { createWorstConversations } from "./worst-conversations.js";

/** So many of the newest that failed are looked through; as many as one answer holds. */
const lookedThrough = 200;
/** From here on there is room for the panel beside the board; else it covers the page. */
const wide = matchMedia("(width >= 72rem)");

/**
 * What is known of one criterion: its figure, how it went, how the conversations end that did not meet it, and the worst of them.
 * @param {App} app @param {AbortSignal} signal @param {{ closed: () => void, moved: () => void }} listeners
 */
export function createCriterionPanel(app, signal, { closed, moved }) {
  const titleId = newId("criterion");
  const body = element("div", { class: "criterion-body" });
  const close = element("button",
    { type: "button", class: "icon-button criterion-close", "aria-label": t("actions.close"), title: t("actions.close"),
      on: { click: () => node.close() } }, icon("close"));
  const node = element("dialog",
    { class: "criterion-panel", "aria-labelledby": titleId, dataset: { testid: "criterion-panel" },
      on: { close: ended } }, close, body);
  const more = element("div", { class: "criterion-more" });
  /** @type {ReturnType<typeof createWorstConversations> | null} */
  let worst = null;

  /** It may be open again by now, for this is told late. */
  function ended() {
    if (node.open) return;
    stop();
    closed();
  }

  function stop() {
    loader.stop();
    worst?.stop();
    worst = null;
  }

  /** @type {ReturnType<typeof createLoader<Api.ConversationList>>} */
  const loader = createLoader({
    start: () => fill(more, skeletonTable(4)),
    show: (list) => fill(more, failed && behindIt(failed, list)),
    fail: (error) => fill(more, loadFailure("conversations", error, load)),
  });
  /** @type {import("../../logic/criteria-board.js").BoardRow | null} */
  let failed = null;

  function load() {
    const row = failed;
    if (!row) return undefined;
    const filters = combine(app.route.filters, { criterion: joinCriterion(row.id, "failure") });
    return loader.load((abort) =>
      getConversations({ ...app.periodQuery(), ...filters, agent_id: row.agent, per_page: lookedThrough }, abort));
  }

  /** @param {import("../../logic/criteria-board.js").BoardRow} row @param {Api.ConversationList} list */
  function behindIt(row, { conversations, total }) {
    const { ends, together } = behind(conversations, row.id);
    worst?.stop();
    worst = createWorstConversations(app, row.id, conversations);
    return [
      total > conversations.length
        && element("p", { class: "panel-note" }, t("criteriaBoard.panel.newest", { count: conversations.length })),
      part(t("criteriaBoard.panel.ends"), failureBars(ends.map(({ key, count }) => ({ name: known("endReason", key), count })))),
      part(t("criteriaBoard.panel.together"), together.length
        ? failureBars(together.map(({ key, count }) => ({ name: app.criterionName(key), count })))
        : element("p", { class: "muted" }, t("criteriaBoard.panel.togetherNone"))),
      part(t("criteriaBoard.panel.worst"), worst.node),
      countedLink(app, { criterion: joinCriterion(row.id, "failure") }, { class: "panel-more", dataset: { testid: "criterion-all" } },
        t("criteriaBoard.panel.all", { count: total }), { agent: row.agent }),
    ];
  }

  /**
   * @param {{ row: import("../../logic/criteria-board.js").BoardRow, days: Trend[], rates: Array<number | null>, hasAgents: boolean }}
   * shown
   * @param {boolean} asked
   */
  function show({ row, days, rates, hasAgents }, asked) {
    stop();
    failed = row.stats.fail > 0 ? row : null;
    const { stats, change } = row;
    const name = app.criterionName(row.id);
    /** @param {"pass" | "fail" | "unknown"} field @param {string} result */
    const count = (field, result) => countedLink(app, { criterion: joinCriterion(row.id, result) },
      { class: field === "fail" ? "criterion-failed" : null }, t(`criteriaBoard.panel.${field}`, { count: stats[field] }),
      { agent: row.agent });
    fill(body,
      hasAgents && element("p", { class: "criterion-agent" }, foreign(app.agentName(row.agent))),
      element("h2", { id: titleId, tabIndex: -1 }, foreign(name)),
      element("p", { class: "criterion-figure" }, element("strong", {}, format.percent(row.rate)), " ", changeNode(change, "percent")),
      change && change.low !== null && change.high !== null && element("p", { class: "panel-note" },
        t("criteriaBoard.panel.interval",
          { low: format.changeNumber(change.low, change.unit), high: format.change(change.high, change.unit) })),
      element("p", { class: "criterion-counts" }, count("pass", "success"), ", ", count("fail", "failure"), ", ",
        count("unknown", "unknown")),
      part(t("criteriaBoard.panel.trend"), trendChart(days, rates)),
      failed ? more : element("p", { class: "muted" }, t("criteriaBoard.panel.noneFailed")));
    if (!node.open) {
      // A dialog that is shown takes the focus; where nobody asked for it, it only opens.
      if (wide.matches && !asked) node.open = true;
      else if (wide.matches) node.show();
      else node.showModal();
    }
    if (asked && !wide.matches) document.getElementById(titleId)?.focus();
    load();
  }

  function hide() {
    stop();
    if (node.open) node.close();
  }

  // What covers the page on a narrow screen stands beside the board on a wide one, and the other way round.
  wide.addEventListener("change", () => {
    hide();
    moved();
  }, { signal });
  return { node, show, hide, isBeside: () => wide.matches };
}

/** @param {string} title @param {Child} content */
const part = (title, content) => element("section", { class: "criterion-part" }, element("h3", {}, title), content);
