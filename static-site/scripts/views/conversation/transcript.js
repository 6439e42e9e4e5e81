import { element, fill, foreign } from "../parts/dom.js";
import { icon } from "../parts/icons.js";
import { cutOff } from "../../logic/cut-off.js";
import { findParts } from "../../logic/find.js";
import { turnAt } from "../../logic/call-map.js";
import { isOnlyAnswer } from "../../logic/tool-runs.js";
import { indentedJson } from "../../logic/json-text.js";
import * as format from "../../texts/format.js";
import { known, t } from "../../texts/translate.js";
import { marked } from "../conversations/search-hit.js";

/** @typedef {import("../../logic/tool-runs.js").ToolRun} ToolRun */

/** Seconds until the bot speaks after which a caller notices the silence. */
const slowSeconds = 3;

/**
 * Turns as a chat; tools folded, because their JSON is long and seldom wanted. `seek`, where there is a recording, plays from a turn.
 * Returns the node, `find(words)` that marks hits and returns them, and `showTime(seconds)` that marks the turn being heard.
 * @param {Turn[]} turns @param {ToolRun[]} runs Those of the turns. @param {{ seek?: (seconds: number) => unknown }} options
 */
export function createTranscript(turns, runs, { seek }) {
  if (!turns.length)
    return {
      node: element("p", { class: "muted" }, t("detail.noTranscript")),
      find: () => /** @type {HTMLElement[]} */ ([]),
      showTime() {},
    };
  const shown = turns.flatMap((turn, index) =>
    (isOnlyAnswer(turn, index, runs) ? [] : [{ index, ...turnNode(turn, runs.filter((run) => run.turn === index), seek) }]));
  const node = element("ol", { class: "transcript" }, shown.map((one) => one.node));
  let heard = -1;

  return {
    node,
    /** @param {string} words */
    find(words) {
      for (const { message, turn } of shown) if (message) fill(message, marked(findParts(turn.message ?? "", words)));
      return [...node.querySelectorAll("mark")];
    },
    /** @param {number} seconds @param {boolean} [follow] Keeps it in sight. */
    showTime(seconds, follow = false) {
      const at = turnAt(turns, seconds);
      if (at === heard) return;
      heard = at;
      for (const { index, node: one } of shown) {
        one.classList.toggle("turn-heard", index === at);
        if (follow && index === at) one.scrollIntoView({ block: "nearest" });
      }
    },
  };
}

/** @param {Turn} turn @param {ToolRun[]} runs @param {((seconds: number) => unknown) | undefined} seek */
function turnNode(turn, runs, seek) {
  const bot = turn.role === "agent";
  const message = turn.message ? element("p", { class: "turn-message", dir: "auto" }, turn.message) : null;
  const { time_in_call_secs: second } = turn;
  const canSeek = seek && second !== null;
  const { cut } = cutOff(turn.message, turn.interrupted ? turn.original_message : null);
  const node = element("li", {
    class: ["turn", bot ? "turn-agent" : "turn-user", canSeek && "turn-seeks"], dataset: { testid: "turn" },
    on: { click: (/** @type {any} */ event) => canSeek && !event.target.closest("button, details") && !String(getSelection())
      && seek(second) },
  },
    timeOf(turn, seek),
    (message || turn.file_inputs?.length > 0 || !runs.length) && element("div", { class: "turn-bubble" },
      element("div", { class: "turn-head" },
        element("span", { class: "turn-role" }, known("roles", turn.role ?? "")),
        responseTime(turn),
        turn.source_medium && turn.source_medium !== "audio" && mark(known("medium", turn.source_medium)),
        turn.platform_event && mark(known("platformEvent", turn.platform_event), t("transcript.platformTitle")),
        turn.ignored_as_backchannel && mark(t("transcript.backchannel"), t("transcript.backchannelTitle")),
        turn.interrupted && element("span", { class: "turn-interrupted" }, t("transcript.interrupted")),
        turn.feedback && element("span", { class: "turn-feedback" }, known("transcript.feedback", turn.feedback))),
      message,
      cut && element("p", { class: "turn-cut", dir: "auto" }, element("span", { class: "visually-hidden" }, t("transcript.cut"), " "),
        element("del", {}, cut.trim())),
      turn.file_inputs?.length > 0 && element("ul", { class: "turn-files" }, turn.file_inputs.map(file)),
      turn.interrupted && !cut && turn.original_message && turn.original_message !== turn.message
        && folded(t("transcript.original"), null, foreign(turn.original_message))),
    runs.map(toolLine));
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
  if (!seek) return element("span", { class: "turn-time" }, time);
  return element("button", {
    type: "button", class: "turn-time", "aria-label": t("player.from", { time }), title: t("player.from", { time }), on: {
      click: () => seek(seconds),
    },
  }, time);
}

/** @param {Turn} turn */
const responseTime = ({ response_secs: seconds }) => typeof seconds === "number" &&
  element("span", { class: ["turn-response", seconds > slowSeconds && "turn-slow"], title: t("transcript.responseTitle") },
    t("transcript.response", { time: format.wait(seconds) }));

/** A tool in one line that opens: its name, how it failed, how long it took. @param {ToolRun} run */
function toolLine({ name, call, result }) {
  const failed = Boolean(result?.is_error);
  const why = shortText(result?.result);
  return folded([
    element("span", { class: "visually-hidden" }, t("transcript.tool"), " "), element("code", {}, foreign(name ?? "")),
    failed && element("span", { class: "tool-state" }, t("transcript.failed"), why && [": ", foreign(why)]),
  ], latency(result), [
    call && [element("p", { class: "tool-label" }, t("transcript.parameters")), code(call.parameters)],
    result && [element("p", { class: "tool-label" }, t(result.is_error ? "transcript.failedResult" : "transcript.result")),
      code(result.result)],
  ], failed);
}

/** What a tool said, where that is a few words. @param {string | null | undefined} text */
const shortText = (text) => (text && !/^\s*[[{"]/u.test(text) ? text.trim() : "");

/** @param {ToolRun["result"]} result */
const latency = (result) => (typeof result?.latency_secs === "number" ? format.wait(result.latency_secs) : null);

/** @param {Child} title @param {string | null} note @param {Child} content @param {boolean} [isError] */
const folded = (title, note, content, isError = false) => element("details", { class: ["tool", isError && "tool-error"] },
  element("summary", {}, icon(isError ? "warning" : "tool"), element("span", { class: "tool-title" }, title),
    note && element("span", { class: "tool-note" }, note), icon("down")), content);

/** @param {string | null | undefined} text */
const code = (text) => element("pre", { tabIndex: 0, dir: "auto" }, pretty(text));

/** Tools may answer in any format. @param {string | null | undefined} text */
const pretty = (text) => (text ? indentedJson(text) ?? text : format.none);
