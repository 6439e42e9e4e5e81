import { getConversations } from "../../api/endpoints.js";
import { createLoader } from "../../api/loader.js";
import { withFilters } from "../../state/route.js";
import { t } from "../../texts/translate.js";
import { element, fill, foreign } from "../parts/dom.js";
import { routeLink } from "../parts/links.js";
import { emptyNotice } from "../parts/notices.js";
import { conditionsIn, conditionText, withoutCondition } from "./condition-words.js";

/** So many conditions are tried; nobody reads more ways out. */
const mostTried = 6;

/**
 * Where conditions leave nothing: how many conversations there would be without each of them, the most first.
 * @typedef {{ condition: string, total: number }} WayOut
 * @param {App} app
 */
export function createWaysOut(app) {
  const node = element("div", { class: "ways-out", "aria-live": "polite" });
  /** @type {ReturnType<typeof createLoader<WayOut[]>>} */
  const loader = createLoader({
    show: (found) => fill(node, found.filter(({ total }) => total).sort((a, b) => b.total - a.total).map(way)),
    fail: () => fill(node), // the list itself has been told
  });

  /** @param {string} condition */
  const without = (condition) => withFilters(app.route, withoutCondition(condition));

  /** @param {WayOut} found */
  function way({ condition, total }) {
    const text = conditionText(app, condition, app.route.filters);
    return element("p", {}, routeLink(app, without(condition), { dataset: { testid: "way-out" } },
      t("conversations.without"), " ", element("strong", {}, foreign(text)), ": ", t("conversations.total", { count: total })));
  }

  /** @param {AbortSignal} abort @param {string} condition */
  async function count(abort, condition) {
    const { total } = await getConversations({ ...app.periodQuery(), ...without(condition).filters, per_page: 1 }, abort);
    return { condition, total };
  }

  function look() {
    fill(node);
    const conditions = conditionsIn(app.route.filters);
    if (conditions.length < 2) return loader.stop();
    return loader.load((abort) => Promise.all(conditions.slice(0, mostTried).map((condition) => count(abort, condition))));
  }

  /** Stands where the page's conditions leave nothing. */
  const notice = () => emptyNotice(t("conversations.noMatch"), t("conversations.noMatchText"),
    { action: t("conversations.clearFilters"), onAction: () => app.navigate({ ...app.route, filters: {}, page: 1 }), children: [node] });

  return { notice, look, stop: loader.stop };
}
