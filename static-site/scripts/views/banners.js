import { element, fill } from "../dom.js";
import { isStale } from "../logic/stale.js";
import * as format from "../texts/format.js";
import { t } from "../texts/translate.js";
import { notice } from "./parts/notices.js";
import { viewLink } from "./parts/links.js";

/** Above every view: sample data, old data. */
export function createBanners(app, signal) {
  const node = element("div", { class: "banners" });

  function update() {
    fill(node,
      app.settings.demo && element("p", { class: "demo-banner", dataset: { testid: "demo-banner" } }, t("banner.demo")),
      isStale(app.health) && app.configured() && stale());
  }

  function stale() {
    const box = notice({
      tone: "warning",
      title: t("banner.stale"),
      text: t("banner.staleText", { time: format.dateTime(app.health.last_good_sync_at) }),
    });
    box.dataset.testid = "stale-banner";
    box.append(viewLink(app, "sync", { class: "button" }, t("banner.staleAction")));
    return box;
  }

  app.on("facts", update, signal);
  return { node, update };
}
