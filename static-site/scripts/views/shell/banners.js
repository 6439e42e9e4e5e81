import { element, fill } from "../parts/dom.js";
import { isActive, missingDetails } from "../../logic/runs.js";
import { isStale } from "../../logic/stale.js";
import { startAgain } from "../../api/start-again.js";
import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { createDemoSwitch } from "../setup/demo-switch.js";
import { viewLink } from "../parts/links.js";
import { actionButton } from "../parts/fields.js";
import { notice } from "../parts/notices.js";

/** Above every view: sample data, old data, data that lack their details. @param {App} app @param {AbortSignal} signal */
export function createBanners(app, signal) {
  const node = element("div", { class: "banners" });
  const demo = element("div", { class: "banner-place" });
  const data = element("div", { class: "banner-place" });
  /** @type {string | null} */
  let shown = null;
  node.append(demo, data);

  function update() {
    fill(demo, app.settings.demo && element("div", { class: "demo-banner", dataset: { testid: "demo-banner" } },
      element("p", {}, t("banner.demo")), app.mayWrite() && createDemoSwitch(app, false)));
    shown = null;
    showData();
  }

  /** Polls come every second while a run is on; the banner changes, and takes the focus from a button, only when its words do. */
  function showData() {
    const runs = app.runs.runs ?? [];
    const missing = runs.some(isActive) ? null : missingDetails(runs);
    const old = isStale(app.health) && app.configured();
    const key = JSON.stringify([old && app.health.last_good_sync_at, missing]);
    if (key === shown) return;
    shown = key;
    fill(data, old && stale(), missing && partial(missing));
  }

  function stale() {
    const box = notice({
      tone: "warning",
      title: t("banner.stale"),
      text: t("banner.staleText", { time: format.dateTime(app.health.last_good_sync_at) }),
    });
    box.dataset.testid = "stale-banner";
    if (app.mayWrite()) box.append(viewLink(app, "sync", { class: "button" }, t("banner.staleAction")));
    return box;
  }

  /** @param {NonNullable<ReturnType<typeof missingDetails>>} missing */
  function partial({ failed, total, runs }) {
    const box = notice({ tone: "warning", title: t("banner.partial", { count: failed, total }), text: t("banner.partialText") });
    box.dataset.testid = "partial-banner";
    if (app.mayWrite()) box.append(actionButton(t("actions.retry"), async () => {
      try {
        for (const run of runs) await startAgain(run);
        await app.runs.check();
      } catch (error) {
        app.emit("failed", error);
      }
    }));
    return box;
  }

  app.on("facts", update, signal);
  app.on("runs", showData, signal);
  return { node, update };
}
