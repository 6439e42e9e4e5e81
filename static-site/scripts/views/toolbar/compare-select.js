import { comparedDays } from "../../logic/compared-days.js";
import { periodDays } from "../../state/period.js";
import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { element } from "../parts/dom.js";
import { checkbox } from "../parts/fields.js";
import { createPopover } from "../parts/popover.js";

/** Whether the period before stands beside the figures, and which days it has. @param {App} app @param {AbortSignal} signal */
export function createCompareSelect(app, signal) {
  const days = element("p", { class: "field-hint" });
  const on = checkbox(t("toolbar.compare"), true, (isOn) => app.navigate({ ...app.route, compare: isOn }, { replace: true }), {
    dataset: { testid: "compare" },
  });
  const popover = createPopover({ label: t("toolbar.compared"), testid: "compared", quiet: true, content: [on, days] }, signal);
  /** What the API has compared, and for which question. @type {{ asked: string, from: string, to: string } | null} */
  let told = null;

  const asked = () => JSON.stringify(app.periodQuery());

  function update() {
    const period = periodDays(app.route.period, app.today());
    const before = told?.asked === asked() ? told : comparedDays(period, app.today());
    popover.node.hidden = !before;
    if (!before) return;
    const words = format.days(before.from, before.to, app.today());
    popover.say(app.route.compare ? t("toolbar.against", { days: words }) : t("toolbar.alone"));
    days.textContent = t("toolbar.comparedDays", { days: words });
    on.input.checked = app.route.compare;
  }

  // The calendar is a guess as long as the API, which knows how far the data reach, has not said what it compared.
  app.on("compared", (/** @type {Comparison | null} */ comparison) => {
    told = comparison && { asked: asked(), from: comparison.previous_from, to: comparison.previous_to };
    update();
  }, signal);
  return { node: popover.node, update };
}
