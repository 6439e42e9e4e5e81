import { element, fill } from "../dom.js";
import { icon } from "../icons.js";
import { t } from "../texts/translate.js";
import { actionButton, checkbox, field, select } from "./parts/fields.js";
import { createPeriodPicker } from "./period-picker.js";

/** What the figures are about: agent, period, comparison. */
export function createToolbar(app, signal) {
  const agents = element("div", { class: "toolbar-agent" });
  const period = createPeriodPicker(app);
  const compare = checkbox(t("toolbar.compare"), true, (on) => app.navigate({ ...app.route, compare: on }, { replace: true }),
    { dataset: { testid: "compare" } });
  const refresh = actionButton(t("toolbar.refresh"), refreshAll, { testid: "refresh", before: icon("refresh") });
  const node = element("section", { class: "toolbar", "aria-label": t("toolbar.label") }, agents, period.node,
    element("div", { class: "toolbar-end" }, compare, refresh));

  async function refreshAll() {
    try {
      if (await app.refresh()) app.emit("say", t("toolbar.refreshed"));
    } catch (error) {
      app.emit("failed", error);
    }
  }

  function showAgents() {
    const options = [["", t("toolbar.allAgents")], ...app.settings.agents.map(({ id, name }) => [id, name || id])];
    const { agent } = app.route;
    // A link may name an agent that is no longer configured; the error below then says so.
    if (agent && !options.some(([id]) => id === agent)) options.push([agent, agent]);
    const picker = select(options, agent, (id) => app.navigate({ ...app.route, agent: id, page: 1 }), { dataset: { testid: "agent-picker" } });
    fill(agents, field(t("toolbar.agent"), picker));
  }

  function update() {
    if (!agents.contains(document.activeElement)) showAgents();
    compare.input.checked = app.route.compare;
    compare.hidden = app.route.view !== "dashboard";
    period.update();
  }

  app.on("facts", update, signal);
  return { node, update };
}
