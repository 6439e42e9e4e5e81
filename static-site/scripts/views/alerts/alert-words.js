import { answerKey, unitOf } from "../../logic/alerts.js";
import * as format from "../../texts/format.js";
import { known, t } from "../../texts/translate.js";
import { conditionText, conditionsIn } from "../conditions/condition-words.js";

/** Rules from the start have words of the page's own. @param {string} name */
export const ruleName = (name) => known("alerts.ruleNames", name, name);

/** @param {string | null} figure */
export const figureName = (figure) => known("report.figures.names", figure ?? "", figure ?? "");

/** @param {number | null} value @param {string} unit */
function withUnit(value, unit) {
  if (value === null) return format.none;
  const sign = t(`alerts.units.${unit}`);
  return `${format.decimal(value)}${sign && (sign === "%" ? sign : `\u00a0${sign}`)}`;
}

/** What was found. @param {App} app @param {Api.Alerts["alerts"][number]} alert */
export function happened(app, { kind, name, facts }) {
  if (facts.code) return `${known("problems.titles", facts.code, facts.code)} ${known("problems.texts", facts.code, facts.detail ?? "")}`;
  if (facts.budget !== null && facts.currency)
    return t(`alerts.budget.${facts.forecast ? "forecast" : "spent"}`, {
      month: facts.from ? format.month(facts.from.slice(0, 7)) : format.none, amount: format.money(facts.amount, facts.currency),
      percent: format.percent(facts.value), budget: format.money(facts.budget, facts.currency),
      who: facts.agent_id ? t("alerts.budget.of", { agent: app.agentName(facts.agent_id) }) : "",
    });
  if (kind === "conversations") return t("alerts.conversations", { count: facts.count ?? 0 });
  if (facts.hours) return t("alerts.silence", { hours: facts.hours, expected: format.decimal(facts.expected ?? 0) });
  if (!facts.figure || !facts.operator) return t("alerts.noDetails", { name });
  const unit = unitOf(facts.figure, facts.operator);
  return t(`alerts.figure.${facts.operator}`, {
    figure: figureName(facts.figure), value: withUnit(facts.value === null ? null : Math.abs(facts.value), unit),
    limit: withUnit(facts.limit, unit), days: facts.from && facts.to ? format.range(facts.from, facts.to) : format.none,
    n: facts.n === null ? "" : t("alerts.n", { n: format.count(facts.n) }),
  });
}

/** What a rule watches. @param {App} app @param {Api.AlertRules["rules"][number]} rule */
export function watched(app, rule) {
  if (rule.kind === "figure" && rule.figure && rule.operator)
    return t("alerts.said.figure", {
      figure: figureName(rule.figure), operator: t(`alerts.operators.${rule.operator}`),
      value: withUnit(rule.value, unitOf(rule.figure, rule.operator)), days: t("alerts.days", { count: rule.days ?? 0 }),
    });
  if (rule.kind === "conversations") return t("alerts.said.conversations", { conditions: conditionList(app, rule.filters ?? {}) });
  if (rule.event === "budget") return t(`alerts.said.${rule.forecast ? "budgetForecast" : "budget"}`, { percent: rule.percent });
  return t(`alerts.said.${rule.event}`, { hours: rule.hours });
}

/**
 * What another server answered, or why nothing could be sent: our own sentences have words of the page's language, others stay.
 * @param {string} answer
 */
export function answerText(answer) {
  const { key, number } = answerKey(answer);
  return known("alerts.answers", key, answer).replace("#", number);
}

/** @param {App} app @param {Filters} filters */
export const conditionList = (app, filters) =>
  conditionsIn(filters).map((one) => conditionText(app, one, filters)).join("; ");
