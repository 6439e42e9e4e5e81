import { getSetFigures } from "../../api/endpoints.js";
import { createLoader } from "../../api/loader.js";
import * as format from "../../texts/format.js";
import { t } from "../../texts/translate.js";
import { element, fill } from "../parts/dom.js";
import { conversationsLink } from "../parts/links.js";

/** A few figures of all conversations that a list finds, beside their number. @param {App} app */
export function createSetFigures(app) {
  const node = element("p", { class: "list-figures", dataset: { testid: "set-figures" } });
  let shown = "";

  /** @type {ReturnType<typeof createLoader<Api.SetFigures>>} */
  const loader = createLoader({
    show(figures) {
      /** @param {"dropout" | "transferred"} name @param {number} count */
      const counted = (name, count) => element("span", {}, t(`conversations.figures.${name}`), " ",
        conversationsLink(app, { [name]: "true" }, {}, format.count(count)));
      fill(node, counted("dropout", figures.dropout_count), counted("transferred", figures.transfer_count),
        element("span", {}, t("conversations.figures.median"), " ", element("strong", {}, format.duration(figures.median_duration_secs))));
    },
    // What is wrong is told in place of the list.
    fail: () => { shown = ""; },
  });

  /** @param {boolean} wanted Whether there is something to count, and room for it. */
  function update(wanted) {
    const query = { ...app.periodQuery(), ...app.route.filters };
    const key = wanted ? JSON.stringify([query, app.revision]) : "";
    if (key === shown) return;
    shown = key;
    loader.stop();
    fill(node);
    if (wanted) loader.load((signal) => getSetFigures(query, signal));
  }

  return { node, update, stop: loader.stop };
}
