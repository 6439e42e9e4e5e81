import { element } from "../parts/dom.js";
import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { dataTable } from "../parts/tables.js";

/** Credits and dollars side by side, never added up. @param {Api.ConversationDetail["cost_split"]} split */
export function costSplit(split) {
  const { credits, usd } = split ?? {};
  if (!isKnown(credits) && !isKnown(usd)) return element("p", { class: "muted" }, t("detail.costUnknown"));
  const rows = /** @type {const} */ (["llm", "platform", "total"]).filter((name) => isKnown([credits?.[name], usd?.[name]])).map((name) =>
    [t(`detail.costs.${name}`), format.credits(credits?.[name]), format.usd(usd?.[name])]);
  return dataTable(t("detail.cost"), [
    { title: t("detail.costs.part") }, { title: t("units.creditsTitle"), numeric: true }, { title: t("units.usdTitle"), numeric: true },
  ], rows, { hiddenCaption: true });
}

/** @param {Record<string, any> | null | undefined} costs */
const isKnown = (costs) => costs && Object.values(costs).some((value) => value !== null && value !== undefined);
