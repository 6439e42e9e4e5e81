import { element } from "../parts/dom.js";
import { brand } from "../parts/icons.js";
import { t } from "../../texts/translate.js";
import { errorNotice } from "../parts/notices.js";

/**
 * What stands on the page until the server's facts are known, or when they cannot be had.
 * @param {{ error?: unknown, retry?: () => unknown }} [failure]
 */
export function createStartPage({ error, retry } = {}) {
  return element("main", { class: "start-page" },
    brand(56),
    element("h1", {}, t("product")),
    error && retry ? errorNotice(error, retry) : element("p", { role: "status" }, t("loading")));
}
