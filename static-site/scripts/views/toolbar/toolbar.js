import { element } from "../parts/dom.js";
import { icon } from "../parts/icons.js";
import { t } from "../../texts/translate.js";
import { createAgentSelect } from "./agent-select.js";
import { copyText } from "../parts/copy.js";
import { actionButton, checkbox } from "../parts/fields.js";
import { createPeriodPicker } from "./period-picker.js";

/** What the figures are about: agent, period, comparison. @param {App} app @param {AbortSignal} signal */
export function createToolbar(app, signal) {
  const agents = createAgentSelect(app, signal);
  const period = createPeriodPicker(app);
  const compare = checkbox(t("toolbar.compare"), true, (on) => app.navigate({ ...app.route, compare: on }, { replace: true }),
    { dataset: { testid: "compare" } });
  const refresh = actionButton(t("toolbar.refresh"), refreshAll, { testid: "refresh", before: icon("refresh") });
  const copy = element("button", {
    type: "button", class: "button", "aria-label": t("toolbar.copyLink"), title: t("toolbar.copyLink"), dataset: { testid: "copy-link" },
    on: { click: () => copyText(app, location.href, t("toolbar.linkCopied")) },
  }, icon("link"));
  const node = element("section", { class: "toolbar", "aria-label": t("toolbar.label") },
    element("div", { class: "toolbar-agent" }, agents.node), period.node, element("div", { class: "toolbar-end" }, compare, copy, refresh));

  async function refreshAll() {
    try {
      if (await app.refresh()) app.emit("say", t("toolbar.refreshed"));
    } catch (error) {
      app.emit("failed", error);
    }
  }

  function update() {
    agents.update();
    compare.input.checked = app.route.compare;
    compare.hidden = app.route.view !== "dashboard";
    period.update();
  }

  app.on("facts", update, signal);
  return { node, update };
}
