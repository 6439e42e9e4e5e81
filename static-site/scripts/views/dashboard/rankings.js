import { rate } from "../../logic/rates.js";
import * as format from "../../texts/format.js";
import { known, t } from "../../texts/translate.js";
import { conversationsLink } from "../parts/links.js";
import { barList } from "./bars.js";
import { createPanel } from "./panel.js";

/** So many bars are drawn; the table has all. */
const mostBars = 8;

/**
 * Totals by a key, the largest first: `name(key)` in words, `filters(key)` of its conversations, null where the list cannot ask for it;
 * `hollow(key)` where nobody knows. With `least`, the section is there only from so many keys on; `more` stands beside the number.
 * @param {App} app @param {AbortSignal} signal
 * @param {{ id: string, testid: string, of: (breakdowns: Api.Breakdowns) => Array<{ key: any, total: number }>, name: (key: any) =>
 * string, filters: (key: any) => Filters | null, hollow?: (key: any) => boolean, least?: number,
 * more?: (item: any) => string, note?: string }} ranking
 */
function createRanking(app, signal, { id, testid, of, name, filters, hollow = () => false, least = 0, more, note }) {
  const panel = createPanel(signal, { id, testid });

  /** @param {Api.Breakdowns} breakdowns */
  function show(breakdowns) {
    const items = of(breakdowns).filter(({ total }) => total > 0);
    panel.node.hidden = items.length < least;
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
      note: note ? t(note) : t("panels.mostOften", { name: name(items[0].key), share: share(items[0].total), count: sum }),
      summary: name(items[0].key),
      content: barList(app, items.slice(0, mostBars)
        .map((item) =>
          ({ name: name(item.key), value: item.total, role: hollow(item.key) ? "unknown" : "amount", figure: linked(item),
            more: more?.(item), own: filters(item.key) }))),
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

/** The vendor's tags by their titles; a conversation may have several. @param {App} app @param {AbortSignal} signal */
export function createTags(app, signal) {
  /** @type {Map<string, string>} */
  const titles = new Map();
  return createRanking(app, signal, {
    id: "tags", testid: "chart-tags", least: 1, note: "panels.tags.note",
    of({ tags }) {
      for (const { tag_id: id, title } of tags) titles.set(id, title ?? id);
      return tags.map(({ tag_id: key, count: total }) => ({ key, total }));
    },
    name: (key) => titles.get(key) ?? key, filters: (key) => ({ tag: key }),
  });
}

/** Versions side by side, with the conversion of each, where there are several. @param {App} app @param {AbortSignal} signal */
export const createVersions = (app, signal) => createRanking(app, signal, {
  id: "versions", testid: "chart-versions", least: 2, note: "panels.versions.note",
  of: ({ versions }) => versions.map((version) => ({ ...version, key: version.version_id })),
  name: (key) => shortId(key), filters: (key) => key && { version: key }, hollow: (key) => !key,
  more: ({ successful, finished }) => (finished ? format.percent(rate(successful, finished)) : format.none),
});

/** @param {App} app @param {AbortSignal} signal */
export const createCampaigns = (app, signal) => createRanking(app, signal, {
  id: "campaigns", testid: "chart-campaigns", least: 1,
  of: ({ campaigns }) => campaigns.map(({ campaign_id: key, count: total }) => ({ key, total })),
  name: (key) => key, filters: (key) => ({ campaign: key }),
});

/** How transfers ended, failures among them. @param {App} app @param {AbortSignal} signal */
export const createTransfers = (app, signal) => createRanking(app, signal, {
  id: "transfers", testid: "chart-transfers", least: 1, note: "panels.transfers.note",
  of: ({ transfers }) => transfers.map(({ result_type: key, conversations: total }) => ({ key, total })),
  name: (key) => known("transferResult", key), filters: (key) => ({ transfer: key }),
});

/** The vendor's ids begin alike and end apart. @param {string | null} id */
const shortId = (id) => (id ? (id.length > 16 ? `…${id.slice(-10)}` : id) : t("panels.notGiven"));
