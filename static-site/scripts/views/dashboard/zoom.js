import { periodDays } from "../../state/period.js";
import { registerKeys } from "../../state/keys.js";
import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { element, fill } from "../parts/dom.js";
import { icon } from "../parts/icons.js";

/**
 * Days that were picked in the chart narrow the whole page; the way back to the period before stands above it, and is Escape's.
 * @param {App} app @param {AbortSignal} signal
 */
export function createZoom(app, signal) {
  const node = element("div", { class: "zoom", hidden: true });
  /** Where to go back to, and the days that were picked there. @type {{ period: Period, from: string, to: string } | null} */
  let zoomed = null;

  const isZoomed = () =>
    Boolean(zoomed && app.route.view === "dashboard" && app.route.period.from === zoomed.from && app.route.period.to === zoomed.to);

  /** @param {string} from @param {string} to */
  function narrow(from, to) {
    const days = periodDays(app.route.period, app.today());
    if (days && days.from === from && days.to === to) return;
    zoomed = { period: isZoomed() && zoomed ? zoomed.period : app.route.period, from, to };
    app.navigate({ ...app.route, period: { from, to }, page: 1 });
  }

  function leave() {
    if (!zoomed) return;
    const { period } = zoomed;
    app.navigate({ ...app.route, period, page: 1 });
  }

  function update() {
    node.hidden = !isZoomed();
    if (!zoomed || node.hidden) return;
    const days = periodDays(zoomed.period, app.today());
    fill(node, element("button", { type: "button", class: "button button-small", dataset: { testid: "zoom-out" }, on: { click: leave } },
      icon("left"), t("lead.back", { period: days ? format.days(days.from, days.to, app.today()) : t("period.all_time") }),
      element("kbd", { "aria-hidden": "true" }, "Esc")));
  }

  registerKeys(signal, [{ keys: ["Escape"], group: "page", label: t("lead.leave"), when: isZoomed, run: leave }]);
  return { node, narrow, update };
}
