import { element, fill } from "../parts/dom.js";
import { t } from "../../texts/translate.js";
import { chosenColumns, showColumn } from "./conversation-columns.js";
import { checkbox } from "../parts/fields.js";
import { createPopover } from "../parts/popover.js";

/** Which columns the list shows, remembered by this browser. @param {App} app @param {AbortSignal} signal @param {() => void} onChange */
export function createColumnChooser(app, signal, onChange) {
  const list = element("div", { class: "column-choices" });
  const popover = createPopover({ label: t("columns.choose"), testid: "column-chooser", className: "popover-end", content: list }, signal);
  popover.say(t("columns.choose"));

  return {
    node: popover.node,
    update() {
      if (list.contains(document.activeElement)) return;
      fill(list, chosenColumns(app).map(({ id, title, shown }) => checkbox(title, shown, (on) => {
        showColumn(id, on);
        onChange();
      }, { value: id })));
    },
  };
}
