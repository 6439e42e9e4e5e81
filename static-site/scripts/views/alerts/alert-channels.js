import { addAlertChannel, getAlertChannels, removeAlertChannel, replaceAlertChannel, testAlertChannel } from "../../api/endpoints.js";
import { channelBody } from "../../logic/alerts.js";
import { explain } from "../../texts/explain.js";
import { language, t } from "../../texts/translate.js";
import { element, fill, foreign } from "../parts/dom.js";
import { actionButton, checkbox, field, select } from "../parts/fields.js";
import { createSheet } from "../parts/sheet.js";
import { changeAndSay } from "./change-and-say.js";

/** @typedef {Api.AlertChannels["channels"][number]} Channel */

/** Where alerts are sent, each with a test, and the form of a new one. @param {App} app @param {{ changed: () => unknown }} work */
export function createAlertChannels(app, { changed }) {
  const list = element("ul", { class: "alert-rules", role: "list" });
  const answer = element("p", { role: "status", dataset: { testid: "alert-test-answer" } });
  const place = element("div", { class: "alert-form" });
  const sheet = createSheet({
    title: t("alerts.channels"), testid: "alert-channels-sheet", className: "alert-sheet", content: [
      list, answer, place, actionButton(t("alerts.channel.add"), edit, { testid: "add-alert-channel" }),
    ],
  });
  /** @type {Channel[]} */
  let channels = [];

  async function load() {
    try {
      take((await getAlertChannels()).channels);
    } catch (error) {
      app.emit("failed", error);
    }
  }

  /** @param {Channel[]} known */
  function take(known) {
    channels = known;
    fill(list, channels.length ? channels.map(row) : element("li", { class: "muted" }, t("alerts.channel.none")));
  }

  /** @param {Channel} channel */
  const row = (channel) => element("li", { class: "alert-rule", dataset: { testid: "alert-channel-row" } },
    element("div", {},
      checkbox(foreign(channel.name), channel.enabled, (enabled) => change(
        () => replaceAlertChannel(channel.id, channelBody(channel, { enabled })), t("alerts.channel.kept", { name: channel.name }))),
      element("p", { class: "muted" }, t(`alerts.channelKinds.${channel.kind}`), " · ",
        foreign(channel.kind === "email" ? (channel.to ?? []).join(", ") : channel.server ?? t("alerts.channel.noSecret")),
        channel.quiet_from && [" · ", t("alerts.channel.quiet", { from: channel.quiet_from, to: channel.quiet_to })])),
    element("div", { class: "form-actions" },
      actionButton(t("alerts.channel.test"), () => tryOut(channel), { testid: "test-alert-channel" }),
      actionButton(t("alerts.remove"), () => change(() => removeAlertChannel(channel.id),
        t("alerts.channel.removed", { name: channel.name })), { testid: "remove-alert-channel" })));

  /** @param {Channel} channel */
  async function tryOut(channel) {
    answer.textContent = "";
    try {
      const said = await testAlertChannel(channel.id);
      answer.textContent = t(said.delivered ? "alerts.channel.taken" : "alerts.channel.refused", { answer: said.answer });
    } catch (error) {
      answer.textContent = explain(error);
    }
  }

  /** @param {() => Promise<unknown>} work @param {string} said */
  const change = (work, said) => changeAndSay(app, work, said, again);

  async function again() {
    await load();
    changed();
  }

  function edit() {
    /** @param {string} name @param {Record<string, any>} [props] */
    const input = (name, props = {}) => element("input", { ...props, dataset: { testid: `channel-${name}` } });
    const kind = select(["email", "teams", "slack", "webhook"].map((one) => [one, t(`alerts.channelKinds.${one}`)]), "email", shape,
      { dataset: { testid: "channel-kind" } });
    const name = input("name", { maxLength: 60 });
    const url = input("url", { type: "url", spellcheck: false });
    const secret = input("secret", { type: "password", autocomplete: "off" });
    const host = input("host", { spellcheck: false });
    const user = input("user", { autocomplete: "off", spellcheck: false });
    const password = input("password", { type: "password", autocomplete: "off" });
    const [from, to] = [input("from", { type: "email" }), input("to")];
    const port = input("port", { type: "number", min: 1, max: 65535, value: 465 });
    const security = select(["tls", "starttls", "none"].map((one) => [one, t(`alerts.securities.${one}`)]), "tls", null);
    const speaks = select([["pl", "Polski"], ["en", "English"]], language(), null);
    const isPrivate = checkbox(t("alerts.channel.isPrivate"), false);
    const [quietFrom, quietTo] = [input("quiet-from", { type: "time" }), input("quiet-to", { type: "time" })];
    const rest = element("div", { class: "alert-form" });
    const wrong = element("p", { class: "field-error", role: "status" });

    function shape() {
      fill(rest, kind.value === "email"
        ? [field(t("alerts.channel.host"), host), field(t("alerts.channel.port"), port), field(t("alerts.channel.security"), security),
          field(t("alerts.channel.user"), user), field(t("alerts.channel.password"), password), field(t("alerts.channel.from"), from),
          field(t("alerts.channel.to"), to)]
        : [field(t("alerts.channel.url"), url, { hint: t("alerts.channel.urlHint") }),
          kind.value === "webhook" && field(t("alerts.channel.secret"), secret)]);
    }

    function body() {
      const common = {
        name: name.value, kind: kind.value, language: speaks.value, private: isPrivate.input.checked,
        quiet_from: quietFrom.value || null, quiet_to: quietTo.value || null,
      };
      if (kind.value !== "email") return { ...common, url: url.value, ...kind.value === "webhook" && { secret: secret.value || null } };
      return {
        ...common, host: host.value, port: Number(port.value), security: security.value, user: user.value || null,
        secret: password.value || null, from: from.value,
        to: to.value.split(",").map((/** @type {string} */ one) => one.trim()).filter(Boolean),
      };
    }

    async function keep() {
      try {
        const channel = await addAlertChannel(body());
        app.emit("toast", t("alerts.channel.kept", { name: channel.name }));
        fill(place);
        await again();
      } catch (error) {
        wrong.textContent = explain(error);
      }
    }

    shape();
    fill(place, field(t("alerts.channel.kind"), kind), field(t("alerts.channel.name"), name), rest,
      field(t("alerts.channel.language"), speaks), isPrivate,
      element("div", { class: "alert-quiet" },
        field(t("alerts.channel.quietFrom"), quietFrom), field(t("alerts.channel.quietTo"), quietTo)),
      wrong, element("div", { class: "form-actions" },
        actionButton(t("alerts.channel.store"), keep, { primary: true, testid: "keep-alert-channel" })));
    name.focus();
  }

  function open() {
    fill(place);
    answer.textContent = "";
    sheet.open();
    return load();
  }

  return { node: sheet.node, open, take, known: () => channels };
}
