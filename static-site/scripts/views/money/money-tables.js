import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { element, foreign } from "../parts/dom.js";
import { dataTable } from "../parts/tables.js";
import { amountCell } from "./amount.js";

/** @param {string} key @param {boolean} [numeric] */
const column = (key, numeric = true) => ({ title: t(`money.${key}`), numeric });

/** @param {string} name @param {Child[]} content */
const part = (name, ...content) => element("section", { class: "money-part", dataset: { testid: `money-${name}` } },
  element("h2", {}, t(`money.${name}.title`)), content);

/** @param {App} app @param {Api.MoneyReport} report */
export function agentTable(app, { agents, currency }) {
  const hasForecast = agents.some(({ forecast }) => forecast.expected);
  const hasBudget = agents.some(({ budget }) => budget);
  return part("agents", dataTable(t("money.agents.title"), [
    column("agents.agent", false), column("agents.spent"), ...(hasForecast ? [column("agents.forecast")] : []),
    ...(hasBudget ? [column("agents.budget"), column("agents.used")] : []), column("figures.success"), column("figures.minute"),
    column("agents.known"),
  ], agents.map((agent) => [
    foreign(app.agentName(agent.agent_id)), amountCell(agent.spent, currency),
    ...(hasForecast ? [amountCell(agent.forecast.expected, currency)] : []),
    ...(hasBudget ? [agent.budget ? format.money(agent.budget.budget, currency) : format.none,
      format.percent(agent.budget?.used_percent)] : []),
    amountCell(agent.cost_per_success, currency, { each: true }), amountCell(agent.cost_per_minute, currency, { each: true }),
    t("money.agents.knownOf", { known: format.count(agent.cost_known_count), total: format.count(agent.total_conversations) }),
  ]), { hiddenCaption: true }));
}

/** @param {Api.MoneyReport} report */
export function partTable({ parts, currency, total }) {
  // What belongs to no part is told where there is some.
  const shown = parts.filter((one) => one.part !== "rest" || (one.spent?.usd ?? 0) >= 0.005);
  return part("parts", dataTable(t("money.parts.title"), [
    column("parts.part", false), column("agents.spent"), column("parts.share"), column("parts.known"),
  ], shown.map((one) => [
    t(`money.parts.names.${one.part}`), amountCell(one.spent, currency),
    one.spent && total.spent?.usd ? format.percent((100 * one.spent.usd) / total.spent.usd) : format.none,
    t("money.agents.knownOf", { known: format.count(one.known_count), total: format.count(total.total_conversations) }),
  ]), { hiddenCaption: true }), element("p", { class: "muted" }, t("money.parts.telephonyHint")));
}

/** @param {Api.MoneyReport} report */
export function monthTable({ months, currency }) {
  if (!months.length) return part("months", element("p", { class: "muted" }, t("money.months.none")));
  const hasRates = months.some(({ rate }) => rate.state !== "not_needed");
  return part("months", dataTable(t("money.months.title"), [
    column("months.month", false), column("agents.spent"), column("figures.success"), column("figures.minute"),
    column("months.conversations"), column("agents.known"), ...(hasRates ? [column("months.rate")] : []),
  ], months.map((one) => [
    format.month(one.month), amountCell(one.spent, currency), amountCell(one.cost_per_success, currency, { each: true }),
    amountCell(one.cost_per_minute, currency, { each: true }), format.count(one.total_conversations),
    t("money.agents.knownOf", { known: format.count(one.cost_known_count), total: format.count(one.total_conversations) }),
    ...(hasRates ? [one.rate.rate === null ? format.none : format.rate(one.rate.rate)] : []),
  ]), { hiddenCaption: true }));
}
