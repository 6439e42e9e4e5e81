import { rate } from "../../logic/rates.js";
import * as format from "../../texts/format.js";
import { known, t } from "../../texts/translate.js";
import { element } from "../parts/dom.js";
import { conversationsLink } from "../parts/links.js";
import { barList } from "./bars.js";
import { createPanel } from "./panel.js";

/** @typedef {"positive" | "neutral" | "negative"} Label */
/** @type {Label[]} */
const labels = ["negative", "neutral", "positive"];
const roles = { negative: "failure", neutral: "amount", positive: "success" };

/**
 * How people felt, by the vendor's analysis, and what else tells of it: comments, waiting, coming back.
 * @param {App} app @param {AbortSignal} signal
 */
export function createFeelings(app, signal) {
  const panel = createPanel(signal, { id: "feelings", testid: "chart-feelings" });

  /** @param {number} count @param {Filters} filters @param {string} name */
  const link = (count, filters, name) =>
    conversationsLink(app, filters, { "aria-label": `${name}: ${format.count(count)}` }, format.count(count));

  /** @param {Api.KpiReport} report */
  function show(report) {
    const { sentiment } = report;
    const analysed = sentiment.positive + sentiment.neutral + sentiment.negative;
    const said = beside(report);
    panel.node.hidden = !analysed && !said.length;
    if (panel.node.hidden) return;
    if (!analysed) return panel.show({ note: t("panels.feelings.none"), summary: format.none, content: said });
    const share = (/** @type {number} */ part) => format.percent(rate(part, analysed));
    panel.show({
      note: t("panels.feelings.note", { share: share(sentiment.negative), count: analysed }),
      summary: share(sentiment.negative),
      content: [
        barList(app, labels.map((label) => ({
          name: known("sentiment", label), value: sentiment[label], role: roles[label],
          figure: link(sentiment[label], { sentiment: label }, known("sentiment", label)), more: share(sentiment[label]),
          own: { sentiment: label },
        }))),
        said,
      ],
      table: () => ({
        columns: [{ title: t("panels.feelings.column") }, { title: t("charts.conversations"), numeric: true },
          { title: t("charts.share"), numeric: true }],
        rows: labels.map((label) =>
          [known("sentiment", label), link(sentiment[label], { sentiment: label }, known("sentiment", label)), share(sentiment[label])]),
      }),
    });
  }

  /** What there is nothing of is not said. @param {Api.KpiReport} report */
  function beside({ sentiment, queue, repeat_callers: people, comment_count: comments }) {
    const name = (/** @type {string} */ key) => t(`panels.feelings.${key}`);
    return [
      sentiment.avg_frustration !== null && t("panels.feelings.frustration", { value: format.decimal(sentiment.avg_frustration) }),
      comments > 0 && [name("comments"), " ", link(comments, { commented: "true" }, name("comments"))],
      queue.waited > 0 && [name("queue"), " ", link(queue.waited, { waited: "true" }, name("queue")), " ",
        t("panels.feelings.waits", { average: format.wait(queue.avg_secs ?? 0), longest: format.wait(queue.max_secs ?? 0) })],
      people && people.numbers > 0 && t("panels.feelings.people", { count: people.numbers, conversations: people.conversations }),
    ].filter(Boolean).map((line) => element("p", { class: "panel-beside" }, line));
  }

  return { node: panel.node, show };
}
