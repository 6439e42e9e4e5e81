import * as format from "../../texts/format.js";
import { known, t } from "../../texts/translate.js";
import { badge, outcomeSign } from "../parts/badges.js";
import { element } from "../parts/dom.js";

/** How it went, when, by what way, and how long it was: in one line below its title. @param {Api.ConversationDetail} one */
export const conversationHead = (one) => [
  outcomeSign(one.call_successful),
  element("span", {}, format.dateTime(one.start_time)),
  element("span", {},
    [one.channel && known("channel", one.channel), one.main_language && format.language(one.main_language)].filter(Boolean).join(", ")),
  element("span", {}, format.duration(one.duration_secs)),
  one.status !== "done" && badge(known("status", one.status), one.status === "failed" ? "failure" : "plain"),
  one.transferred && badge(t("marks.transferred"), "plain", "transfer"),
  one.dropout && badge(t("marks.dropout"), "failure", "drop"),
  one.technical_error && badge(t("marks.technical_error"), "failure", "warning"),
  one.deleted_at && badge(t("marks.deleted"), "plain"),
];
