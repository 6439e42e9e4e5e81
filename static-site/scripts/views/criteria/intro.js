import { joinCriterion } from "../../state/filters.js";
import * as format from "../../texts/format.js";
import { pieces, t } from "../../texts/translate.js";
import { countedLink } from "../parts/links.js";
import { foreign } from "../parts/dom.js";

/**
 * What the headline leaves out: the weakest, which opens what did not meet it.
 * @param {App} app @param {import("../../logic/criteria-board.js").BoardRow} weakest @param {string | null} more @returns {Child}
 */
export function intro(app, weakest, more) {
  const link = countedLink(app, { criterion: joinCriterion(weakest.id, "failure") }, {},
    [foreign(app.criterionName(weakest.id)), ` (${format.percent(weakest.rate)})`], { agent: weakest.agent });
  return [weakest.rate !== null && [pieces("criteriaBoard.weakest", { weakest: /** @type {any} */ (link) }), " "], more && [more, " "],
    t("criteriaBoard.explained")];
}
