import { element, foreign } from "../parts/dom.js";
import { icon } from "../parts/icons.js";
import { t } from "../../texts/translate.js";
import { conditionsIn, conditionText, conditionWords, withoutCondition } from "./condition-words.js";

/**
 * One chip per condition, "name: values ×": the words open its values, the cross takes it away.
 * @param {App} app @param {{ change: (changes: Filters) => void, open: (condition: string) => void, inSight: Set<string> }} work What has
 * a field of its own in sight needs no chip beside it.
 */
export function filterChips(app, { change, open, inSight }) {
  const conditions = conditionsIn(app.route.filters).filter((name) => !inSight.has(name));
  return conditions.map((condition) => {
    const { name, values } = conditionWords(app, condition, app.route.filters);
    const text = conditionText(app, condition, app.route.filters);
    return element("span", { class: "chip", dataset: { testid: "filter-chip", condition } },
      element("button",
        { type: "button", class: "chip-open", title: t("filters.change", { name: text }), "aria-label": text,
          on: { click: () => open(condition) } },
        values === null ? element("strong", {}, foreign(name))
          : [element("span", {}, foreign(name), ": "), element("strong", {}, foreign(values))]),
      element("button", {
        type: "button", class: "chip-remove", "aria-label": t("filters.remove", { name: text }),
        title: t("filters.remove", { name: text }), dataset: { testid: "filter-remove" },
        on: { click: () => change(withoutCondition(condition)) },
      }, icon("close")));
  });
}
