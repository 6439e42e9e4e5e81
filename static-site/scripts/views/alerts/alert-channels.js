import { getAlertChannels, removeAlertChannel, replaceAlertChannel, testAlertChannel } from "../../api/endpoints.js";
import { channelBody } from "../../logic/alerts.js";
import { explain } from "../../texts/explain.js";
import { t } from "../../texts/translate.js";
import { element, fill, foreign } from "../parts/dom.js";
import { actionButton, checkbox } from "../parts/fields.js";
import { createSheet } from "../parts/sheet.js";
import { alertChannelForm } from "./alert-channel-form.js";
import { answerText } from "./alert-words.js";
import { changeAndSay } from "./change-and-say.js";
import { formIn } from "./form-in.js";

/** @typedef {Api.AlertChannels["channels"][number]} Channel */

/** Where alerts are sent, each with a test, and the form of one. @param {App} app @param {{ changed: () => unknown }} work */
export function createAlertChannels(app, { changed }) {
  const list = element("ul", { class: "alert-rules", role: "list" });
  const answer = element("p", { role: "status", dataset: { testid: "alert-test-answer" } });
  const place = element("div");
  const sheet = createSheet({
    title: t("alerts.channels"), testid: "alert-channels-sheet", className: "alert-sheet", content: [
      list, answer, place, actionButton(t("alerts.channel.add"), () => edit(null), { testid: "add-alert-channel" }),
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
      actionButton(t("alerts.change"), () => edit(channel), { testid: "change-alert-channel" }),
      actionButton(t("alerts.remove"), () => change(() => removeAlertChannel(channel.id),
        t("alerts.channel.removed", { name: channel.name })), { testid: "remove-alert-channel" })));

  /** @param {Channel} channel */
  async function tryOut(channel) {
    answer.textContent = "";
    try {
      const said = await testAlertChannel(channel.id);
      answer.textContent = t(said.delivered ? "alerts.channel.taken" : "alerts.channel.refused", { answer: answerText(said.answer) });
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

  /** @param {Channel | null} channel */
  function edit(channel) {
    formIn(app, place, channel ? foreign(channel.name) : t("alerts.channel.add"), (work) => alertChannelForm({ channel, ...work }),
      { said: (name) => t("alerts.channel.kept", { name }), again });
  }

  function open() {
    fill(place);
    answer.textContent = "";
    sheet.open();
    return load();
  }

  return { node: sheet.node, open, take, known: () => channels };
}
