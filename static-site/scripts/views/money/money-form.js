import { saveMoney } from "../../api/endpoints.js";
import { readRates, writeRates } from "../../logic/money.js";
import { readNumber } from "../../logic/number-text.js";
import { explain } from "../../texts/explain.js";
import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { element, fill } from "../parts/dom.js";
import { actionButton, field, select } from "../parts/fields.js";
import { createSheet } from "../parts/sheet.js";

/** What most owners have; the API takes every other one, too. */
const usual = ["PLN", "EUR", "GBP", "CHF", "CZK", "USD", "AED", "AUD", "BRL", "CAD", "CNY", "DKK", "HUF", "ILS", "INR", "JPY", "KRW",
  "MXN", "NOK", "NZD", "RON", "RSD", "SAR", "SEK", "SGD", "TRY", "UAH", "ZAR"];

/** Currency, rates, tax and budgets, in a sheet. @param {App} app @param {{ saved: () => unknown }} work */
export function createMoneyForm(app, { saved }) {
  const place = element("div");
  const sheet = createSheet({ title: t("money.form.title"), testid: "money-sheet", className: "money-sheet", content: place });

  /** @param {Api.MoneySettings} settings */
  function open(settings) {
    fill(place, form(settings));
    sheet.open();
  }

  /** @param {Api.MoneySettings} settings */
  function form(settings) {
    const point = t("money.point");
    /** @param {string} testid @param {number | null | undefined} value */
    const number = (testid, value) => element("input", {
      type: "text", inputMode: "decimal", autocomplete: "off", maxLength: 20, dataset: { testid },
      value: value === null || value === undefined ? "" : String(value).replace(".", point),
    });
    const codes = [...new Set([...usual, ...(settings.currency ? [settings.currency] : [])])];
    const currency = select([["", t("money.form.noCurrency")], ...codes.map((code) => [code, format.currencyName(code)])],
      settings.currency ?? "", shape, { dataset: { testid: "money-currency" } });
    const kind = select([["one", t("money.form.one")], ["byMonth", t("money.form.byMonth")]],
      settings.rates.length ? "byMonth" : "one", shape, { dataset: { testid: "money-kind" } });
    const rates = element("textarea", { rows: 5, dataset: { testid: "money-rates" }, value: writeRates(settings.rates, point) });
    const fields = {
      currency: field(t("money.form.currency"), currency),
      kind: field(t("money.form.kind"), kind),
      rate: field(t("money.form.rate"), number("money-rate", settings.rate), { hint: t("money.form.rateHint") }),
      rates: field(t("money.form.rates"), rates, { hint: t("money.form.ratesHint") }),
      vat_percent: field(t("money.form.vat"), number("money-vat", settings.vat_percent), { hint: t("money.form.vatHint") }),
      budget: field(t("money.form.budget"), number("money-budget", settings.budget), { hint: t("money.form.budgetHint") }),
    };
    const known = new Set(app.settings.agents.map(({ id }) => id));
    const ofAgents = app.settings.agents.length < 2 ? [] : app.settings.agents.map(({ id }) => ({
      id, field: field(t("money.form.agentBudget", { agent: app.agentName(id) }),
        number(`money-budget-${id}`, settings.agent_budgets.find(({ agent_id: agent }) => agent === id)?.budget)),
    }));
    const failure = element("p", { class: "field-error", role: "alert" });

    function shape() {
      const isForeign = currency.value !== "" && currency.value !== "USD";
      fields.kind.hidden = !isForeign;
      fields.rate.hidden = !isForeign || kind.value !== "one";
      fields.rates.hidden = !isForeign || kind.value !== "byMonth";
    }

    async function store() {
      for (const one of [...Object.values(fields), ...ofAgents.map((each) => each.field)]) one.showError(null);
      failure.textContent = "";
      let isWrong = false;
      /** @param {ReturnType<typeof field>} of */
      const read = (of) => {
        const text = /** @type {HTMLInputElement} */ (of.control).value.trim();
        if (of.hidden || !text) return null;
        const value = readNumber(text);
        if (value === null) {
          of.showError(t("money.form.number"));
          isWrong = true;
        }
        return value;
      };
      const written = fields.rates.hidden ? { rates: [], wrong: null } : readRates(rates.value);
      if (written.wrong) {
        fields.rates.showError(t("money.form.line", { line: written.wrong }));
        isWrong = true;
      }
      const body = {
        currency: currency.value || null, rate: read(fields.rate), rates: written.rates, vat_percent: read(fields.vat_percent),
        budget: read(fields.budget), version: settings.version,
        agent_budgets: [
          ...settings.agent_budgets.filter((one) => !known.has(one.agent_id) || !ofAgents.length),
          ...ofAgents.flatMap((one) => {
            const budget = read(one.field);
            return budget === null ? [] : [{ agent_id: one.id, budget }];
          }),
        ],
      };
      if (isWrong) return;
      try {
        await saveMoney(body);
        sheet.close();
        app.emit("toast", t("money.form.kept"));
        await saved();
      } catch (error) {
        const name = /** @type {any} */ (error)?.parameter ?? "";
        const wrong = Object.hasOwn(fields, name) ? fields[/** @type {keyof typeof fields} */ (name)] : null;
        if (wrong && !wrong.hidden) wrong.showError(explain(error));
        else failure.textContent = explain(error);
      }
    }

    shape();
    const keep = actionButton(t("money.form.keep"), store, { primary: true, testid: "keep-money" });
    return element("form", {
      class: "money-form", noValidate: true, on: { submit(/** @type {Event} */ event) {
        event.preventDefault();
        keep.click();
      } },
    }, Object.values(fields), ofAgents.map((one) => one.field), failure, element("div", { class: "form-end" }, keep));
  }

  return { node: sheet.node, open };
}
