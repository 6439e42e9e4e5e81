import { fullestFirst, isEachItsOwn, isNumber, isSpread, sharesOf, typesOf, typeStory } from "../../logic/collected-data.js";
import { writeData } from "../../state/data-conditions.js";
import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { datumWord } from "../conditions/condition-words.js";
import { element, fill, foreign } from "../parts/dom.js";
import { conversationsLink } from "../parts/links.js";
import { sparklineNode } from "../parts/sparkline.js";
import { barList } from "./bars.js";
import { createPanel } from "./panel.js";

/** @typedef {import("../../logic/collected-data.js").Datum} Datum */

const [mostData, mostBars] = [6, 5];

/** Numbers as they are written in the reader's language. @param {Datum} datum @param {string} value */
const valueText = (datum, value) =>
  (isNumber(datum) && /^-?\d{1,12}(\.\d{1,2})?$/.test(value) ? format.decimal(Number(value)) : datumWord(value));

/**
 * What the conversations of the page collected: of each datum its type, how many have it, and its values or how its numbers spread.
 * @param {App} app @param {AbortSignal} signal
 */
export function createCollectedData(app, signal) {
  const panel = createPanel(signal, { id: "data", testid: "panel-data" });
  let showsAll = false;

  /** @param {Datum} datum @param {string} op @param {...string} values */
  const own = (datum, op, ...values) => ({ data: writeData([{ id: datum.id, op, values }]) });

  /** @param {Datum} datum @param {number} total */
  function filled(datum, total) {
    const counted = t("figures.of", { part: format.count(datum.filled), whole: format.count(total) });
    const share = total < 10 ? counted : `${format.percent((100 * datum.filled) / total)} · ${counted}`;
    return datum.filled
      ? conversationsLink(app, own(datum, "exists"), { "aria-label": `${app.criterionName(datum.id)}: ${share}` }, share) : share;
  }

  /** @param {Datum} datum */
  const typeWords = (datum) => format.list(typesOf(datum).map(([type]) => t(`data.types.${type}`)));

  /** @param {Datum} datum */
  function story(datum) {
    const told = typeStory(datum);
    if (!told) return null;
    const counts = Object.fromEntries(typesOf(datum));
    const text = told.kind === "mixed"
      ? t("data.mixed", { types: format.list(typesOf(datum).map(([type, count]) =>
        t("filters.chip", { name: t(`data.types.${type}`), value: format.count(count) }))) })
      : told.days.map(({ type, first, last }, at) => t(at ? "data.since" : "data.until",
        { type: t(`data.types.${type}`), day: format.day(at ? first : last), count: format.count(counts[type]) })).join(", ");
    return element("p", { class: "datum-story" }, t("data.typeChanged", { text }));
  }

  /** @param {Datum} datum @param {number} total */
  function values(datum, total) {
    if (isEachItsOwn(datum)) return element("p", { class: "panel-beside" }, t("data.allDifferent", { count: datum.filled }));
    const shown = datum.values.slice(0, mostBars);
    const rest = datum.distinct_values === null ? t("data.many")
      : datum.distinct_values > shown.length ? t("data.more", { count: datum.distinct_values - shown.length }) : null;
    return [
      barList(app, shown.map(({ value, count, is_cut: isCut }) => {
        const meant = isCut ? null : own(datum, "eq", value);
        const name = valueText(datum, value);
        return {
          name, value: count, own: meant,
          figure: meant ? conversationsLink(app, meant, { "aria-label": `${name}: ${format.count(count)}` }, format.count(count))
            : format.count(count),
        };
      }), Math.max(datum.values[0]?.count ?? 0, total < 10 ? total : 0)),
      rest && element("p", { class: "panel-beside" }, rest),
    ];
  }

  /** @param {Datum} datum */
  function spread(datum) {
    const most = Math.max(...datum.histogram.map(({ count }) => count));
    return [
      element("ul", { class: "histogram datum-histogram" }, datum.histogram.map(({ from, to, count }, at) => {
        const bar = element("span", { class: "histogram-bar" });
        bar.style.height = `${(100 * count) / most}%`;
        const name = `${format.decimal(from)} – ${format.decimal(to)}`;
        const content = [element("span", { class: "histogram-count" }, count ? format.count(count) : ""), bar];
        const wanted = { data: writeData([{ id: datum.id, op: "gte", values: [String(from)] },
          { id: datum.id, op: "lt", values: [String(to)] }]) };
        return element("li", { class: "histogram-class" },
          count ? conversationsLink(app, wanted,
            { class: "histogram-column", title: name, "aria-label": `${name}: ${format.count(count)}` }, content)
            : element("span", { class: "histogram-column", title: name }, content),
          at === 0 && element("span", { class: "histogram-border histogram-first", "aria-hidden": "true" }, format.decimal(from)),
          element("span", { class: "histogram-border", "aria-hidden": "true" }, format.decimal(to)));
      })),
      element("p", { class: "panel-beside" }, t("data.numbers",
        { mean: format.decimal(datum.mean), min: format.decimal(datum.min), max: format.decimal(datum.max) })),
    ];
  }

  /** @param {Datum} datum @param {Api.DataReport} report */
  function item(datum, report) {
    return element("li", { class: "datum", dataset: { datum: datum.id } },
      element("div", { class: "datum-head" },
        element("h3", { class: "datum-name", title: datum.id }, foreign(app.criterionName(datum.id))),
        element("span", { class: "datum-type" }, typeWords(datum)),
        element("span", { class: "datum-filled" }, filled(datum, report.total_conversations)),
        sparklineNode(sharesOf(datum, report.periods))),
      story(datum),
      isSpread(datum) ? spread(datum) : datum.filled ? values(datum, report.total_conversations)
        : element("p", { class: "panel-beside" }, t("data.onlyNull", { count: datum.null_count })));
  }

  /** @param {Api.DataReport} report */
  function show(report) {
    const data = fullestFirst(report.data);
    if (!data.length) return panel.show({ note: t("data.none"), summary: format.none });
    const list = element("ul", { class: "datum-list" });
    const rest = element("button", { type: "button", class: "button", dataset: { testid: "data-all" }, on: { click() {
      showsAll = true;
      draw();
      /** @type {HTMLElement | null} */ (list.children[mostData]?.querySelector("a, button"))?.focus();
    } } });
    function draw() {
      const shown = showsAll ? data : data.slice(0, mostData);
      fill(list, shown.map((datum) => item(datum, report)));
      rest.hidden = shown.length === data.length;
      fill(rest, t("data.all", { count: data.length }));
    }
    draw();
    const share = format.percent((100 * data[0].filled) / report.total_conversations);
    return panel.show({
      note: [t("data.note", { name: app.criterionName(data[0].id), share, count: report.total_conversations }),
        report.data_left_out ? ` ${t("data.leftOut", { count: report.data_left_out })}` : ""],
      summary: format.count(data.length),
      content: [list, rest],
      table: () => ({
        columns: [{ title: t("filters.dataName") }, { title: t("data.type") }, { title: t("data.filled"), numeric: true },
          { title: t("charts.share"), numeric: true }, { title: t("data.nulls"), numeric: true }, { title: t("data.most") },
          { title: t("charts.conversations"), numeric: true }, { title: t("data.mean"), numeric: true },
          { title: t("data.min"), numeric: true }, { title: t("data.max"), numeric: true }],
        rows: data.map((datum) => [app.criterionName(datum.id), typeWords(datum), format.count(datum.filled),
          format.percent((100 * datum.filled) / report.total_conversations), format.count(datum.null_count),
          datum.values.length ? valueText(datum, datum.values[0].value) : format.none, format.count(datum.values[0]?.count),
          format.decimal(datum.mean), format.decimal(datum.min), format.decimal(datum.max)]),
      }),
    });
  }

  return { node: panel.node, show, fail: panel.fail };
}
