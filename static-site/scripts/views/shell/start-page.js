import { element } from "../parts/dom.js";
import { t } from "../../texts/translate.js";
import { errorNotice } from "../parts/notices.js";

/** What stands on the page until the server's facts are known, or when they cannot be had. */
export function createStartPage({ error, retry } = {}) {
  return element("main", { class: "start-page" },
    element("img", { src: "icons/voicebot.svg", alt: "", width: 56, height: 56 }),
    element("h1", {}, t("product")),
    error ? errorNotice(error, retry) : element("p", { role: "status" }, t("loading")));
}
