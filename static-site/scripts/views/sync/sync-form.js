import { ApiError } from "../../api/api.js";
import { element, fill } from "../parts/dom.js";
import { startSync } from "../../api/endpoints.js";
import { icon } from "../parts/icons.js";
import { onlyAgent } from "../../state/agents.js";
import { firstOfMonth } from "../../state/period.js";
import { explain } from "../../texts/explain.js";
import { t } from "../../texts/translate.js";
import { actionButton, field, select } from "../parts/fields.js";

/** Which agents and days to fetch. @param {App} app @param {(message: any) => void} say */
export function createSyncForm(app, say) {
  const agent = select([], "", null, { dataset: { testid: "sync-agent" } });
  const start = element("input", { type: "date", dataset: { testid: "sync-start" } });
  const end = element("input", { type: "date", dataset: { testid: "sync-end" } });
  const fields = {
    agent_id: field(t("sync.agent"), agent),
    start_date: field(t("sync.start"), start),
    end_date: field(t("sync.end"), end),
  };
  const button = actionButton(t("sync.fetch"), submit, { primary: true, testid: "fetch-data", before: icon("download") });

  async function submit() {
    for (const one of Object.values(fields)) one.showError(null);
    try {
      const { agents_count: count, runs } = await startSync({
        agent_id: agent.value || undefined, start_date: start.value || undefined, end_date: end.value || undefined,
      });
      say({ text: t(runs.some((run) => run.follows) ? "sync.follows" : "sync.started", { count }) });
      await app.runs.check();
    } catch (error) {
      const name = error instanceof ApiError ? error.parameter ?? "" : "";
      const wrong = Object.hasOwn(fields, name) ? /** @type {Record<string, any>} */ (fields)[name] : null;
      if (wrong) {
        wrong.showError(explain(error));
        wrong.control.focus();
        say(null);
      } else {
        say({ tone: "error", title: t("sync.notStarted"), text: explain(error) });
      }
    }
  }

  function update() {
    const picked = agent.value || onlyAgent(app.route);
    fill(agent, [["", t("toolbar.allAgents")], ...app.settings.agents.filter(({ active }) => active !== false).map(({ id, name, label }) => [id, label || name || id])]
      .map(([value, text]) => element("option", { value, dir: "auto" }, text)));
    agent.value = picked && app.settings.agents.some(({ id }) => id === picked) ? picked : "";
    start.value ||= firstOfMonth(app.today());
    end.value ||= app.today();
  }

  return {
    node: element("form", { class: "sync-form", on: { submit: (/** @type {any} */ event) => { event.preventDefault(); button.click(); } } },
      Object.values(fields), button),
    update,
  };
}
