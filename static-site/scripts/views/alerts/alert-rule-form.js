import { addAlertRule, previewAlertRule, replaceAlertRule } from "../../api/endpoints.js";
import { changedFigures, ruleBody, ruleKind, unitOf, watchedFigures } from "../../logic/alerts.js";
import { explain } from "../../texts/explain.js";
import { t } from "../../texts/translate.js";
import { element, fill } from "../parts/dom.js";
import { actionButton, field, select } from "../parts/fields.js";
import { tickList } from "../parts/tick-list.js";
import { agentTicks } from "./agent-ticks.js";
import { conditionList, figureName, ruleName } from "./alert-words.js";

/** @typedef {Api.AlertRules["rules"][number]} Rule */

/**
 * The form of a rule, for a new one or one that is there.
 * @param {App} app
 * @param {{ rule: Rule | null, views: Api.Views["views"], channels: Api.AlertChannels["channels"], kept: (name: string) => unknown,
 *   left: () => unknown }} work
 */
export function alertRuleForm(app, { rule, views, channels, kept, left }) {
  const name = field(t("alerts.rule.name"), element("input", {
    maxLength: 60, value: rule ? ruleName(rule.name) : "", dataset: { testid: "alert-rule-name" },
  }));
  const kind = select(["figure", "conversations", "silence", "budget", "problem"].map((one) => [one, t(`alerts.kinds.${one}`)]),
    rule ? ruleKind(rule) : "figure", shape, { dataset: { testid: "alert-rule-kind" } });
  const operator = select(["below", "above", "falls_by", "rises_by"].map((one) => [one, t(`alerts.operators.${one}`)]),
    rule?.operator ?? "below", shape);
  const figure = select(changedFigures.map((one) => [one, figureName(one)]), rule?.figure ?? "conversion_rate", shape);
  const value = element("input", {
    type: "number", step: "any", required: true, value: rule?.value ?? "", dataset: { testid: "alert-rule-value" },
  });
  const valueField = field(t("alerts.rule.value"), value, { hint: " " });
  const days = element("input", { type: "number", min: 1, max: 92, value: rule?.days ?? 7 });
  const leastN = element("input", { type: "number", min: 1, max: 1000000, value: rule ? rule.least_n ?? "" : 30 });
  const hours = element("input", { type: "number", min: 1, max: 168, value: rule?.hours ?? 24 });
  const percent = element("input", {
    type: "number", min: 1, max: 1000, value: rule?.percent ?? 100, dataset: { testid: "alert-rule-percent" },
  });
  const forecast = select(["spent", "forecast"].map((one) => [one, t(`alerts.rule.${one}`)]), rule?.forecast ? "forecast" : "spent", null,
    { dataset: { testid: "alert-rule-forecast" } });
  const conditions = [...rule?.filters ? [{ name: conditionList(app, rule.filters), filters: rule.filters }] : [], ...views];
  const view = select(conditions.map((one, index) => [String(index), one.name]), "0", null);
  const agents = agentTicks(app, rule?.agents);
  const told = tickList(t("alerts.rule.channels"), channels.map((one) => [String(one.id), one.name]), (rule?.channels ?? []).map(String),
    { hint: t("alerts.rule.noneIsAll"), testid: "alert-rule-channels" });
  const rest = element("div", { class: "alert-form" });
  const answer = element("p", { role: "status" });

  function shape() {
    const isChange = operator.value === "rises_by" || operator.value === "falls_by";
    const picked = figure.value;
    const possible = isChange ? changedFigures : watchedFigures;
    fill(figure, possible.map((one) => element("option", { value: one }, figureName(one))));
    figure.value = possible.includes(picked) ? picked : possible[0];
    const hint = valueField.querySelector(".field-hint");
    if (hint) hint.textContent = t(`alerts.units.${unitOf(figure.value, operator.value)}`);
    /** @type {Record<string, Child>} */
    const parts = {
      figure: [field(t("alerts.rule.figure"), figure), field(t("alerts.rule.operator"), operator), valueField,
        field(t("alerts.rule.days"), days), field(t("alerts.rule.leastN"), leastN, { hint: t("alerts.rule.leastNHint") })],
      conversations: conditions.length ? [field(t("alerts.rule.view"), view, { hint: t("alerts.rule.viewHint") })]
        : [element("p", { class: "muted" }, t("alerts.rule.noViews"), " ", t("alerts.rule.viewHint"))],
      silence: [field(t("alerts.rule.hours"), hours)],
      budget: [field(t("alerts.rule.watched"), forecast),
        field(t("alerts.rule.percent"), percent, { hint: t("alerts.rule.percentHint") })],
      problem: [],
    };
    fill(rest, parts[kind.value]);
  }

  function watch() {
    const what = {
      figure: () => ({
        kind: "figure", figure: figure.value, operator: operator.value, value: numberIn(value), days: numberIn(days),
        least_n: numberIn(leastN),
      }),
      conversations: () => ({ kind: "conversations", filters: conditions[Number(view.value)]?.filters ?? {} }),
      silence: () => ({ kind: "system", event: "silence", hours: numberIn(hours) }),
      budget: () => ({ kind: "system", event: "budget", percent: numberIn(percent), forecast: forecast.value === "forecast" }),
      problem: () => ({ kind: "system", event: "problem" }),
    }[kind.value];
    return { ...what?.(), agents: agents.chosen() };
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
    // One from the start that keeps its name goes on to be called as the reader's language calls it.
    const called = rule && name.control.value === ruleName(rule.name) ? rule.name : name.control.value;
    const body = { ...watch(), name: called, channels: told.chosen().map(Number), enabled: rule?.enabled ?? true };
    try {
      const stored = await (rule ? replaceAlertRule(rule.id, ruleBody(body)) : addAlertRule(ruleBody(body)));
      await kept(ruleName(stored.name));
    } catch (error) {
      answer.textContent = explain(error);
    }
  }

  shape();
  return element("div", { class: "alert-form", dataset: { testid: "alert-rule-form" } },
    name, field(t("alerts.rule.kind"), kind), rest,
    agents.several && agents.node, channels.length > 1 && told, answer,
    element("div", { class: "form-actions" },
      actionButton(t("alerts.rule.store"), keep, { primary: true, testid: "keep-alert-rule" }),
      actionButton(t("alerts.rule.preview"), preview, { testid: "preview-alert-rule" }),
      actionButton(t("alerts.leave"), left, { testid: "leave-alert-rule" })));
}

/** Null where nothing is entered. @param {HTMLInputElement} input */
const numberIn = (input) => (input.value === "" ? null : Number(input.value));
