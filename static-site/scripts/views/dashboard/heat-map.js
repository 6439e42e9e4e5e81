import { heatGrid, levels } from "../../logic/heat.js";
import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { element } from "../parts/dom.js";
import { conversationsLink } from "../parts/links.js";
import { createPanel } from "./panel.js";

/** @typedef {{ weekday: number, hour: number, total: number, level: number }} Cell */

/**
 * When conversations start: a grid whose cells are shaded and lead to their conversations; one stop for the Tab key, arrows within.
 * @param {App} app @param {AbortSignal} signal
 */
export function createHeatMap(app, signal) {
  const panel = createPanel(signal, { id: "heat", testid: "heat-map" });

  /** @param {Cell} cell */
  const words = ({ weekday, hour, total }) =>
    t("heat.cell", { day: format.weekday(weekday, "long"), hour: format.hourRange(hour), count: total });

  /** @param {Cell} cell @param {boolean} isStop */
  function square(cell, isStop) {
    const { weekday, hour, total, level } = cell;
    const shown = level === levels && total < 100
      ? element("span", { class: "heat-number", "aria-hidden": "true" }, format.count(total))
      : null;
    return element("td", { class: `heat heat-${level}`, role: "gridcell", dataset: { total: String(total) } }, total
      ? conversationsLink(app, { weekday: String(weekday), hour: String(hour) },
        { title: words(cell), "aria-label": words(cell), tabIndex: isStop ? 0 : -1 }, shown)
      : element("span", { title: words(cell), "aria-label": words(cell), role: "img", tabIndex: isStop ? 0 : -1 }));
  }

  /** @param {ReturnType<typeof heatGrid>} grid */
  function drawing({ hours, rows, busiest }) {
    const labelled = hours.filter((hour) => (hour - hours[0]) % 3 === 0);
    return element("table", { class: "heat-map", role: "grid", on: { keydown: move } },
      element("caption", { class: "visually-hidden" }, t("heat.caption")),
      element("colgroup", {}, element("col", { class: "heat-days" }), element("col", { span: hours.length })),
      element("tbody", {},
        rows.map((row, index) =>
          element("tr", {}, element("th", { scope: "row" }, format.weekday(index + 1)),
            row.map((cell) => square(cell, cell === busiest))))),
      element("tfoot", {},
        element("tr", { "aria-hidden": "true" }, element("td", {}),
          labelled.map((hour) => element("td", { colSpan: Math.min(3, hours[hours.length - 1] - hour + 1) }, `${hour}:00`)))));
  }

  /** @param {KeyboardEvent & { currentTarget: HTMLTableElement }} event */
  function move(event) {
    const cell = /** @type {HTMLElement} */ (event.target).closest("td");
    const row = cell?.parentElement;
    if (!cell || !(row instanceof HTMLTableRowElement)) return;
    const [down, right] = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] }[event.key] ?? [0, 0];
    if (!down && !right) return;
    event.preventDefault();
    const rows = event.currentTarget.tBodies[0].rows;
    const next = /** @type {HTMLElement | undefined} */ (rows[row.rowIndex + down]?.cells[cell.cellIndex + right]?.firstElementChild
      ?? undefined);
    if (!next || next.parentElement?.tagName !== "TD") return;
    /** @type {HTMLElement} */ (cell.firstElementChild).tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  }

  /** @param {Api.KpiReport["hourly_volume"]} hourly */
  function show(hourly) {
    const grid = heatGrid(hourly);
    const { busiest, hours, rows } = grid;
    if (!busiest) return panel.show({ note: t("charts.empty"), summary: format.none });
    panel.show({
      note: t("heat.sentence", { day: format.weekday(busiest.weekday, "long"), hour: `${busiest.hour}:00`, count: busiest.total }),
      summary: `${format.weekday(busiest.weekday)} ${busiest.hour}:00`,
      content: drawing(grid),
      table: () => ({
        columns: [{ title: t("heat.weekday") }, ...hours.map((hour) => ({ title: `${hour}:00`, numeric: true }))],
        rows: rows.map((row, index) => [format.weekday(index + 1, "long"), ...row.map(({ total }) => format.count(total))]),
      }),
    });
  }

  return { node: panel.node, show };
}
