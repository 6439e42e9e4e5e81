import { readColors } from "../../charts/colors.js";
import { createChartCard } from "../../charts/chart-card.js";
import { element } from "../parts/dom.js";
import { openConversations } from "../../state/route.js";
import { t } from "../../texts/translate.js";
import { conversationsLink, dayLink } from "../parts/links.js";

/**
 * A section of charts. `show` gets what their definitions draw: the report with its days, or the breakdowns.
 * @param {App} app @param {AbortSignal} signal @param {{ id: string, title: string, definitions: ChartDefinition[] }} section
 */
export function createCharts(app, signal, { id, title, definitions }) {
  const cards = definitions.map((definition) => createChartCard(definition, { open }));
  /** @type {ChartLinks} */
  const links = {
    all: (filters, text) => conversationsLink(app, filters, {}, text),
    day: (day, filters, text) => dayLink(app, day, filters, {}, text),
  };
  /** @type {any} */
  let context = null;

  /** @param {{ day?: string, filters: Filters } | null} target */
  function open(target) {
    if (!target) return;
    const { day, filters } = target;
    app.navigate(openConversations(app.route, filters, day ? { from: day, to: day } : app.route.period), { focus: true });
  }

  function draw() {
    if (!context) return;
    context.colors = readColors();
    for (const card of cards) card.update(context);
  }

  app.on("theme", draw, signal);
  addEventListener("beforeprint", () => cards.forEach((card) => card.drawNow()), { signal });
  return {
    node: element("section", { class: "charts", id, tabIndex: -1, "aria-labelledby": `${id}-title` },
      element("h2", { id: `${id}-title` }, t(title)),
      element("div", { class: "chart-grid" }, cards.map((card) => card.node))),
    /** @param {Partial<ChartContext>} shown */
    show(shown) {
      context = { ...shown, links };
      draw();
    },
    /** @param {unknown} library */
    useLibrary: (library) => cards.forEach((card) => card.useLibrary(library)),
    destroy: () => cards.forEach((card) => card.destroy()),
  };
}
