import { leadToHit } from "../../logic/find.js";
import { element, foreign } from "../parts/dom.js";
import { t } from "../../texts/translate.js";

/** Parts of a text, those that were found marked. @param {Array<{ text: string, hit: boolean }>} parts */
export const marked = (parts) => parts.map(({ text, hit }) => (hit ? element("mark", {}, text) : text));

/** Where the words that were searched for stand in a conversation, from a little before them. @param {any} row */
export function searchHit({ call_summary_title: title, search_hit: { field, parts } }) {
  return element("div", { class: "summary-text" },
    field === "title" ? element("strong", {}, foreign(marked(parts))) : [title && element("strong", {}, foreign(title)), title && " "],
    field !== "title" && [
      field === "transcript" && element("span", { class: "hit-field" }, t("conversations.inTranscript"), " "),
      foreign(marked(leadToHit(parts))),
    ]);
}
