import { t } from "../../texts/translate.js";
import { element } from "../parts/dom.js";
import { heading } from "./sheets.js";

const terms = ["conversion", "criteria", "abandoned", "errors", "change", "judgement", "unclear", "n"];

/** What the words of the report mean. @param {{ compared: boolean }} options @returns {import("./sheets.js").Block} */
export const definitionsBlock = ({ compared }) => ({
  node: element("section", { class: "report-part report-definitions" },
    heading(t("report.definitions.title")),
    element("div", { class: "report-columns" }, terms
      .filter((term) => compared || !["change", "judgement", "unclear", "n"].includes(term))
      .map((term) =>
        element("p", {}, element("strong", {}, t(`report.definitions.terms.${term}`)), " ", t(`report.definitions.texts.${term}`))))),
});
