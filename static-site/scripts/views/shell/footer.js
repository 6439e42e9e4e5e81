import { element, fill } from "../parts/dom.js";
import * as format from "../../texts/format.js";
import { known, t } from "../../texts/translate.js";

/** @param {App} app @param {AbortSignal} signal */
export function createFooter(app, signal) {
  const node = element("footer", { class: "footer" });

  function update() {
    fill(node,
      element("span", {}, t("footer.version", { product: t("product"), version: app.settings.version })),
      (app.health.next_runs ?? []).map((run) =>
        element("span", {}, t("footer.next", { name: known("footer.runs", run.name), time: format.dateTime(run.at) }))),
      element("span", {}, t("footer.zone", { zone: app.settings.time_zone })));
  }

  app.on("facts", update, signal);
  update();
  return node;
}
