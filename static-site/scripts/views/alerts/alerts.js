import { getAlertChannels, getAlerts } from "../../api/endpoints.js";
import { createLoader } from "../../api/loader.js";
import { deliveryState } from "../../logic/alerts.js";
import { openConversations } from "../../state/route.js";
import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { element, fill, foreign } from "../parts/dom.js";
import { actionButton } from "../parts/fields.js";
import { icon } from "../parts/icons.js";
import { routeLink } from "../parts/links.js";
import { loadFailure } from "../parts/load-failure.js";
import { emptyNotice, notice } from "../parts/notices.js";
import { skeletonTable } from "../parts/tables.js";
import { createAlertChannels } from "./alert-channels.js";
import { createAlertRules } from "./alert-rules.js";
import { answerText, happened, ruleName } from "./alert-words.js";
import { createDigests } from "./digests.js";

const perPage = 50;

/** What the rules found, newest first, and who was told; rules and channels lie in sheets. @param {App} app @param {AbortSignal} signal */
export function createAlertsView(app, signal) {
  const channels = createAlertChannels(app, { changed: update });
  const rules = createAlertRules(app, { channels: channels.known, changed: update });
  const digests = createDigests(app);
  const state = element("p", { class: "view-intro", dataset: { testid: "alerts-state" } });
  const advice = element("div");
  const place = element("div", {}, skeletonTable(4));
  const node = element("section", {},
    element("div", { class: "view-head" },
      element("h1", {}, t("tabs.alerts")),
      actionButton(t("alerts.rules"), rules.open, { testid: "alert-rules", before: icon("settings") }),
      app.mayWrite() && [actionButton(t("alerts.channels"), channels.open, { testid: "alert-channels" }),
        actionButton(t("digests.open"), digests.open, { testid: "digests" })]),
    state, advice, place, rules.node, channels.node, digests.node);
  let pages = 1;

  const loader = createLoader({ show, fail: (error) => fill(place, loadFailure("alerts", error, update)) });

  /** @param {{ alerts: Api.Alerts["alerts"], total: number, open: number, hasChannels: boolean }} answer */
  function show({ alerts, total, open, hasChannels }) {
    state.textContent = open ? t("alerts.open", { count: open }) : t("alerts.none");
    fill(advice, !hasChannels && app.mayWrite()
      && notice({ text: t("alerts.noChannels"), action: t("alerts.addChannel"), onAction: channels.open }));
    fill(place, alerts.length ? element("ul", { class: "alert-list", role: "list" }, alerts.map(row)) : emptyNotice(t("alerts.empty"),
      t("alerts.emptyText")),
    total > alerts.length && actionButton(t("alerts.moreRows"), () => {
      pages += 1;
      return update();
    }));
  }

  /** @param {Api.Alerts["alerts"][number]} alert */
  const row = (alert) => element("li", { class: ["alert-item", !alert.ended_at && "alert-open"], dataset: { testid: "alert-row" } },
    element("div", { class: "alert-head" },
      element("strong", {}, foreign(ruleName(alert.name))),
      element("span", { class: "alert-time" }, when(alert))),
    element("p", {}, foreign(happened(app, alert))),
    element("p", { class: "muted" }, told(alert), alert.conversation_ids.length > 0 && [" · ", link(alert)]));

  /** @param {Api.Alerts["alerts"][number]} alert */
  function when({ began_at: from, ended_at: to }) {
    if (!to) return [icon("warning"), t("alerts.since", { time: format.dateTime(from) })];
    return to === from ? format.dateTime(from) : t("alerts.lasted", { from: format.dateTime(from), to: format.dateTime(to) });
  }

  /** @param {Api.Alerts["alerts"][number]} alert */
  function told({ deliveries }) {
    const kind = deliveryState(deliveries);
    const names = deliveries.filter((one) => one.state === kind).map((one) =>
      one.channel + (kind === "sent" || !one.answer ? "" : ` (${answerText(one.answer)})`));
    return foreign(t(`alerts.deliveries.${kind}`, { channels: [...new Set(names)].join(", ") }));
  }

  /** One opens itself, several the list of them. @param {Api.Alerts["alerts"][number]} alert */
  const link = ({ conversation_ids: ids, facts }) => routeLink(app,
    ids.length === 1 ? { ...openConversations(app.route, {}, {}), conversation: ids[0] }
      : openConversations(app.route, facts.filters ?? {}, { preset: "last_30_days" }),
    {}, ids.length === 1 ? t("alerts.openFirst") : t("alerts.conversations", { count: facts.count ?? ids.length }));

  function update() {
    return loader.load(async (abort) => {
      const known = app.mayWrite() ? (await getAlertChannels(abort)).channels : null;
      if (known) channels.take(known);
      const answers = await Promise.all(Array.from({ length: pages }, (_, page) =>
        getAlerts({ page: page + 1, per_page: perPage }, abort)));
      return { ...answers[0], alerts: answers.flatMap(({ alerts }) => alerts), hasChannels: !known || known.some((one) => one.enabled) };
    });
  }

  signal.addEventListener("abort", loader.stop);
  return { node, update, destroy: loader.stop, bar: { start: element("span", { class: "context-title" }, t("tabs.alerts")) } };
}
