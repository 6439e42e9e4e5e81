import { mostChanged } from "../../logic/criteria-changes.js";
import { criterionName, weakestFirst } from "../../logic/criteria.js";
import { periodNames } from "../../logic/verdict.js";
import { joinCriterion } from "../../state/filters.js";
import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { changeNode } from "../parts/change.js";
import { element, foreign } from "../parts/dom.js";
import { intervalMark, markScale } from "../parts/interval-mark.js";
import { conversationsLink, viewLink } from "../parts/links.js";
import { createPanel } from "./panel.js";
import { shareText } from "./share-text.js";

const mostShown = 5;

/** The criteria that moved most; without a period to compare with, the weakest. @param {App} app @param {AbortSignal} signal */
export function createCriteriaChanges(app, signal) {
  const panel = createPanel(signal, { id: "criteria", testid: "criteria-changes" });

  /** @param {Api.KpiReport} report */
  function show(report) {
    const all = report.criteria_stats;
    if (!all.length) return panel.show({ note: t("panels.criteria.none"), summary: format.none });
    const { comparison } = report;
    const changed = mostChanged(comparison).slice(0, mostShown);
    const shown = changed.length
      ? changed.flatMap((change) => { const stats = all.find(({ id }) => id === change.name); return stats ? [{ stats, change }] : []; })
      : weakestFirst(all).slice(0, mostShown)
      .map((stats) => ({ stats, change: comparison?.criteria.find(({ name }) => name === stats.id) }));
    const marks = shown.map(({ stats, change }) => ({
      value: stats.pass_rate, low: change?.value_low ?? null, high: change?.value_high ?? null,
      before: change && change.previous_n > 0 && change.change !== null ? change.previous : null,
    }));
    const scale = markScale(marks);
    const names = comparison && periodNames(comparison, app.today());
    const note = changed.length && names ? t("panels.criteria.marks", names.month ? names : {
      now: t("lead.now"),
      before: t("lead.before"),
    })
      : t(comparison ? "panels.criteria.few" : "panels.criteria.share");
    panel.show({
      note,
      heading: changed.length ? undefined : t("panels.criteria.weakest"),
      summary: changed[0] ? changeNode(changed[0], "percent", { short: true }) : format.count(all.length),
      content: [
        element("ul", { class: "criteria-list" },
          shown.map(({ stats, change }, at) => row(stats, change, intervalMark(marks[at], scale), changed.length > 0))),
        viewLink(app, "criteria", { class: "panel-more" }, t("panels.criteria.all", { count: all.length })),
      ],
      table: () => ({
        columns: [{ title: t("criteria.name") },
          ...["pass", "fail", "unknown"].map((name) => ({ title: t(`criteria.${name}`), numeric: true })),
          { title: t("criteria.rate"), numeric: true }, { title: t("criteria.change"), numeric: true }],
        rows: all.map((stats) => {
          const change = comparison?.criteria.find(({ name }) => name === stats.id);
          return [criterionName(stats.id, stats.display_name), ...(["success", "failure", "unknown"]).map((result, at) =>
            conversationsLink(app, { criterion: joinCriterion(stats.id, result) }, {},
              format.count([stats.pass, stats.fail, stats.unknown][at]))),
          shareText(stats.pass, stats.pass + stats.fail),
          change && change.change !== null ? format.change(change.change, change.unit) : format.none];
        }),
      }),
    });
  }

  /** @param {CriterionStats} stats @param {FigureChange | undefined} change @param {Element} mark @param {boolean} compared */
  function row(stats, change, mark, compared) {
    const name = criterionName(stats.id, stats.display_name);
    return element("li", { class: "criteria-row" },
      element("span", { class: "criteria-name", title: name }, foreign(name)), mark,
      conversationsLink(app, { criterion: joinCriterion(stats.id, "failure") },
        { class: "criteria-rate",
          "aria-label": t("panels.criteria.open", { name, value: shareText(stats.pass, stats.pass + stats.fail) }) },
          shareText(stats.pass, stats.pass + stats.fail)),
      compared && element("span", { class: "criteria-moved" }, changeNode(change, "percent")));
  }

  return { node: panel.node, show };
}
