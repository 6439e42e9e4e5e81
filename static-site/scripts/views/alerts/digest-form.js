import { addDigest, replaceDigest } from "../../api/endpoints.js";
import { recipientsOf, recipientsText } from "../../logic/digests.js";
import { explain } from "../../texts/explain.js";
import { t } from "../../texts/translate.js";
import { element } from "../parts/dom.js";
import { actionButton, field, select } from "../parts/fields.js";
import { agentTicks } from "./agent-ticks.js";

/** @typedef {Api.Digests["digests"][number]} Digest */

/**
 * The form of a digest, for a new one or one that is there. People are entered one a line, with their language behind the address.
 * @param {App} app
 * @param {{ digest: Digest | null, channels: Api.AlertChannels["channels"], kept: (name: string) => unknown, left: () => unknown }} work
 */
export function digestForm(app, { digest, channels, kept, left }) {
  const mail = channels.filter(({ kind }) => kind === "email");
  const name = element("input", { maxLength: 60, value: digest?.name ?? "", dataset: { testid: "digest-name" } });
  const period = select(["week", "month"].map((one) => [one, t(`digests.periods.${one}`)]), digest?.period ?? "week", null,
    { dataset: { testid: "digest-period" } });
  const channel = select(mail.map((one) => [String(one.id), one.name]), String(digest?.channel ?? mail[0]?.id ?? ""), null);
  const people = element("textarea", {
    rows: 3, spellcheck: false, value: recipientsText(digest?.recipients ?? []), dataset: { testid: "digest-recipients" },
  });
  const sendAt = element("input", { type: "time", value: digest?.send_at ?? "07:00" });
  const agents = agentTicks(app, digest?.agents);
  const wrong = element("p", { class: "field-error", role: "status" });

  async function keep() {
    const body = {
      name: name.value, period: period.value, channel: Number(channel.value) || null, recipients: recipientsOf(people.value),
      send_at: sendAt.value || null, agents: agents.chosen(), enabled: digest?.enabled ?? true,
    };
    try {
      const stored = await (digest ? replaceDigest(digest.id, body) : addDigest(body));
      await kept(stored.name);
    } catch (error) {
      wrong.textContent = explain(error);
    }
  }

  return element("div", { class: "alert-form", dataset: { testid: "digest-form" } },
    field(t("digests.name"), name), field(t("digests.period"), period), field(t("digests.channel"), channel),
    field(t("digests.recipients"), people, { hint: t("digests.recipientsHint") }), field(t("digests.sendAt"), sendAt),
    agents.several && agents.node,
    wrong, element("div", { class: "form-actions" },
      actionButton(t("digests.store"), keep, { primary: true, testid: "keep-digest" }),
      actionButton(t("alerts.leave"), left)));
}
