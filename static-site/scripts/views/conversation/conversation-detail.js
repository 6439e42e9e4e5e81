import { element, foreign } from "../parts/dom.js";
import { criterionName } from "../../logic/criteria.js";
import { toolRuns } from "../../logic/tool-runs.js";
import * as format from "../../texts/format.js";
import { known, t } from "../../texts/translate.js";
import { ratingText } from "../conversations/cells.js";
import { conversationFacts } from "./conversation-facts.js";
import { conversationHead } from "./conversation-head.js";
import { costSplit } from "./cost-split.js";
import { resultIcon } from "../parts/badges.js";
import { notice } from "../parts/notices.js";
import { createRecordingPlayer } from "./recording-player.js";
import { createTranscript } from "./transcript.js";
import { createOthers } from "./other-conversations.js";
import { createTranscriptFind } from "./transcript-find.js";

/** Worst first; what has no result comes last. */
const order = ["failure", "unknown", "success"];

/**
 * Everything known of one conversation, most wanted first, with its head and its player apart. `stop` silences its recording.
 * @param {App} app @param {Api.ConversationDetail} one @param {Child} actions
 */
export function createConversationDetail(app, one, actions) {
  const turns = one.transcript ?? [];
  const runs = toolRuns(turns);
  const player = createRecordingPlayer(one, runs, { onTime: (seconds, follow) => transcript.showTime(seconds, follow) });
  const transcript = createTranscript(turns, runs, { seek: player?.seek });
  const judged = [...one.criteria_results ?? []].sort((a, b) => order.indexOf(a.result) - order.indexOf(b.result));
  const nodes = [
    one.error && notice(
      { tone: "error", title: t("detail.error", { code: one.error.code ?? "" }), text: one.error.reason && foreign(one.error.reason) }),
    one.details_state === "pending" && notice({ tone: "info", text: t("detail.pending") }),
    ["failed", "missing", "given_up"].includes(one.details_state)
      && notice({ tone: "warning", title: t(`detail.details_${one.details_state}`),
        text: one.details_error && foreign(one.details_error) }),
    one.warnings?.map((text) => notice({ tone: "warning", text: foreign(text) })),
    element("div", { class: "detail-columns" },
      element("div", { class: "detail-side" },
        one.transcript_summary && part("summary", null, element("p", { class: "summary-whole", dir: "auto" }, one.transcript_summary)),
        one.rating !== null
          && part("rating", ratingText(one.rating),
            one.feedback?.comment && element("blockquote", { class: "rating-comment", dir: "auto" }, one.feedback.comment)),
        judged.length > 0 && part("criteria", metOf(judged), judged.map(criterion)),
        createOthers(app, one),
        part("facts", null, conversationFacts(app, one)),
        one.collected_data?.length > 0 && part("collected", null, element("dl", { class: "facts" }, one.collected_data.map(datum))),
        part("cost", null, costSplit(one.cost_split)),
        actions),
      element("div", { class: "detail-talk" }, part("transcript", null,
        turns.length > 0
          && createTranscriptFind(transcript, app.route.view === "conversations" ? plainWords(app.route.filters.search) : ""),
        transcript.node))),
  ];
  return { head: conversationHead(one), nodes, player: player?.node, toggle: player?.toggle, stop: () => player?.stop() };
}

/** @param {Api.ConversationDetail["criteria_results"]} judged */
const metOf = (judged) => t("detail.met", { met: judged.filter(({ result }) => result === "success").length, count: judged.length });

/** What the list was searched for, as far as it can be found as it stands. */
const plainWords = (search = "") => search.replaceAll('"', "");

/** @param {string} name @param {Child} figure Beside its title. @param {...Child} content */
const part = (name, figure, ...content) =>
  element("section", { class: "detail-part" }, element("h3", {}, t(`detail.${name}`), figure && [" ", element("small", {}, figure)]),
    ...content);

/** @param {Api.ConversationDetail["criteria_results"][number]} result */
const criterion = ({ id, display_name: name, result, rationale, score, max_score: max }) => element("div", { class: "criterion-result" },
  resultIcon(criterionName(id, name), result),
  element("div", {},
    element("p", { class: "criterion-name" }, foreign(criterionName(id, name)), " ",
      element("span", { class: `result-word result-${result}` }, known("result", result)),
      typeof score === "number"
        && element("span", { class: "muted" }, ` ${[score, max].filter(Number.isFinite).map(format.decimal).join(" / ")}`)),
    rationale && element("p", { class: "rationale", dir: "auto" }, rationale)));

/** @param {Api.ConversationDetail["collected_data"][number]} datum */
const datum = ({ id, name, value, text, rationale }) => element("div", {},
  element("dt", {}, foreign(criterionName(id, name))),
  element("dd", {}, showValue(value, text), rationale && element("span", { class: "rationale", dir: "auto" }, rationale)));

/**
 * As it was collected: `text` has every digit of a number, which `value` has lost on its way into JavaScript.
 * @param {unknown} value @param {string | null} text
 */
function showValue(value, text) {
  if (text === null || text === undefined) return format.none;
  if (typeof value === "boolean") return t(value ? "yes" : "no");
  return typeof value === "object" ? element("code", { dir: "auto" }, text) : foreign(text);
}
