import { element } from "../parts/dom.js";
import { icon } from "../parts/icons.js";
import { pageSizes } from "../../state/route.js";
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
      (size) => app.navigate({ ...app.route, perPage: Number(size), page: 1 }, { replace: true }))));
}
