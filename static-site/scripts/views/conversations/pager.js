import { element } from "../parts/dom.js";
import { icon } from "../parts/icons.js";
import { pageSizes } from "../../state/route.js";
import { letterKeys } from "../../state/keys.js";
import { t } from "../../texts/translate.js";
import { field, select } from "../parts/fields.js";
import { routeLink } from "../parts/links.js";

/** @param {App} app @param {{ total: number, page: number, per_page: number }} answer */
export function pager(app, { total, page, per_page: perPage }) {
  const pages = Math.max(1, Math.ceil(total / perPage));
  /** @param {number} to @param {string} key @param {string} iconName */
  const step = (to, key, iconName) => {
    const props = { class: "button", "aria-label": t(key), title: t(key) };
    return to < 1 || to > pages
      ? element("span", { ...props, class: "button button-disabled", role: "link", "aria-disabled": "true" }, icon(iconName))
      : routeLink(app, { ...app.route, page: to }, props, icon(iconName));
  };
  return element("nav", { class: "pager", "aria-label": t("pager.label") },
    element("p", {}, t("pager.range", { first: (page - 1) * perPage + 1, last: Math.min(total, page * perPage), total })),
    element("div", { class: "pager-steps" },
      step(page - 1, "pager.previous", "left"),
      element("span", {}, t("pager.page", { page, pages })),
      step(page + 1, "pager.next", "right")),
    field(t("pager.size"), select(pageSizes.map((size) => [String(size), String(size)]), String(perPage),
      (size) => app.navigate({ ...app.route, perPage: Number(size), page: 1 }, { replace: true }))),
    keyHints(app));
}

/** What the keyboard does here, for those who see it; `?` lists all to everybody. @param {App} app */
function keyHints(app) {
  if (!letterKeys()) return null;
  /** @type {Array<[string[], string]>} */
  const hints = [[["j", "k"], "keys.hintRows"], [["Enter"], "keys.hintOpen"],
    ...(app.mayWrite() ? [/** @type {[string[], string]} */ ([["x"], "keys.hintTick"])] : []), [["?"], "keys.hintAll"]];
  return element("div", { class: "key-hints", "aria-hidden": "true" },
    hints.map(([keys, text]) => element("span", {}, keys.map((key) => element("kbd", {}, key)), " ", t(text))));
}
