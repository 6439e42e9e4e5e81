import * as format from "../texts/format.js";
import { known, t } from "../texts/translate.js";
import { barOptions } from "./options.js";

/** So many bars are drawn; the table has all. */
const mostBars = 8;

/** So many are named in the sentence. */
const mostNamed = 3;

/**
 * Totals by a key, the largest first: `name(key)` in words, `filters(key)` of its conversations, null where the list cannot ask for it.
 * @param {{ id: string, of: (breakdowns: Api.Breakdowns) => Array<{ key: any, total: number }>, name: (key: any) => string,
 *   filters: (key: any) => Filters | null, role?: string, width?: string }} ranking
 * @returns {ChartDefinition}
 */
function ranking({ id, of, name, filters, role = "chart-1", width = "third" }) {
  /** @param {ChartContext} context */
  const items = ({ breakdowns }) => of(breakdowns);
  /** @param {ChartContext} context */
  const total = (context) => items(context).reduce((sum, one) => sum + one.total, 0);
  /** @param {ChartContext} context @param {{ total: number }} one */
  const shareOf = (context, one) => format.percent((one.total / total(context)) * 100);
  /** @param {{ key: any }} one */
  const nameOf = ({ key }) => name(key);
  /** @param {ChartContext} context @param {{ key: any, total: number }} one */
  const linkOf = (context, one) => {
    const wanted = filters(one.key);
    return wanted ? context.links.all(wanted, format.count(one.total)) : format.count(one.total);
  };
  return {
    id,
    width,
    type: "bar",
    isEmpty: (context) => !total(context),
    options: (colors, context) => barOptions(colors, {
      horizontal: true,
      label: ({ dataIndex, parsed }) => `${format.count(parsed.x)} (${shareOf(context, items(context)[dataIndex])})`,
    }),
    data: (context) => ({
      labels: items(context).slice(0, mostBars).map(nameOf),
      datasets: [{ label: t("charts.conversations"), data: items(context).slice(0, mostBars).map((one) => one.total), backgroundColor: context.colors[role], borderRadius: 3, maxBarThickness: 28 }],
    }),
    sentence(context) {
      const named = items(context).slice(0, mostNamed).map((one) => `${nameOf(one)} ${format.count(one.total)} (${shareOf(context, one)})`);
      const rest = items(context).length - mostNamed;
      return t(`charts.${id}.sentence`, { list: [...named, ...(rest > 0 ? [t("charts.rest", { count: rest })] : [])].join(", ") });
    },
    table: (context) => ({
      columns: [{ title: t(`charts.${id}.column`) }, { title: t("charts.conversations"), numeric: true }, { title: t("charts.share"), numeric: true }],
      rows: items(context).map((one) => [
        nameOf(one),
        linkOf(context, one),
        shareOf(context, one),
      ]),
    }),
    target(context) {
      const wanted = filters(items(context)[context.index].key);
      return wanted && { filters: wanted };
    },
  };
}

export const endReasonsChart = ranking({
  id: "endReasons", of: ({ end_reasons: all }) => all, name: (key) => known("endReason", key), filters: (key) => ({ end_reason: key }),
});

export const languagesChart = ranking({
  id: "languages", of: ({ languages }) => languages, role: "chart-2",
  name: (key) => (key ? format.language(key) : known("outcome", "unknown")), filters: (key) => key && { language: key },
});

export const sourcesChart = ranking({
  id: "sources", of: ({ sources }) => sources, role: "chart-3", name: (key) => known("source", key ?? "unknown"), filters: (key) => key && { source: key },
});
