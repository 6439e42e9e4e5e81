import { getAlertChannels, getDigests, previewDigest, removeDigest, replaceDigest, sendDigest } from "../../api/endpoints.js";
import { digestBody, newestState } from "../../logic/digests.js";
import { explain } from "../../texts/explain.js";
import * as format from "../../texts/format.js";
import { language, t } from "../../texts/translate.js";
import { element, fill, foreign } from "../parts/dom.js";
import { actionButton, checkbox, field, select } from "../parts/fields.js";
import { notice } from "../parts/notices.js";
import { createSheet } from "../parts/sheet.js";
import { answerText } from "./alert-words.js";
import { changeAndSay } from "./change-and-say.js";
import { digestForm } from "./digest-form.js";
import { formIn } from "./form-in.js";
import { letterView } from "./letter-view.js";

/** @typedef {Api.Digests["digests"][number]} Digest */

/** Letters that say each week, or month, how it went: who gets them, how they look, what was sent. @param {App} app */
export function createDigests(app) {
  const list = element("ul", { class: "alert-rules", role: "list" });
  const place = element("div");
  const add = actionButton(t("digests.add"), () => edit(null), { testid: "add-digest" });
  add.hidden = true; // until it is known by which channels it could be sent
  const sheet = createSheet({
    title: t("digests.title"), testid: "digests-sheet", className: "alert-sheet digest-sheet", content: [list, add, place],
  });
  /** @type {Api.AlertChannels["channels"]} */
  let channels = [];

  async function load() {
    try {
      const [digests, known] = await Promise.all([getDigests(), getAlertChannels()]);
      channels = known.channels;
      const hasMail = channels.some(({ kind }) => kind === "email");
      add.hidden = !hasMail;
      fill(list, digests.digests.length ? digests.digests.map(row)
        : element("li", { class: "muted" }, t(hasMail ? "digests.none" : "digests.noChannel")));
    } catch (error) {
      app.emit("failed", error);
    }
  }

  /** @param {Digest} digest */
  const row = (digest) => element("li", { class: "alert-rule", dataset: { testid: "digest-row" } },
    element("div", {},
      checkbox(foreign(digest.name), digest.enabled, (enabled) => change(
        () => replaceDigest(digest.id, digestBody(digest, { enabled })), t("digests.kept", { name: digest.name }))),
      element("p", { class: "muted" }, t(`digests.periods.${digest.period}`), " · ",
        foreign(digest.recipients.map(({ address }) => address).join(", ")),
        digest.agents.length > 0 && [" · ", foreign(digest.agents.map(app.agentName).join(", "))]),
      element("p", { class: "muted" }, digest.next_at ? t("digests.next", { time: format.dateTime(digest.next_at) }) : t("digests.off")),
      digest.channel === null && notice({ text: t("digests.channelGone") }),
      history(digest)),
    element("div", { class: "form-actions" },
      actionButton(t("digests.preview"), () => look(digest, language()), { testid: "preview-digest" }),
      actionButton(t("alerts.change"), () => edit(digest), { testid: "change-digest" }),
      actionButton(t("alerts.remove"), () => change(() => removeDigest(digest.id), t("digests.removed", { name: digest.name })),
        { testid: "remove-digest" })));

  /** @param {Digest} digest */
  function history({ deliveries }) {
    if (!deliveries.length) return null;
    const state = newestState(deliveries);
    return element("details", { open: state === "given_up" || state === "skipped" },
      element("summary", {}, t("digests.history", { state: t(`digests.states.${state}`) })),
      element("ul", { class: "digest-history", role: "list" }, deliveries.map((one) => element("li", {},
        `${format.range(one.from, one.to)} · `, foreign(one.address), " · ", t(`digests.states.${one.state}`),
        ` · ${format.dateTime(one.at)}`,
        one.answer && [" · ", foreign(answerText(one.answer))]))));
  }

  /** @param {() => Promise<unknown>} work @param {string} said */
  const change = (work, said) => changeAndSay(app, work, said, load);

  /** How the letter looks, and a way to get it at once. @param {Digest} digest @param {string} speaks */
  async function look(digest, speaks) {
    const words = select([["pl", "Polski"], ["en", "English"]], speaks, (value) => look(digest, value));
    const to = element("input", { type: "email", autocomplete: "email", dataset: { testid: "digest-to" } });
    const answer = element("p", { role: "status", dataset: { testid: "digest-answer" } });
    const send = actionButton(t("digests.send"), async () => {
      answer.textContent = "";
      try {
        const [said] = (await sendDigest(digest.id, { to: to.value, language: words.value })).sent;
        answer.textContent = t(said.delivered ? "digests.taken" : "digests.refused", { answer: answerText(said.answer) });
      } catch (error) {
        answer.textContent = explain(error);
      }
    }, { testid: "send-digest" });
    try {
      const letter = await previewDigest(digest.id, speaks);
      fill(place, element("h3", {}, foreign(letter.subject)),
        element("p", { class: "muted" },
          t("digests.attachment", { name: letter.attachment, size: format.bytes(letter.attachment_bytes) })),
        element("div", { class: "alert-quiet digest-send" }, field(t("alerts.channel.language"), words),
          digest.channel !== null && [field(t("digests.to"), to), send]),
        answer, letterView(letter.html),
        element("details", {}, element("summary", {}, t("digests.asText")),
          element("pre", { class: "letter-text" }, foreign(letter.text))));
      place.scrollIntoView({ block: "nearest" });
    } catch (error) {
      fill(place, element("p", { class: "field-error" }, explain(error)));
    }
  }

  /** @param {Digest | null} digest */
  function edit(digest) {
    formIn(app, place, digest ? foreign(digest.name) : t("digests.add"), (work) => digestForm(app, { digest, channels, ...work }),
      { said: (name) => t("digests.kept", { name }), again: load });
  }

  function open() {
    fill(place);
    sheet.open();
    return load();
  }

  return { node: sheet.node, open };
}
