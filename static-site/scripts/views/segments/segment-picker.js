import { t } from "../../texts/translate.js";
import { element, fill } from "../parts/dom.js";
import { icon } from "../parts/icons.js";

/** Which two named views are compared: "Compare … with …". @param {App} app */
export function createSegmentPicker(app) {
  /** @param {number} at */
  const select = (at) => element("select", {
    "aria-label": t(at ? "segments.second" : "segments.first"), dataset: { testid: at ? "segment-second" : "segment-first" },
    on: { change: () => pick(app.route.segments.map((id, index) => (index === at ? selects[at].value : id))) },
  });
  const selects = [select(0), select(1)];
  const swap = element("button", {
    type: "button", class: "icon-button", "aria-label": t("segments.swap"), title: t("segments.swap"), dataset: { testid: "segment-swap" },
    on: { click: () => pick(app.route.segments.toReversed()) },
  }, icon("transfer"));
  const node = element("div", { class: "segment-picker", role: "group", "aria-label": t("tabs.segments"), hidden: true },
    element("span", { "aria-hidden": "true" }, t("segments.compare")), selects[0],
    element("span", { "aria-hidden": "true" }, t("segments.with")), selects[1], swap);

  /** @param {string[]} segments */
  const pick = (segments) => app.navigate({ ...app.route, segments });

  return {
    node,
    /** @param {Api.Views["views"]} views @param {Array<Api.Views["views"][number] | null>} picked */
    show(views, picked) {
      node.hidden = views.length < 2;
      selects.forEach((one, at) => {
        fill(one, !picked[at] && element("option", { value: "" }, t("segments.choose")),
          views.map(({ id, name }) => element("option", { value: String(id), dir: "auto" }, name)));
        one.value = String(picked[at]?.id ?? "");
      });
    },
  };
}
