import { wordVerdict } from "../../logic/verdict.js";
import { t } from "../../texts/translate.js";
import { element, fill } from "../parts/dom.js";
import { conversationsLink, viewLink } from "../parts/links.js";

/** The conversations behind the figures that a verdict may name. @type {Record<string, Filters>} */
const behind = {
  conversion_rate: { status: "finished", outcome: "success" },
  dropout_rate: { dropout: "true" },
  avg_rating: { rated: "true" },
  avg_cost_per_session: { cost_known: "true" },
  connection_rate: { status: "done" },
  error_rate: { error: "true" },
};

/** How the period went, in a sentence and up to three more; below, what was compared. @param {App} app */
export function createVerdict(app) {
  const lead = element("p", { class: "verdict-lead" });
  const more = element("p", { class: "verdict-more" });
  const ranges = element("p", { class: "verdict-ranges", dataset: { testid: "verdict-ranges" } });

  /** @param {import("../../logic/verdict.js").Piece} piece */
  function part(piece) {
    if (typeof piece === "string") return piece;
    const { figure, shows, text } = piece;
    if (shows === "change") return element("span", { class: ["verdict-change", `verdict-${figure.judgement}`] }, text);
    if (figure.name === "criteria_pass_rate") return viewLink(app, "criteria", {}, text);
    return conversationsLink(app, behind[figure.name], {}, text);
  }

  const node = element("section", { class: "verdict", "aria-label": t("verdict.label"), dataset: { testid: "verdict" } }, lead,
    more, ranges);
  node.classList.toggle("verdict-short", !app.route.compare || app.route.period.preset === "all_time");
  return {
    node,
    /** Returns the sentence, to be said aloud. @param {Api.KpiReport} report */
    show(report) {
      const words = wordVerdict(report, app.today());
      fill(lead, words.lead.map(part));
      fill(more, words.more.map((one, index) => [index > 0 && " ", one.map(part)]));
      node.classList.toggle("verdict-short", words.more.length === 0);
      fill(ranges, words.ranges);
      return lead.textContent ?? "";
    },
  };
}
