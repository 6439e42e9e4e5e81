import { addAlertRule, getAlertRules, getViews, previewAlertRule, removeAlertRule, replaceAlertRule } from "../../api/endpoints.js";
import { ruleBody, unitOf } from "../../logic/alerts.js";
import { explain } from "../../texts/explain.js";
import { t } from "../../texts/translate.js";
import { agentChoices } from "../parts/agent-choices.js";
import { element, fill, foreign } from "../parts/dom.js";
import { actionButton, checkbox, field, select } from "../parts/fields.js";
import { createSheet } from "../parts/sheet.js";
import { changeAndSay } from "./change-and-say.js";
import { figureName, ruleName, watched } from "./alert-words.js";

/** Those whose change can be told, too. */
const figures = ["conversion_rate", "criteria_pass_rate", "dropout_rate", "error_rate", "transfer_rate", "connection_rate", "avg_rating",
  "avg_duration_secs", "total_conversations", "total_cost_usd", "cost_usd_per_success", "total_cost", "avg_cost_per_session"];
const changingOnly = new Set(["criteria_pass_rate"]);

/** @typedef {Api.AlertRules["rules"][number]} Rule */

/**
 * The rules, each on or off, and the form of a new one.
 * @param {App} app @param {{ channels: () => Api.AlertChannels["channels"], changed: () => unknown }} work
 */
