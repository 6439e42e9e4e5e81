import { element, fill } from "../parts/dom.js";
import { refetchDetails } from "../../api/endpoints.js";
import { icon } from "../parts/icons.js";
import { t } from "../../texts/translate.js";
import { actionButton } from "../parts/fields.js";
import { emptyNotice, errorNotice, notice } from "../parts/notices.js";
import { skeletonTable } from "../parts/tables.js";
import { createSyncForm } from "./sync-form.js";
import { createSyncTable } from "./sync-table.js";

/** @param {App} app @param {AbortSignal} signal */
export function createSyncView(app, signal) {
  const answer = element("div", { class: "view-message" });
  /** @param {any} props */
  const say = (props) => fill(answer, props && notice(props));
  const form = createSyncForm(app, say);
  const table = createSyncTable(app, say);
  const place = element("div", {}, skeletonTable(6));
  const phones = actionButton(t("sync.fetchPhones"), fetchPhones, { testid: "fetch-phones", before: icon("phone") });
  const node = element("section", {},
    element("div", { class: "view-head" }, element("h1", {}, t("tabs.sync"))),
    app.mayWrite() && element("div", { class: "sync-panels" },
      element("section", { class: "card sync-panel" }, element("h2", {}, t("sync.formTitle")), form.node),
      element("section", { class: "card sync-panel" }, element("h2", {}, t("sync.phonesTitle")),
        element("p", { class: "muted" }, t("sync.phonesText")), phones)),
    answer, element("h2", {}, t("sync.history")), place);

  async function fetchPhones() {
    try {
      const { conversations_reset: count } = await refetchDetails();
      say({ text: t("sync.phonesStarted", { count }) });
      await app.runs.check();
    } catch (error) {
      fill(answer, errorNotice(error, fetchPhones));
    }
  }

  function showRuns() {
    const { runs, error } = app.runs;
    if (error) fill(place, errorNotice(error, app.runs.check));
    else if (!runs?.length) fill(place, runs ? emptyNotice(t("sync.empty"), t("sync.emptyText")) : skeletonTable(6));
    else {
      table.show(runs);
      if (place.firstChild !== table.node) fill(place, table.node);
    }
  }

  app.on("runs", showRuns, signal);
  return {
    node,
    update() {
      form.update();
      showRuns();
      app.runs.check();
    },
  };
}
