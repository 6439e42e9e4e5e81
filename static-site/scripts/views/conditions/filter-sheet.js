import { element, foreign } from "../parts/dom.js";
import { icon } from "../parts/icons.js";
import { createSheet } from "../parts/sheet.js";
import { getBreakdowns } from "../../api/endpoints.js";
import * as format from "../../texts/format.js";
import { opposable, oppositeName, plainName } from "../../state/filters.js";
import { known, t } from "../../texts/translate.js";
import { choiceEditor, criterionEditor, datumEditor, flagEditor, rangeEditor, textEditor } from "./condition-editors.js";
import { oppositeEditor } from "./opposite-editor.js";
import { conditionWords, parametersOf } from "./condition-words.js";

const choices = ["outcome", "end_reason", "rating", "sentiment", "weekday", "hour", "direction", "channel", "source", "call_result",
  "language", "status"];
const texts = ["phone", "tag", "version", "branch", "campaign", "transfer", "tool", "tool_error"];
const flags = ["dropout", "transferred", "handover", "error", "talked", "rated", "commented", "waited", "transcript", "deleted"];
/** In the order of the sheet; a rule stands between the groups. */
const groups = [
  ["outcome", "criterion", "end_reason", "rating", "rating_range", "sentiment"],
  ["weekday", "hour", "duration", "cost"],
  ["direction", "channel", "source", "call_result", "language", "phone"],
  ["data", "tag", "version", "branch", "campaign", "transfer", "tool", "tool_error"],
  [...flags, "status"],
];

/**
 * Everything that figures and rows can be narrowed by, one condition unfolded at a time. Each change goes to the address, from where
 * `update` shows it.
 * @param {App} app @param {AbortSignal} signal @param {{ change: (changes: Filters) => void, clear: () => void }} work
 */
export function createFilterSheet(app, signal, { change, clear }) {
  /** @type {Record<string, (change: import("./condition-editors.js").Change) => import("./condition-editors.js").Editor>} */
  const makers = {
    duration: (change) => rangeEditor("duration", { max: 1_000_000 }, change),
    cost: (change) => rangeEditor("cost", { max: 1_000_000_000 }, change),
    rating_range: (change) => rangeEditor("rating", { least: 1, max: 5, step: 0.5 }, change),
    criterion: (change) => criterionEditor(app, change),
    data: (change) => datumEditor(change),
    ...Object.fromEntries(choices.map((name) => [name, (change) => choiceEditor(name, change)])),
    ...Object.fromEntries(texts.map((name) => [name, (change) => textEditor(name, change)])),
    ...Object.fromEntries(flags.map((name) => [name, (change) => flagEditor(name, change)])),
  };
  const rows = Object.fromEntries(groups.flat().map((name) => [name, conditionRow(name)]));
  const sheet = createSheet({ title: t("filters.label"), testid: "filter-sheet", className: "filter-sheet" });
  const clearing =
    element("button", { type: "button", class: "button", dataset: { testid: "filter-clear" }, on: { click: clear } },
      t("conversations.clearFilters"));
  const done = element("button",
    { type: "button", class: "button button-primary", dataset: { testid: "filter-done" }, on: { click: sheet.close } }, t("filters.done"));
  sheet.body.append(...groups.map((names) => element("div", { class: "condition-group" }, names.map((name) => rows[name].row))));
  sheet.node.append(element("div", { class: "sheet-foot" }, clearing, done));
  /** @type {string | null} */
  let suggestedFor = null;

  /** @param {string} name */
  function conditionRow(name) {
    const editor = opposable.includes(name) ? oppositeEditor(name, makers[name], change) : makers[name](change);
    const value = element("span", { class: "condition-value" });
    const row = element("details", { class: "condition", name: "condition", dataset: { condition: name } },
      element("summary", {}, element("span", {}, t(`filters.${name}`)), value, icon("down")), editor.node);
    return { editor, row, value };
  }

  /** Asks once per period which values occur. */
  async function suggest() {
    const key = JSON.stringify([app.periodQuery(), app.revision]);
    if (key === suggestedFor) return;
    suggestedFor = key;
    try {
      const found = await getBreakdowns(app.periodQuery());
      rows.tool.editor.suggest?.(found.tools.map(({ name }) => [name, name]));
      rows.tool_error.editor.suggest?.(found.tools.filter(({ errors }) => errors).map(({ name }) => [name, name]));
      rows.tag.editor.suggest?.(found.tags.map(({ tag_id: id, title }) => [id, title ?? id]));
      rows.version.editor.suggest?.(found.versions.flatMap(({ version_id: id }) => (id ? [[id, id]] : [])));
      rows.branch.editor.suggest?.([...new Set(found.versions.flatMap(({ branch_id: id }) => id ?? []))].map((id) => [id, id]));
      rows.campaign.editor.suggest?.(found.campaigns.map(({ campaign_id: id }) => [id, id]));
      rows.transfer.editor.suggest?.(found.transfers.map(({ result_type: id }) => [id, known("transferResult", id)]));
      rows.language.editor.suggest?.(found.languages.flatMap(({ key: code }) => (code ? [[code, format.language(code)]] : [])));
      rows.source.editor.suggest?.(found.sources.flatMap(({ key: code }) => (code ? [[code, known("source", code)]] : [])));
    } catch {
      // Suggestions only save typing: without them every value can still be typed, or is in the address already.
      suggestedFor = null;
    }
  }

  // Who goes back in history leaves the view, and with it what would lie over the next one.
  app.on("route", ({ before }) => app.route.view !== before.view && sheet.close(), signal);
  app.on("counted", (count) => { done.textContent = t("filters.show", { count }); }, signal);

  return {
    node: sheet.node,
    /** Opens it, at one condition where one is named. @param {string} [condition] */
    open(condition) {
      sheet.open();
      void suggest();
      const row = rows[condition ? plainName(condition) : "outcome"].row;
      if (condition) row.open = true;
      row.scrollIntoView({ block: "nearest" });
      /** @type {HTMLElement | null} */ (condition ? row.querySelector("input, select") : row.querySelector("summary"))?.focus();
    },
    /** @param {string[]} columns */
    showCriteria(columns) {
      rows.criterion.editor.suggest?.(columns.map((id) => [id, app.criterionName(id)]));
    },
    update() {
      const { filters } = app.route;
      for (const [name, { editor, value }] of Object.entries(rows)) {
        editor.show(filters);
        const set = [name, oppositeName(name)].filter((one) => parametersOf(one).some((parameter) => filters[parameter]));
        value.replaceChildren(...(set.length ? [foreign(set.map(setValue).join("; "))] : []));
      }
      clearing.hidden = !Object.keys(filters).length;
    },
  };

  /** @param {string} name */
  function setValue(name) {
    const { name: said, values } = conditionWords(app, name, app.route.filters);
    if (plainName(name) === "criterion") return t("filters.chip", { name: said, value: values ?? "" });
    return values ?? t(`filters.flag${app.route.filters[name]}`);
  }
}