export function createAlertRules(app, { channels, changed }) {
  const list = element("ul", { class: "alert-rules", role: "list" });
  const place = element("div", { class: "alert-form" });
  const sheet = createSheet({
    title: t("alerts.rules"), testid: "alert-rules-sheet", className: "alert-sheet", content: [
      list, place, app.mayWrite() && actionButton(t("alerts.addRule"), edit, { testid: "add-alert-rule" }),
    ],
  });

  async function load() {
    try {
      show((await getAlertRules()).rules);
    } catch (error) {
      app.emit("failed", error);
    }
  }

  /** @param {Rule[]} rules */
  function show(rules) {
    fill(list, rules.map((rule) => element("li", { class: "alert-rule", dataset: { testid: "alert-rule-row" } },
      element("div", {},
        app.mayWrite() ? checkbox(foreign(ruleName(rule.name)), rule.enabled, (enabled) => store(rule, enabled))
          : element("strong", {}, foreign(ruleName(rule.name))),
        element("p", { class: "muted" }, foreign(watched(app, rule)),
          rule.agents.length > 0 && [" · ", foreign(rule.agents.map(app.agentName).join(", "))],
          rule.channels.length > 0 && [" · ", foreign(t("alerts.rule.told", { channels: channels()
            .filter((one) => rule.channels.includes(one.id)).map((one) => one.name).join(", ") }))])),
      app.mayWrite() && actionButton(t("alerts.remove"), () => remove(rule), { testid: "remove-alert-rule" }))));
  }

  /** @param {() => Promise<unknown>} work @param {string} said */
  const change = (work, said) => changeAndSay(app, work, said, again);

  async function again() {
    await load();
    changed();
  }

  /** @param {Rule} rule @param {boolean} enabled */
  const store = (rule, enabled) => change(() => replaceAlertRule(rule.id, ruleBody(rule, { enabled })),
    t("alerts.rule.kept", { name: ruleName(rule.name) }));

  /** @param {Rule} rule */
  const remove = (rule) => change(() => removeAlertRule(rule.id), t("alerts.rule.removed", { name: ruleName(rule.name) }));

  async function edit() {
    const views = (await getViews({}).catch(() => ({ views: [] }))).views.filter((view) => Object.keys(view.filters).length > 0);
    const name = field(t("alerts.rule.name"), element("input", { maxLength: 60, dataset: { testid: "alert-rule-name" } }));
    const kind = select(["figure", "conversations", "silence", "problem"].map((one) => [one, t(`alerts.kinds.${one}`)]), "figure", shape,
      { dataset: { testid: "alert-rule-kind" } });
    const operator = select(["below", "above", "falls_by", "rises_by"].map((one) => [one, t(`alerts.operators.${one}`)]), "below", shape);
    const figure = select([], "", shape);
    const value = element("input", { type: "number", step: "any", required: true, dataset: { testid: "alert-rule-value" } });
    const valueField = field(t("alerts.rule.value"), value, { hint: " " });
    const days = element("input", { type: "number", min: 1, max: 92, value: 7 });
    const leastN = element("input", { type: "number", min: 1, max: 1000000, value: 30 });
    const hours = element("input", { type: "number", min: 1, max: 168, value: 24 });
    const view = select(views.map((one, index) => [String(index), one.name]), "0", null);
    const agent = select(agentChoices(app, t("alerts.rule.allAgents")), "", null);
    const rest = element("div", { class: "alert-form" });
    const answer = element("p", { role: "status" });

    function shape() {
      const isChange = operator.value === "rises_by" || operator.value === "falls_by";
      const picked = figure.value;
      fill(figure, figures.filter((one) => isChange || !changingOnly.has(one))
        .map((one) => element("option", { value: one }, figureName(one))));
      figure.value = [...figure.options].some((one) => one.value === picked) ? picked : figures[0];
      const hint = valueField.querySelector(".field-hint");
      if (hint) hint.textContent = t(`alerts.units.${unitOf(figure.value, operator.value)}`);
      /** @type {Record<string, Child>} */
      const parts = {
        figure: [field(t("alerts.rule.figure"), figure), field(t("alerts.rule.operator"), operator), valueField,
          field(t("alerts.rule.days"), days), field(t("alerts.rule.leastN"), leastN, { hint: t("alerts.rule.leastNHint") })],
        conversations: views.length ? [field(t("alerts.rule.view"), view, { hint: t("alerts.rule.viewHint") })]
          : [element("p", { class: "muted" }, t("alerts.rule.noViews"), " ", t("alerts.rule.viewHint"))],
        silence: [field(t("alerts.rule.hours"), hours)],
        problem: [],
      };
      fill(rest, parts[kind.value]);
    }

    function watch() {
      const agents = agent.value ? [agent.value] : [];
      if (kind.value === "figure")
        return {
          kind: "figure", figure: figure.value, operator: operator.value, value: value.value === "" ? null : Number(value.value),
          days: Number(days.value), least_n: Number(leastN.value), agents,
        };
      if (kind.value === "conversations") return { kind: "conversations", filters: views[Number(view.value)]?.filters ?? {}, agents };
      return kind.value === "silence" ? { kind: "system", event: "silence", hours: Number(hours.value), agents }
        : { kind: "system", event: "problem", agents };
    }

    async function preview() {
      try {
        const { state, caught_lately: caught } = await previewAlertRule(watch());
        answer.textContent = caught === null ? t(`alerts.previews.${state}`) : t("alerts.previews.caught", { count: caught });
      } catch (error) {
        answer.textContent = explain(error);
      }
    }

    async function keep() {
      try {
        const rule = await addAlertRule({ ...watch(), name: name.control.value });
        app.emit("toast", t("alerts.rule.kept", { name: rule.name }));
        fill(place);
        await again();
      } catch (error) {
        answer.textContent = explain(error);
      }
    }

    shape();
    fill(place, name, field(t("alerts.rule.kind"), kind), rest,
      app.settings.agents.length > 1 && field(t("alerts.rule.agents"), agent), answer,
      element("div", { class: "form-actions" },
        actionButton(t("alerts.rule.store"), keep, { primary: true, testid: "keep-alert-rule" }),
        actionButton(t("alerts.rule.preview"), preview, { testid: "preview-alert-rule" })));
    name.control.focus();
  }

  function open() {
    fill(place);
    sheet.open();
    return load();
  }

  return { node: sheet.node, open };
}
