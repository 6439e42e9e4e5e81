import { element, fill } from "../parts/dom.js";
import { heatGrid, levels } from "../../logic/heat.js";
import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { conversationsLink } from "../parts/links.js";
import { tableBox } from "../parts/tables.js";

const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** When conversations start: a table whose cells are also shaded and lead to their conversations. @param {App} app */
export function createHeatMap(app) {
  const sentence = element("p", { class: "chart-sentence" });
  const place = element("div", { class: "heat-place" });

  /** @param {{ weekday: number, hour: number, total: number, level: number }} cell */
  function cell({ weekday, hour, total, level }) {
    const words = t("heat.cell", { day: format.weekday(weekday, "long"), hour: format.hourRange(hour), count: total });
    return element("td", { class: `heat heat-${level}`, title: words }, total
      ? conversationsLink(app, { weekday: String(weekday), hour: String(hour) }, { "aria-label": `${format.count(total)} – ${words}` }, format.count(total))
      : element("span", { class: "visually-hidden" }, "0"));
  }

  /** @param {Api.KpiReport["hourly_volume"]} hourly */
  function show(hourly) {
    const { rows, busiest } = heatGrid(hourly);
    sentence.textContent = busiest
      ? t("heat.sentence", { day: format.weekday(busiest.weekday, "long"), hour: format.hourRange(busiest.hour), count: busiest.total })
      : t("charts.empty");
    place.hidden = !busiest;
    fill(place, tableBox(t("heat.caption"), element("table", { class: "heat-map" },
      element("thead", {}, element("tr", {},
        element("th", { scope: "col" }, t("heat.weekday")), hours.map((hour) => element("th", { scope: "col" }, hour)))),
      element("tbody", {}, rows.map((row, index) => element("tr", {},
        element("th", { scope: "row" }, format.weekday(index + 1)), row.map(cell))))), { hiddenCaption: true }));
  }

  return {
    node: element("section", { class: ["card", "heat-card"], dataset: { testid: "heat-map" } },
      element("div", { class: "card-head" }, element("h3", {}, t("heat.title")), legend()), sentence, place),
    show,
  };
}

const legend = () => element("div", { class: "heat-legend", "aria-hidden": "true" },
  t("heat.fewer"), Array.from({ length: levels + 1 }, (_, level) => element("span", { class: `heat heat-${level}` })), t("heat.more"));
