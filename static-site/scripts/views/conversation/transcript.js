import { element, fill, foreign } from "../parts/dom.js";
import { icon } from "../parts/icons.js";
import { findParts } from "../../logic/find.js";
import { indentedJson } from "../../logic/json-text.js";
import * as format from "../../texts/format.js";
import { known, t } from "../../texts/translate.js";
import { marked } from "../conversations/search-hit.js";

/** Seconds until the bot speaks after which a caller notices the silence. */
const slowSeconds = 3;

/**
 * Turns as a chat; tools folded, because their JSON is long and seldom wanted. `seek`, where there is a recording, plays from a turn.
 * Returns the node, `find(words)` that marks hits and returns them, and `showTime(seconds)` that marks the turn being heard.
 * @param {Turn[]} turns @param {{ seek?: (seconds: number) => unknown }} options
 */
export function createTranscript(turns, { seek }) {
  if (!turns.length) return { node: element("p", { class: "muted" }, t("detail.noTranscript")), find: () => /** @type {HTMLElement[]} */ ([]), showTime() {} };
  const shown = turns.map((turn) => turnNode(turn, seek));
  const node = element("ol", { class: "transcript" }, shown.map((one) => one.node));

  return {
    node,
    /** @param {string} words */
    find(words) {
      for (const { message, turn } of shown) if (message) fill(message, marked(findParts(turn.message ?? "", words)));
      return [...node.querySelectorAll("mark")];
    },
    /** @param {number} seconds */
    showTime(seconds) {
      const at = turns.findLastIndex((turn) => turn.message && turn.time_in_call_secs !== null && turn.time_in_call_secs <= seconds);
      shown.forEach((one, index) => one.node.classList.toggle("turn-heard", index === at));
    },
  };
}

/** @param {Turn} turn @param {((seconds: number) => unknown) | undefined} seek */
function turnNode(turn, seek) {
  const bot = turn.role === "agent";
  const message = turn.message ? element("p", { class: "turn-message", dir: "auto" }, turn.message) : null;
  const { time_in_call_secs: second } = turn;
  const canSeek = seek && second !== null;
  const node = element("li", {
    class: ["turn", bot ? "turn-agent" : "turn-user", canSeek && "turn-seeks"], dataset: { testid: "turn" },
    on: { click: (/** @type {any} */ event) => canSeek && !event.target.closest("button, details") && !String(getSelection()) && seek(second) },
  },
    element("div", { class: "turn-head" },
      icon(bot ? "bot" : "user"), element("span", { class: "turn-role" }, known("roles", turn.role ?? "")),
      timeOf(turn, seek),
      responseTime(turn),
      turn.source_medium && turn.source_medium !== "audio" && mark(known("medium", turn.source_medium)),
      turn.platform_event && mark(known("platformEvent", turn.platform_event), t("transcript.platformTitle")),
      turn.ignored_as_backchannel && mark(t("transcript.backchannel"), t("transcript.backchannelTitle")),
      turn.interrupted && element("span", { class: "turn-interrupted" }, t("transcript.interrupted")),
      turn.feedback && element("span", { class: "turn-feedback" }, known("transcript.feedback", turn.feedback))),
    message,
    turn.file_inputs?.length > 0 && element("ul", { class: "turn-files" }, turn.file_inputs.map(file)),
    turn.interrupted && turn.original_message && turn.original_message !== turn.message && folded(t("transcript.original"), foreign(turn.original_message)),
    (turn.tool_calls ?? []).map((call) => toolCall(call, turn.tool_results)),
    orphans(turn).map((result) => folded(t("transcript.toolResult", { name: result.tool_name }), toolResult(result), result.is_error)));
  return { node, message, turn };
}

/** @param {string} text @param {string | null} title */
const mark = (text, title = null) => element("span", { class: "muted", title }, text);

/** The address is the vendor's and may have run out; the name tells what was sent. @param {Turn["file_inputs"][number]} sent */
const file = ({ file_id: id, original_filename: name, mime_type: type }) =>
  element("li", { dir: "auto" }, name ?? id ?? t("transcript.file"), type && element("span", { class: "muted" }, ` ${type}`));

/** @param {Turn} turn @param {((seconds: number) => unknown) | undefined} seek */
function timeOf({ time_in_call_secs: seconds }, seek) {
  if (typeof seconds !== "number") return null;
  const time = format.clock(seconds);
  if (!seek) return element("span", { class: "muted" }, time);
  return element("button", {
    type: "button", class: "turn-time", "aria-label": t("player.from", { time }), title: t("player.from", { time }), on: { click: () => seek(seconds) },
  }, icon("play"), time);
}

/** @param {Turn} turn */
const responseTime = ({ response_secs: seconds }) => typeof seconds === "number" &&
  element("span", { class: ["turn-response", seconds > slowSeconds && "turn-slow"], title: t("transcript.responseTitle") },
    t("transcript.response", { time: seconds < 60 ? format.seconds(seconds) : format.duration(seconds) }));

/** Results whose call stands in an earlier turn. @param {Turn} turn */
const orphans = ({ tool_calls: calls = [], tool_results: results = [] }) =>
  (results ?? []).filter((result) => !(calls ?? []).some((call) => call.request_id === result.request_id));

/** @param {NonNullable<Turn["tool_calls"]>[number]} call @param {Turn["tool_results"]} results */
function toolCall(call, results) {
  const result = (results ?? []).find((one) => one.request_id === call.request_id);
  return folded(t("transcript.toolCall", { name: call.tool_name }), [
    element("p", { class: "tool-label" }, t("transcript.parameters")), code(call.parameters), result && toolResult(result),
  ], result?.is_error);
}

/** @param {NonNullable<Turn["tool_results"]>[number]} result */
const toolResult = (result) => [
  element("p", { class: "tool-label" }, t(result.is_error ? "transcript.failedResult" : "transcript.result"),
    typeof result.latency_secs === "number" && ` · ${result.latency_secs < 60 ? format.seconds(result.latency_secs) : format.duration(result.latency_secs)}`),
  code(result.result),
];

/** @param {Child} title @param {Child} content @param {boolean} [isError] */
const folded = (title, content, isError = false) => element("details", { class: ["tool", isError && "tool-error"] },
  element("summary", {}, icon(isError ? "warning" : "tool"), foreign(title)), content);

/** @param {string | null | undefined} text */
const code = (text) => element("pre", { tabIndex: 0, dir: "auto" }, pretty(text));

/** Tools may answer in any format. @param {string | null | undefined} text */
const pretty = (text) => (text ? indentedJson(text) ?? text : format.none);
