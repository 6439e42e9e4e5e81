import { getReviewRules, removeReviewRule, replaceReviewRule } from "../../api/endpoints.js";
import { openConversations, openView } from "../../state/route.js";
import * as format from "../../texts/format.js";
import { known, t } from "../../texts/translate.js";
import { conditionText, conditionsIn } from "../conditions/condition-words.js";
import { element, fill, foreign } from "../parts/dom.js";
import { actionButton, checkbox } from "../parts/fields.js";
import { routeLink } from "../parts/links.js";
import { createSheet } from "../parts/sheet.js";

/** @typedef {Api.ReviewRules["rules"][number]} Rule */

/**
 * The rules, what each picks, and how many conversations that were lately. A rule is made where conditions are: on the list.
 * @param {App} app @param {{ changed: () => unknown }} work
 */
export function createReviewRules(app, { changed }) {
  const list = element("ul", { class: "review-rules", role: "list" });
  const sheet = createSheet({
    title: t("reviews.rules"), testid: "review-rules-sheet", content: [
      element("p", { class: "muted" }, t("reviews.rulesIntro")), list,
      app.mayWrite() && element("p", { class: "muted" }, t("reviews.howToAdd"), " ",
        element("button", { type: "button", class: "button button-quiet button-small", on: { click: toList } }, t("segments.toList"))),
    ],
  });
  /** @type {Rule[]} */
  let rules = [];
  let total = 0;

  /** @param {Rule} rule */
  const nameOf = (rule) => (rule.kind ? known("reviews.kinds", rule.kind, rule.name) : rule.name);

  function toList() {
    sheet.close();
    app.navigate(openView(app.route, "conversations"), { focus: true });
  }

  async function load() {
    try {
      const answer = await getReviewRules();
      rules = answer.rules;
      total = answer.total ?? 0;
      show();
    } catch (error) {
      app.emit("failed", error);
    }
    return rules;
  }

  function show() {
    fill(list, rules.map((rule) => element("li", { class: "review-rule", dataset: { testid: "review-rule-row" } },
      element("div", {},
        app.mayWrite()
          ? checkbox(foreign(nameOf(rule)), rule.enabled, (on) => store(rule, on))
          : element("strong", {}, foreign(nameOf(rule))),
        element("p", { class: "muted" },
          foreign(conditionsIn(rule.filters).map((one) => conditionText(app, one, rule.filters)).join("; ")),
          rule.agents.length > 0 && [" · ", foreign(rule.agents.map(app.agentName).join(", "))]),
        !rule.usable && element("p", { class: "field-error" }, t("reviews.unusable")),
        rule.full && element("p", { class: "field-error" }, t("reviews.full"))),
      element("div", { class: "review-rule-end" },
        routeLink(app, openConversations({ ...app.route, agent: rule.agents.length === 1 ? rule.agents[0] : "" }, rule.filters,
          { preset: "last_30_days" }), { title: t("reviews.lately") },
        rule.caught_lately === null ? format.none : t("reviews.caught", { count: rule.caught_lately, total: format.count(total) })),
        app.mayWrite() && actionButton(t("views.remove"), () => remove(rule), { testid: "remove-rule" })))));
  }

  /** @param {Rule} rule @param {boolean} enabled */
  async function store(rule, enabled) {
    try {
      await replaceReviewRule(rule.id, { name: rule.name, filters: rule.filters, agents: rule.agents, enabled });
      app.emit("toast", t("reviews.ruleKept", { name: nameOf(rule) }));
      await again();
    } catch (error) {
      app.emit("failed", error);
      show();
    }
  }

  /** @param {Rule} rule */
  async function remove(rule) {
    try {
      await removeReviewRule(rule.id);
      app.emit("toast", t("reviews.ruleRemoved", { name: nameOf(rule) }));
      await again();
    } catch (error) {
      app.emit("failed", error);
    }
  }

  async function again() {
    await load();
    changed();
  }

  return { node: sheet.node, load, nameOf, open: sheet.open };
}
