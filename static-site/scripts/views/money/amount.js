import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { element } from "../parts/dom.js";

/** @typedef {Api.MoneyReport["total"]["spent"]} Amount */

/**
 * An amount in the owner's currency; in dollars where no rate is known.
 * @param {Amount | undefined} amount @param {string} currency @param {{ each?: boolean }} [options] `each`: of one of something.
 */
export function amountText(amount, currency, { each = false } = {}) {
  if (!amount) return format.none;
  const write = each ? format.moneyEach : format.money;
  return amount.own === null ? write(amount.usd, "USD") : write(amount.own, currency);
}

/** The same with the vendor's dollars behind it. @param {Amount | undefined} amount @param {string} currency
 * @param {{ each?: boolean }} [options] */
export const amountCell = (amount, currency, options) => element("span", {
  title: amount && amount.own !== null && currency !== "USD" ? t("money.original", { usd: format.usdFew(amount.usd) }) : null,
}, amountText(amount, currency, options));
