import { element } from "../dom.js";
import { exportUrl } from "../endpoints.js";
import { icon } from "../icons.js";
import { preference, remember } from "../state/preferences.js";
import { t } from "../texts/translate.js";
import { field, select } from "./parts/fields.js";

const delimiters = ["semicolon", "comma", "tab"];

/** A link, so that the browser streams the file to disk however large it is. */
export function createExport(app) {
  const link = element("a", { class: "button", download: "", dataset: { testid: "export-csv" } }, icon("download"), t("export.button"));
  const delimiter = select(delimiters.map((name) => [name, t(`export.${name}`)]), preference("delimiter") ?? "semicolon", (name) => {
    remember("delimiter", name);
    show();
  });
  let total = 0;

  function show() {
    if (total) {
      link.href = exportUrl({ ...app.periodQuery(), ...app.route.filters, delimiter: delimiter.value });
      link.removeAttribute("aria-disabled");
    } else {
      link.removeAttribute("href");
      link.setAttribute("aria-disabled", "true");
    }
  }

  return {
    node: element("div", { class: "export" }, field(t("export.delimiter"), delimiter, { hidden: true }), link),
    update(count) {
      total = count;
      show();
    },
  };
}
