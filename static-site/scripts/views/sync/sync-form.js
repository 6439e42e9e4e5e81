import { ApiError } from "../../api/api.js";
import { refetchDetails, startSync } from "../../api/endpoints.js";
import { onlyAgent } from "../../state/agents.js";
import { firstOfMonth } from "../../state/period.js";
import { explain } from "../../texts/explain.js";
import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { dateField } from "../parts/date-field.js";
import { element, fill } from "../parts/dom.js";
import { actionButton, field, select } from "../parts/fields.js";
import { icon } from "../parts/icons.js";

/** Which agents and days to fetch, and the numbers of calls that came without. @param {App} app @param {(message: any) => void} say */
export function createSyncForm(app, say) {
  const agent = select([], "", null, { dataset: { testid: "sync-agent" } });
  const start = dateField(t("sync.start"), { testid: "sync-start", today: app.today });
  const end = dateField(t("sync.end"), { testid: "sync-end", today: app.today });
  const fields = {
    agent_id: field(t("sync.agent"), agent),
    start_date: start.node,
    end_date: end.node,
  };
  const button = actionButton(t("sync.fetch"), submit, { primary: true, testid: "fetch-data", before: icon("download") });
  const phones = actionButton(t("sync.fetchPhones"), fetchPhones, { testid: "fetch-phones", before: icon("phone") });

  async function submit() {
    for (const one of Object.values(fields)) one.showError(null);
    for (const [name, one] of /** @type {const} */ ([["start_date", start], ["end_date", end]])) {
      if (one.value !== null) continue;
      refuse(name, t("calendar.wrong", { example: format.day(app.today()) }));
      return;
    }
    try {
      const { agents_count: count, runs } = await startSync({
        agent_id: agent.value || undefined,
        start_date: start.value || undefined,
        end_date: end.value || undefined,
      });
      say({ text: t(runs.some((run) => run.follows) ? "sync.follows" : "sync.started", { count }) });
      await app.runs.check();
    } catch (error) {
      const name = error instanceof ApiError ? error.parameter ?? "" : "";
      if (!refuse(name, explain(error))) say({ tone: "error", title: t("sync.notStarted"), text: explain(error) });
    }
  }

  /** True when there is a field of that name. @param {string} name @param {string} text */
  function refuse(name, text) {
    if (!Object.hasOwn(fields, name)) return false;
    const wrong = /** @type {Record<string, any>} */ (fields)[name];
    wrong.showError(text);
    wrong.control.focus();
    say(null);
    return true;
  }

  async function fetchPhones() {
    try {
      const { conversations_reset: count } = await refetchDetails();
      say({ text: t("sync.phonesStarted", { count }) });
      await app.runs.check();
    } catch (error) {
      say({ tone: "error", title: t("sync.notStarted"), text: explain(error) });
    }
  }

  function update() {
    const picked = agent.value || onlyAgent(app.route);
    fill(agent, [["", t("toolbar.allAgents")],
      ...app.settings.agents.filter(({ active }) => active !== false).map(({ id, name, label }) => [id, label || name || id])]
      .map(([value, text]) => element("option", { value, dir: "auto" }, text)));
    agent.value = picked && app.settings.agents.some(({ id }) => id === picked) ? picked : "";
    if (start.value === "") start.value = firstOfMonth(app.today());
    if (end.value === "") end.value = app.today();
  }

  return {
    node: element("div", { class: "sync-form-places" },
      element("form", { class: "sync-form", "aria-label": t("sync.formTitle"), on: { submit: (/** @type {Event} */ event) => {
        event.preventDefault();
        button.click();
      } } },
        Object.values(fields), button),
      element("div", { class: "sync-phones" }, element("p", { class: "field-hint" }, t("sync.phonesText")), phones)),
    update,
  };
}
