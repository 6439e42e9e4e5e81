import { addAlertChannel, replaceAlertChannel } from "../../api/endpoints.js";
import { explain } from "../../texts/explain.js";
import { language, t } from "../../texts/translate.js";
import { element, fill } from "../parts/dom.js";
import { actionButton, checkbox, field, select } from "../parts/fields.js";

/**
 * The form of a channel, for a new one or one that is there: what it keeps secret stays where nothing is entered.
 * @param {{ channel: Api.AlertChannels["channels"][number] | null, kept: (name: string) => unknown, left: () => unknown }} work
 */
export function alertChannelForm({ channel, kept, left }) {
  const secretHint = channel ? t("alerts.channel.stays") : null;
  /** @param {string} name @param {Record<string, any>} [props] */
  const input = (name, props = {}) => element("input", { ...props, dataset: { testid: `channel-${name}` } });
  const kind = select(["email", "teams", "slack", "webhook"].map((one) => [one, t(`alerts.channelKinds.${one}`)]),
    channel?.kind ?? "email", shape, { dataset: { testid: "channel-kind" } });
  const name = input("name", { maxLength: 60, value: channel?.name ?? "" });
  const url = input("url", { type: "url", spellcheck: false });
  const secret = input("secret", { type: "password", autocomplete: "off" });
  const host = input("host", { spellcheck: false, value: channel?.host ?? "" });
  const user = input("user", { autocomplete: "off", spellcheck: false, value: channel?.user ?? "" });
  const password = input("password", { type: "password", autocomplete: "off" });
  const from = input("from", { type: "email", value: channel?.from ?? "" });
  const to = input("to", { value: (channel?.to ?? []).join(", ") });
  const port = input("port", { type: "number", min: 1, max: 65535, value: channel?.port ?? 465 });
  const security = select(["tls", "starttls", "none"].map((one) => [one, t(`alerts.securities.${one}`)]),
    channel?.security ?? "tls", null);
  const speaks = select([["pl", "Polski"], ["en", "English"]], channel?.language ?? language(), null);
  const isPrivate = checkbox(t("alerts.channel.isPrivate"), channel?.private ?? false);
  const quietFrom = input("quiet-from", { type: "time", value: channel?.quiet_from ?? "" });
  const quietTo = input("quiet-to", { type: "time", value: channel?.quiet_to ?? "" });
  const rest = element("div", { class: "alert-form" });
  const wrong = element("p", { class: "field-error", role: "status" });

  function shape() {
    const isKept = channel?.kind === kind.value;
    fill(rest, kind.value === "email"
      ? [field(t("alerts.channel.host"), host), field(t("alerts.channel.port"), port), field(t("alerts.channel.security"), security),
        field(t("alerts.channel.user"), user),
        field(t("alerts.channel.password"), password, { hint: isKept ? secretHint : null }), field(t("alerts.channel.from"), from),
        field(t("alerts.channel.to"), to)]
      : [field(t("alerts.channel.url"), url, { hint: isKept ? secretHint : t("alerts.channel.urlHint") }),
        kind.value === "webhook" && field(t("alerts.channel.secret"), secret, { hint: isKept ? secretHint : null })]);
  }

  function body() {
    const common = {
      name: name.value, kind: kind.value, language: speaks.value, private: isPrivate.input.checked,
      most_per_hour: channel?.most_per_hour, enabled: channel?.enabled,
      quiet_from: quietFrom.value || null, quiet_to: quietTo.value || null,
    };
    const own = kind.value !== "email" ? { url: url.value || null, ...kind.value === "webhook" && { secret: secret.value || null } } : {
      host: host.value, port: Number(port.value), security: security.value, user: user.value || null, secret: password.value || null,
      from: from.value, to: to.value.split(",").map((/** @type {string} */ one) => one.trim()).filter(Boolean),
    };
    return { ...common, ...own };
  }

  async function keep() {
    try {
      const stored = await (channel ? replaceAlertChannel(channel.id, body()) : addAlertChannel(body()));
      await kept(stored.name);
    } catch (error) {
      wrong.textContent = explain(error);
    }
  }

  shape();
  return element("div", { class: "alert-form", dataset: { testid: "alert-channel-form" } },
    field(t("alerts.channel.kind"), kind), field(t("alerts.channel.name"), name), rest,
    field(t("alerts.channel.language"), speaks), isPrivate,
    element("div", { class: "alert-quiet" },
      field(t("alerts.channel.quietFrom"), quietFrom), field(t("alerts.channel.quietTo"), quietTo)),
    wrong, element("div", { class: "form-actions" },
      actionButton(t("alerts.channel.store"), keep, { primary: true, testid: "keep-alert-channel" }),
      actionButton(t("alerts.leave"), left, { testid: "leave-alert-channel" })));
}
