import { element } from "../parts/dom.js";
import { exportUrl } from "../../api/endpoints.js";
import { icon } from "../parts/icons.js";
import { preference, remember } from "../../state/preferences.js";
import { t } from "../../texts/translate.js";
import { downloadLink } from "../parts/download-link.js";
import { field, select } from "../parts/fields.js";

const delimiters = ["semicolon", "comma", "tab"];

/** Links, so that the browser streams the file to disk however large it is: of the whole filter, or of the ticked rows. @param {App} app @param {any} selection */
export function createExport(app, selection) {
  const link = downloadLink(app, { class: "button", dataset: { testid: "export-csv" } }, icon("download"), t("export.button"));
  const picked = downloadLink(app, { class: "button button-primary", dataset: { testid: "export-selected" } }, icon("download"), t("export.selected"));
  const count = element("p", { role: "status" });
  const clear = element("button", { type: "button", class: "button button-quiet", on: { click: selection.clear } }, t("conversations.clearSelection"));
  const delimiter = select(delimiters.map((name) => [name, t(`export.${name}`)]), preference("delimiter") ?? "semicolon", (name) => {
    remember("delimiter", name);
    show();
  });
  const bar = element("div", { class: "selection-bar", hidden: true, dataset: { testid: "selection-bar" } }, count, picked, clear);
  let total = 0;

  function show() {
    if (total) {
      link.href = exportUrl({ ...app.periodQuery(), ...app.route.filters, delimiter: delimiter.value });
      link.removeAttribute("aria-disabled");
    } else {
      link.removeAttribute("href");
      link.setAttribute("aria-disabled", "true");
    }
    bar.hidden = !selection.size;
    if (!selection.size) return;
    picked.href = exportUrl({ ids: selection.ids().join(","), delimiter: delimiter.value });
    count.textContent = t(selection.isFull ? "conversations.selectedMost" : "conversations.selected", { count: selection.size });
  }

  return {
    node: element("div", { class: "export" }, field(t("export.delimiter"), delimiter, { hidden: true }), link),
    bar,
    showSelection: show,
    /** @param {number} found */
    update(found) {
      total = found;
      show();
    },
  };
}
