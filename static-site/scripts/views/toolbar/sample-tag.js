import { t } from "../../texts/translate.js";
import { element } from "../parts/dom.js";
import { createPopover } from "../parts/popover.js";
import { createDemoSwitch } from "../setup/demo-switch.js";

/** That the conversations are made up, in sight on every view; and the way out. @param {App} app @param {AbortSignal} signal */
export function createSampleTag(app, signal) {
  const leave = app.mayWrite() && createDemoSwitch(app, false);
  const popover = createPopover({
    label: t("sample.tag"), testid: "sample-tag", atEnd: true, look: "tag",
    content: [element("p", {}, t("sample.text")), leave || element("p", { class: "field-hint" }, t("sample.command"))],
  }, signal);
  popover.say(t("sample.tag"));
  // A phone has room for one word; what stands there is the name.
  popover.node.querySelector("button")?.removeAttribute("aria-label");
  popover.node.querySelector(".popover-text")?.replaceChildren(element("span", { class: "words-long" }, t("sample.tag")),
    element("span", { class: "words-short" }, t("sample.short")));
  popover.node.dataset.testid = "demo-banner";
  return popover.node;
}
