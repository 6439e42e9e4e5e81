import { getOtherConversations } from "../../api/endpoints.js";
import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { outcomeIcon } from "../parts/badges.js";
import { element, fill, foreign } from "../parts/dom.js";
import { routeLink } from "../parts/links.js";

/**
 * What else this person talked about; nothing where nobody is known, or nothing else.
 * @param {App} app @param {Api.ConversationDetail} one
 */
export function createOthers(app, one) {
  const node = element("section", { class: "detail-part", hidden: true, dataset: { testid: "other-conversations" } });
  if (one.client_phone || one.user_id) void load();
  return node;

  async function load() {
    try {
      const { total, conversations } = await getOtherConversations(one.conversation_id);
      if (!total) return;
      fill(node, element("h3", {}, t("detail.others", { count: total })),
        element("ul", { class: "others", role: "list" }, conversations.map(line)));
      node.hidden = false;
    } catch {
      // It is beside the point of the page: the conversation can be read without it.
    }
  }

  /** @param {ListedConversation} other */
  function line(other) {
    return element("li", {}, routeLink(app, { ...app.route, conversation: other.conversation_id }, { class: "other-link" },
      outcomeIcon(other.call_successful),
      element("span", { class: "other-title" },
        other.call_summary_title ? foreign(other.call_summary_title) : t("conversations.untitled")),
      element("span", { class: "muted" }, format.dateTime(other.start_time))));
  }
}
