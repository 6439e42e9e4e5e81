import { t } from "../../texts/translate.js";
import { element, fill } from "../parts/dom.js";
import { checkbox } from "../parts/fields.js";
import { createPopover } from "../parts/popover.js";

/**
 * Which columns the list shows.
 * @param {AbortSignal} signal @param {{ choices: () => Array<{ id: string, title: string, shown: boolean }>, choose: (id: string, on:
 * boolean) => void }} columns
 */
export function createColumnChooser(signal, { choices, choose }) {
  const list = element("div", { class: "column-choices" });
  const popover = createPopover({ label: t("columns.choose"), testid: "column-chooser", className: "popover-end", content: list }, signal);
  popover.say(t("columns.choose"));

  return {
    node: popover.node,
    update() {
      const found = choices();
      const boxes = [...list.querySelectorAll("input")];
      if (boxes.map(({ value }) => value).join() !== found.map(({ id }) => id).join()) {
        fill(list, found.map(({ id, title }) => checkbox(title, false, (on) => choose(id, on), { value: id })));
      }
      for (const [index, box] of list.querySelectorAll("input").entries()) box.checked = found[index].shown;
    },
  };
}
