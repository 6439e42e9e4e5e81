import { element, foreign } from "../parts/dom.js";
import * as format from "../../texts/format.js";
import { known, t } from "../../texts/translate.js";
import { callerNumber } from "./phone-numbers.js";

/** @param {App} app @param {Api.ConversationDetail} one */
export function conversationFacts(app, one) {
  const rows = [
    ["start", format.dateTime(one.start_time)],
    ["duration", format.duration(one.duration_secs)],
    ["agent", foreign(one.agent_name || app.agentName(one.agent_id))],
    ["direction", one.direction ? known("direction", one.direction) : null],
    ["source", known("source", one.conversation_source ?? "unknown")],
    ["client", callerNumber(app, one)],
    ["bot", one.agent_phone],
    ["messages", one.bot_message_count === null ? format.count(one.message_count)
      : t("detail.messagesOfBot", { count: one.message_count, bot: one.bot_message_count })],
    ["dialling", one.call_result && known("callResult", one.call_result)],
    ["queue", typeof one.queue_wait_secs === "number" && format.wait(one.queue_wait_secs)],
    ["end", known("endReason", one.end_reason)],
    ["reason", one.termination_reason && foreign(one.termination_reason)],
    ["comment", one.rating === null && one.feedback?.comment && foreign(one.feedback.comment)],
    ["language", one.main_language && format.language(one.main_language)],
    ["handovers", one.agent_handover && t("yes")],
    ["audio", typeof one.has_audio === "boolean" && t(one.has_audio ? "yes" : "no")],
    ["campaign", campaignText(one.batch_call?.campaign)],
    ["batch", code(one.batch_call?.batch_call_id)],
    ["user", one.user_id && element("span", { dir: "auto" }, one.user_id)],
    ["agents", one.visited_agents?.length > 1 && one.visited_agents.map((agent) => app.agentName(agent.agent_id)).join(" → ")],
    ["tags", one.tag_ids?.join(", ")],
    ["branch", code(one.branch_id)],
    ["version", code(one.version_id)],
    ["environment", one.environment === "production" ? null : one.environment],
    ["id", code(one.conversation_id)],
  ];
  return element("dl", { class: "facts" }, rows.filter(([, value]) => value).map(([name, value]) =>
    element("div", {}, element("dt", {}, t(`facts.${name}`)), element("dd", {}, value))));
}

/** @param {string | null | undefined} text */
const code = (text) => text && element("code", {}, text);

/**
 * Its id, which attempt it was and of what kind; no name is published.
 * @param {NonNullable<Api.ConversationDetail["batch_call"]>["campaign"] | undefined} campaign
 */
function campaignText(campaign) {
  if (!campaign) return null;
  const { campaign_id: id, cold_attempt: attempt, conversation_type: type } = campaign;
  return [id, typeof attempt === "number" && t("facts.attempt", { number: attempt }), type && known("campaignType", type)].filter(Boolean)
    .join(" · ");
}
