import { readColors } from "../charts/colors.js";
import { createChartCard } from "../charts/chart-card.js";
import { charts } from "../charts/definitions.js";
import { element } from "../dom.js";
import { elapsed } from "../logic/trends.js";
import { openConversations } from "../state/route.js";
import { t } from "../texts/translate.js";
import { conversationsLink, dayLink } from "./parts/links.js";
import { notice } from "./parts/notices.js";

/** The six charts of one report. */
export function createCharts(app, signal) {
  const cards = charts.map((definition) => createChartCard(definition, { open }));
  const links = {
    all: (filters, text) => conversationsLink(app, filters, {}, text),
    day: (day, filters, text) => dayLink(app, day, filters, {}, text),
  };
  let context = null;

  function open({ day, filters }) {
    app.navigate(openConversations(app.route, filters, day ? { from: day, to: day } : app.route.period), { focus: true });
  }

  function draw() {
    if (!context) return;
    context.colors = readColors();
    for (const card of cards) card.update(context);
  }

  app.on("theme", draw, signal);
  return {
    node: element("section", { class: "charts", id: "charts", tabIndex: -1, "aria-labelledby": "charts-title" },
      element("h2", { id: "charts-title" }, t("charts.title")),
      !window.Chart && notice({ tone: "warning", title: t("charts.unavailable"), text: t("charts.unavailableText") }),
      element("div", { class: "chart-grid" }, cards.map((card) => card.node))),
    show(report) {
      context = { report, days: elapsed(report.daily_trends, app.today()), links };
      draw();
    },
    destroy: () => cards.forEach((card) => card.destroy()),
  };
}
