import { getBreakdowns, getKpis } from "../../api/endpoints.js";
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
  const ends = element("div");
  const together = element("div");
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

  /** @type {ReturnType<typeof createLoader<ReturnType<typeof behind>>>} */
  const loader = createLoader({
    start() {
      fill(ends, skeletonTable(2));
      fill(together, skeletonTable(2));
    },
    show(found) {
      fill(ends, failureBars(found.ends.map(({ key, count }) => ({ name: known("endReason", key), count }))));
      fill(together, found.together.length
        ? failureBars(found.together.map(({ key, count }) => ({ name: app.criterionName(key), count })))
        : element("p", { class: "muted" }, t("criteriaBoard.panel.togetherNone")));
    },
    fail(error) {
      fill(ends, loadFailure("conversations", error, load));
      fill(together, element("p", { class: "muted" }, format.none));
    },
  });
  /** @type {() => Promise<unknown>} */
  let load = async () => {};

  /** Behind the conversations that failed it. @param {import("../../logic/criteria-board.js").BoardRow} row */
  function behindIt(row) {
    const criterion = joinCriterion(row.id, "failure");
    const query = { ...app.periodQuery(), ...combine(app.route.filters, { criterion }), agent_id: row.agent };
    worst = createWorstConversations(app, row.id, query);
    load = () => loader.load(async (abort) =>
      behind(...await Promise.all([getKpis(query, abort), getBreakdowns(query, abort)]), row.id));
    load();
    return [
      part(t("criteriaBoard.panel.ends"), ends),
      part(t("criteriaBoard.panel.together"), together),
      part(t("criteriaBoard.panel.worst"), worst.node),
      countedLink(app, { criterion }, { class: "panel-more", dataset: { testid: "criterion-all" } },
        t("criteriaBoard.panel.all", { count: row.stats.fail }), { agent: row.agent }),
    ];
  }

  /**
   * @param {{ row: import("../../logic/criteria-board.js").BoardRow, days: Trend[], rates: Array<number | null>, hasAgents: boolean }}
   * shown
   * @param {boolean} asked
   */
  function show({ row, days, rates, hasAgents }, asked) {
    stop();
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
      row.stats.fail > 0 ? behindIt(row) : element("p", { class: "muted" }, t("criteriaBoard.panel.noneFailed")));
    if (!node.open) {
      // A dialog that is shown takes the focus; where nobody asked for it, it only opens.
      if (wide.matches && !asked) node.open = true;
      else if (wide.matches) node.show();
      else node.showModal();
    }
    if (asked && !wide.matches) document.getElementById(titleId)?.focus();
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
