import { element, foreign } from "../parts/dom.js";
import { criterionName } from "../../logic/criteria.js";
import * as format from "../../texts/format.js";
import { known, t } from "../../texts/translate.js";
import { conversationFacts } from "./conversation-facts.js";
import { costSplit } from "./cost-split.js";
import { badge, outcomeBadge, resultIcon } from "../parts/badges.js";
import { notice } from "../parts/notices.js";
import { createRecordingPlayer } from "./recording-player.js";
import { createTranscript } from "./transcript.js";
import { createOthers } from "./other-conversations.js";
import { createTranscriptFind } from "./transcript-find.js";

/** Everything known of one conversation, most wanted first, its player apart. `stop` silences its recording. @param {App} app @param {Api.ConversationDetail} one */
export function createConversationDetail(app, one) {
  const player = one.has_audio ? createRecordingPlayer(one.conversation_id, { onTime: (seconds) => transcript.showTime(seconds) }) : null;
  const transcript = createTranscript(one.transcript ?? [], { seek: player?.seek });
  const nodes = [
    element("p", { class: "detail-badges" },
      outcomeBadge(one.call_successful), badge(known("status", one.status), one.status === "failed" ? "failure" : "plain"),
      one.transferred && badge(t("marks.transferred"), "plain", "transfer"),
      one.dropout && badge(t("marks.dropout"), "failure", "drop"),
      one.technical_error && badge(t("marks.technical_error"), "failure", "warning"),
      one.deleted_at && badge(t("marks.deleted"), "plain")),
    one.error && notice({ tone: "error", title: t("detail.error", { code: one.error.code ?? "" }), text: one.error.reason && foreign(one.error.reason) }),
    one.details_state === "pending" && notice({ tone: "info", text: t("detail.pending") }),
    ["failed", "missing", "given_up"].includes(one.details_state) && notice({ tone: "warning", title: t(`detail.details_${one.details_state}`), text: one.details_error && foreign(one.details_error) }),
    one.warnings?.map((text) => notice({ tone: "warning", text: foreign(text) })),
    element("div", { class: "detail-columns" },
      element("div", { class: "detail-side" },
        one.transcript_summary && part("summary", element("p", { class: "summary-whole", dir: "auto" }, one.transcript_summary)),
        part("facts", conversationFacts(app, one)),
        one.criteria_results?.length > 0 && part("criteria", one.criteria_results.map(criterion)),
        one.collected_data?.length > 0 && part("collected", element("dl", { class: "facts" }, one.collected_data.map(datum))),
        createOthers(app, one),
        part("cost", costSplit(one.cost_split))),
      element("div", { class: "detail-talk" }, part("transcript",
        one.transcript?.length > 0 && createTranscriptFind(transcript, app.route.view === "conversations" ? plainWords(app.route.filters.search) : ""),
        transcript.node))),
  ];
  return { nodes, player: player?.node, stop: () => player?.stop() };
}

/** What the list was searched for, as far as it can be found as it stands. */
const plainWords = (search = "") => search.replaceAll('"', "");

/** @param {string} name @param {...Child} content */
const part = (name, ...content) =>
  element("section", { class: "detail-part" }, element("h3", {}, t(`detail.${name}`)), ...content);

/** @param {Api.ConversationDetail["criteria_results"][number]} result */
const criterion = ({ id, display_name: name, result, rationale, score, max_score: max }) => element("div", { class: "criterion-result" },
  resultIcon(criterionName(id, name), result),
  element("div", {},
    element("p", { class: "criterion-name" }, foreign(criterionName(id, name)), " ", element("span", { class: `result-word result-${result}` }, known("result", result)),
      typeof score === "number" && element("span", { class: "muted" }, ` ${[score, max].filter(Number.isFinite).map(format.decimal).join(" / ")}`)),
    rationale && element("p", { class: "rationale", dir: "auto" }, rationale)));

/** @param {Api.ConversationDetail["collected_data"][number]} datum */
const datum = ({ id, name, value, text, rationale }) => element("div", {},
  element("dt", {}, foreign(criterionName(id, name))),
  element("dd", {}, showValue(value, text), rationale && element("span", { class: "rationale", dir: "auto" }, rationale)));

/** As it was collected: `text` has every digit of a number, which `value` has lost on its way into JavaScript. @param {unknown} value @param {string | null} text */
function showValue(value, text) {
  if (text === null || text === undefined) return format.none;
  if (typeof value === "boolean") return t(value ? "yes" : "no");
  return typeof value === "object" ? element("code", { dir: "auto" }, text) : foreign(text);
}
