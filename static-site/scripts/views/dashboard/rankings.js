import * as format from "../../texts/format.js";
import { known, t } from "../../texts/translate.js";
import { conversationsLink } from "../parts/links.js";
import { barList } from "./bars.js";
import { createPanel } from "./panel.js";

/** So many bars are drawn; the table has all. */
const mostBars = 8;

/**
 * Totals by a key, the largest first: `name(key)` in words, `filters(key)` of its conversations, null where the list cannot ask for it;
 * `hollow(key)` where nobody knows.
 * @param {App} app @param {AbortSignal} signal
 * @param {{ id: string, testid: string, of: (breakdowns: Api.Breakdowns) => Array<{ key: any, total: number }>, name: (key: any) =>
 * string, filters: (key: any) => Filters | null, hollow: (key: any) => boolean }} ranking
 */
function createRanking(app, signal, { id, testid, of, name, filters, hollow }) {
  const panel = createPanel(signal, { id, testid });

  /** @param {Api.Breakdowns} breakdowns */
  function show(breakdowns) {
    const items = of(breakdowns).filter(({ total }) => total > 0);
    const sum = items.reduce((all, { total }) => all + total, 0);
    if (!sum) return panel.show({ note: t("charts.empty"), summary: format.none });
    /** @param {{ key: any, total: number }} item */
    const linked = ({ key, total }) => {
      const wanted = filters(key);
      return wanted ? conversationsLink(app, wanted, { "aria-label": `${name(key)}: ${format.count(total)}` }, format.count(total))
        : format.count(total);
    };
    const share = (/** @type {number} */ total) => format.percent((100 * total) / sum);
    panel.show({
      note: t("panels.mostOften", { name: name(items[0].key), share: share(items[0].total), count: sum }),
      summary: name(items[0].key),
      content: barList(app, items.slice(0, mostBars)
        .map((item) =>
          ({ name: name(item.key), value: item.total, role: hollow(item.key) ? "unknown" : "amount", figure: linked(item),
            own: filters(item.key) }))),
      table: () => ({
        columns: [{ title: t(`panels.${id}.column`) }, { title: t("charts.conversations"), numeric: true },
          { title: t("charts.share"), numeric: true }],
        rows: items.map((item) => [name(item.key), linked(item), share(item.total)]),
      }),
    });
  }

  return { node: panel.node, show, fail: panel.fail };
}

/** @param {App} app @param {AbortSignal} signal */
export const createEnds = (app, signal) => createRanking(app, signal, {
  id: "ends", testid: "chart-endReasons", of: ({ end_reasons: all }) => all, name: (key) => known("endReason", key),
  filters: (key) => ({ end_reason: key }), hollow: (key) => key === "none",
});

/** @param {App} app @param {AbortSignal} signal */
export const createLanguages = (app, signal) => createRanking(app, signal, {
  id: "languages", testid: "chart-languages", of: ({ languages }) => languages,
  name: (key) => (key ? format.language(key) : t("panels.notGiven")), filters: (key) => key && { language: key }, hollow: (key) => !key,
});

/** Where conversations come from; the way is finer than the channel, which it holds. @param {App} app @param {AbortSignal} signal */
export const createSources = (app, signal) => createRanking(app, signal, {
  id: "sources", testid: "chart-sources", of: ({ sources }) => sources, name: (key) => known("source", key ?? "unknown"),
  filters: (key) => key && { source: key }, hollow: (key) => !key,
});

/** @param {App} app @param {AbortSignal} signal */
export const createChannels = (app, signal) => createRanking(app, signal, {
  id: "channels", testid: "chart-channels", of: ({ channels }) => channels,
  name: (key) => known("channel", key ?? "", t("panels.notGiven")), filters: (key) => key && { channel: key }, hollow: (key) => !key,
});
