import { element } from "../parts/dom.js";
import * as format from "../../texts/format.js";
import { known, t } from "../../texts/translate.js";
import { callerNumber } from "./phone-numbers.js";
import { ratingText } from "../conversations/conversation-columns.js";

export function conversationFacts(app, one) {
  const rows = [
    ["start", format.dateTime(one.start_time)],
    ["duration", format.duration(one.duration_secs)],
    ["agent", one.agent_name || app.agentName(one.agent_id)],
    ["direction", one.direction ? known("direction", one.direction) : null],
    ["source", known("source", one.conversation_source ?? "unknown")],
    ["client", callerNumber(app, one)],
    ["bot", one.agent_phone],
    ["messages", one.bot_message_count === null ? format.count(one.message_count)
      : t("detail.messagesOfBot", { count: one.message_count, bot: one.bot_message_count })],
    ["end", known("endReason", one.end_reason)],
    ["reason", one.termination_reason],
    ["rating", one.rating === null ? null : ratingText(one.rating)],
    ["comment", one.feedback?.comment],
    ["language", one.main_language && format.language(one.main_language)],
    ["handovers", one.agent_handovers ? format.count(one.agent_handovers) : one.agent_handover && t("yes")],
    ["audio", typeof one.has_audio === "boolean" && t(one.has_audio ? "yes" : "no")],
    ["id", element("code", {}, one.conversation_id)],
  ];
  return element("dl", { class: "facts" }, rows.filter(([, value]) => value).map(([name, value]) =>
    element("div", {}, element("dt", {}, t(`facts.${name}`)), element("dd", {}, value))));
}
