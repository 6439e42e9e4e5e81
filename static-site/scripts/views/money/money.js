import { getMoney } from "../../api/endpoints.js";
import { createLoader } from "../../api/loader.js";
import { leadOf, monthsToPick } from "../../logic/money.js";
import { monthOf, periodDays } from "../../state/period.js";
import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { element, fill } from "../parts/dom.js";
import { actionButton, field, select } from "../parts/fields.js";
import { icon } from "../parts/icons.js";
import { loadFailure } from "../parts/load-failure.js";
import { skeletonTable } from "../parts/tables.js";
import { amountCell, amountText } from "./amount.js";
import { createMoneyChart } from "./money-chart.js";
import { createMoneyForm } from "./money-form.js";
import { agentTable, monthTable, partTable } from "./money-tables.js";

/** What a month costs, and will. @param {App} app @param {AbortSignal} signal */
export function createMoneyView(app, signal) {
  const form = createMoneyForm(app, { saved: () => app.refresh() });
  const chart = createMoneyChart(signal);
  const month = select([], "", (value) => app.navigate({ ...app.route, period: { month: value } }),
    { dataset: { testid: "money-month" } });
  const agent = select([], "", (value) => app.navigate({ ...app.route, agent: value }), { dataset: { testid: "money-agent" } });
  const agentField = field(t("toolbar.agent"), agent, { hidden: true });
  const lead = element("p", { class: "money-lead", dataset: { testid: "money-lead" } });
  const words = element("div", { class: "money-words" });
  const figures = element("dl", { class: "money-figures" });
  const tables = element("div");
  const place = element("div", {}, skeletonTable(6));
  const content = element("div", { class: "money-content" }, lead, words, figures, chart.node, tables);
  /** @type {Api.MoneyReport | null} */
  let known = null;
  const node = element("section", { class: "money-view" },
    element("div", { class: "view-head" },
      element("h1", {}, t("tabs.money")), field(t("money.month"), month, { hidden: true }), agentField,
      app.mayWrite() && actionButton(t("money.settings"), () => known && form.open(known.settings),
        { testid: "money-settings", before: icon("settings") })),
    place, form.node);

  const loader = createLoader({
    start: () => place.setAttribute("aria-busy", "true"),
    show,
    fail(error) {
      place.removeAttribute("aria-busy");
      fill(place, loadFailure("money", error, update));
    },
  });

  const running = () => app.today().slice(0, 7);
  /** Of the period that is picked elsewhere, the month in which it ends. */
  const picked = () => {
    const { period } = app.route;
    const end = periodDays(period, app.today())?.to.slice(0, 7) ?? running();
    return monthOf(period, app.today()) ?? (end > running() ? running() : end);
  };

  function showChoices() {
    const oldest = known?.months[known.months.length - 1]?.month;
    fill(month, monthsToPick(running(), oldest, picked()).map((one) => element("option", { value: one },
      one === running() ? t("money.runningMonth", { month: format.month(one) }) : format.month(one))));
    month.value = picked();
    fill(agent, [["", t("toolbar.allAgents")], ...app.settings.agents.map(({ id }) => [id, app.agentName(id)])].map(([value, text]) =>
      element("option", { value, dir: "auto" }, text)));
    agent.value = app.route.agent.includes(",") ? "" : app.route.agent;
    agentField.hidden = app.settings.agents.length < 2;
  }

  /** @param {Api.MoneyReport} report */
  function show(report) {
    known = report;
    place.removeAttribute("aria-busy");
    showChoices();
    lead.textContent = sentence(report);
    fill(words, caveats(report).map((text) => element("p", {}, text)));
    fill(figures, cards(report));
    fill(tables, report.agents.length > 0 && agentTable(app, report), report.total.cost_known_count > 0 && partTable(report),
      monthTable(report));
    if (content.parentNode !== place) fill(place, content);
    chart.show(report);
  }

  function update() {
    showChoices();
    return loader.load((abort) => getMoney({ month: picked(), agent_id: app.route.agent }, abort));
  }

  signal.addEventListener("abort", loader.stop);
  return { node, update, destroy: loader.stop };
}

/** @param {Api.MoneyReport} report */
function sentence(report) {
  const { currency, total: { spent, forecast, budget } } = report;
  const isKind = leadOf(report);
  return t(`money.lead.${isKind}`, {
    month: capital(format.month(report.month)), spent: amountText(spent, currency),
    amount: amountText(isKind.startsWith("finished") || isKind === "spent" ? spent : forecast.expected, currency),
    percent: format.percent(isKind === "finishedBudget" ? budget?.used_percent : budget?.expected_percent),
    budget: budget ? format.money(budget.budget, currency) : "",
  });
}

/** What is to be known of the sentence. @param {Api.MoneyReport} report */
function caveats(report) {
  const { currency, rate, total, settings } = report;
  const month = capital(format.month(report.month));
  const { forecast } = total;
  return [
    forecast.expected && t("money.range", { low: amountText(forecast.low, currency), high: amountText(forecast.high, currency) }),
    forecast.state === "too_few_days" && t("money.why.too_few_days", { count: forecast.days_known, needed: forecast.days_needed }),
    forecast.state === "nothing_spent" && t("money.why.nothing_spent"),
    total.cost_unknown_count > 0
      && t("money.unknownCosts", { count: total.cost_unknown_count, total: format.count(total.total_conversations) }),
    (rate.state === "of_earlier" || rate.state === "missing")
      && t(`money.rates.${rate.state}`, { month, of: rate.month ? format.month(rate.month) : "" }),
    rate.state === "not_needed" && !settings.vat_percent ? t("money.dollars")
      : rate.rate !== null && t(settings.vat_percent ? "money.withVat" : "money.withoutVat",
        { currency, percent: format.fewPercent(settings.vat_percent), rate: `${format.rate(rate.rate)} ${currency}` }),
  ].filter((text) => typeof text === "string");
}

/** @param {Api.MoneyReport} report */
function cards({ currency, total }) {
  const { forecast, budget } = total;
  /** @param {string} name @param {Child} value @param {Child} [note] */
  const card = (name, value, note) => element("div", { class: "money-figure", dataset: { testid: `money-figure-${name}` } },
    element("dt", {}, t(`money.figures.${name}`)), element("dd", {}, value), note && element("dd", { class: "money-note" }, note));
  return [
    card(forecast.state === "finished" ? "spentAll" : "spent", amountCell(total.spent, currency)),
    forecast.expected && card("forecast", amountCell(forecast.expected, currency),
      t("money.figures.rangeShort", { low: amountText(forecast.low, currency), high: amountText(forecast.high, currency) })),
    card("budget", budget ? format.money(budget.budget, currency) : t("money.figures.noBudget"), budget && [
      typeof budget.used_percent === "number" && [t("money.figures.used", { percent: format.percent(budget.used_percent) }), " · "],
      element("span", { class: ["money-state", `money-${budget.state}`] },
        (budget.state === "over" || budget.state === "likely") && icon("warning"), t(`money.states.${budget.state}`)),
    ]),
    card("success", amountCell(total.cost_per_success, currency, { each: true })),
    card("minute", amountCell(total.cost_per_minute, currency, { each: true })),
  ];
}

/** @param {string} text */
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
