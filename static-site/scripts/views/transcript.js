import { element } from "../dom.js";
import { icon } from "../icons.js";
import * as format from "../texts/format.js";
import { known, t } from "../texts/translate.js";

/** Seconds until the bot speaks after which a caller notices the silence. */
const slowSeconds = 3;

/** Turns as a chat; tools folded, because their JSON is long and seldom wanted. */
export function transcript(turns) {
  if (!turns.length) return element("p", { class: "muted" }, t("detail.noTranscript"));
  return element("ol", { class: "transcript" }, turns.map(turnNode));
}

function turnNode(turn) {
  const bot = turn.role === "agent";
  return element("li", { class: ["turn", bot ? "turn-agent" : "turn-user"] },
    element("div", { class: "turn-head" },
      icon(bot ? "bot" : "user"), element("span", { class: "turn-role" }, known("roles", turn.role)),
      typeof turn.time_in_call_secs === "number" && element("span", { class: "muted" }, format.clock(turn.time_in_call_secs)),
      responseTime(turn),
      turn.interrupted && element("span", { class: "turn-interrupted" }, t("transcript.interrupted"))),
    turn.message && element("p", { class: "turn-message" }, turn.message),
    turn.interrupted && turn.original_message && turn.original_message !== turn.message && folded(t("transcript.original"), turn.original_message),
    (turn.tool_calls ?? []).map((call) => toolCall(call, turn.tool_results)),
    orphans(turn).map((result) => folded(t("transcript.toolResult", { name: result.tool_name }), toolResult(result), result.is_error)));
}

const responseTime = ({ response_secs: seconds }) => typeof seconds === "number" &&
  element("span", { class: ["turn-response", seconds > slowSeconds && "turn-slow"], title: t("transcript.responseTitle") },
    t("transcript.response", { time: format.duration(seconds) }));

/** Results whose call stands in an earlier turn. */
const orphans = ({ tool_calls: calls = [], tool_results: results = [] }) =>
  (results ?? []).filter((result) => !(calls ?? []).some((call) => call.request_id === result.request_id));

function toolCall(call, results) {
  const result = (results ?? []).find((one) => one.request_id === call.request_id);
  return folded(t("transcript.toolCall", { name: call.tool_name }), [
    element("p", { class: "tool-label" }, t("transcript.parameters")), code(call.parameters), result && toolResult(result),
  ], result?.is_error);
}

const toolResult = (result) => [
  element("p", { class: "tool-label" }, t(result.is_error ? "transcript.failedResult" : "transcript.result"),
    typeof result.latency_secs === "number" && ` · ${format.duration(result.latency_secs)}`),
  code(result.result),
];

const folded = (title, content, isError = false) => element("details", { class: ["tool", isError && "tool-error"] },
  element("summary", {}, icon(isError ? "warning" : "tool"), title), content);

const code = (text) => element("pre", { tabIndex: 0 }, pretty(text));

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    // Tools may answer in any format.
    return text ?? format.none;
  }
}
