import { getAlertRules, getViews, removeAlertRule, replaceAlertRule } from "../../api/endpoints.js";
import { ruleBody } from "../../logic/alerts.js";
import { t } from "../../texts/translate.js";
import { element, fill, foreign } from "../parts/dom.js";
import { actionButton, checkbox } from "../parts/fields.js";
import { createSheet } from "../parts/sheet.js";
import { alertRuleForm } from "./alert-rule-form.js";
import { changeAndSay } from "./change-and-say.js";
import { formIn } from "./form-in.js";
import { ruleName, watched } from "./alert-words.js";

/** @typedef {Api.AlertRules["rules"][number]} Rule */

/**
 * The rules, each on or off, and the form of one.
 * @param {App} app @param {{ channels: () => Api.AlertChannels["channels"], changed: () => unknown }} work
 */
export function createAlertRules(app, { channels, changed }) {
  const list = element("ul", { class: "alert-rules", role: "list" });
  const place = element("div");
  const sheet = createSheet({
    title: t("alerts.rules"), testid: "alert-rules-sheet", className: "alert-sheet", content: [
      list, place, app.mayWrite() && actionButton(t("alerts.addRule"), () => edit(null), { testid: "add-alert-rule" }),
    ],
  });

  async function load() {
    try {
      show((await getAlertRules()).rules);
    } catch (error) {
      app.emit("failed", error);
    }
  }

  /** @param {Rule[]} rules */
  function show(rules) {
    fill(list, rules.map((rule) => element("li", { class: "alert-rule", dataset: { testid: "alert-rule-row" } },
      element("div", {},
        app.mayWrite() ? checkbox(foreign(ruleName(rule.name)), rule.enabled, (enabled) => store(rule, enabled))
          : element("strong", {}, foreign(ruleName(rule.name))),
        element("p", { class: "muted" }, foreign(watched(app, rule)),
          rule.agents.length > 0 && [" · ", foreign(rule.agents.map(app.agentName).join(", "))],
          rule.channels.length > 0 && [" · ", foreign(t("alerts.rule.told", { channels: channels()
            .filter((one) => rule.channels.includes(one.id)).map((one) => one.name).join(", ") }))])),
      app.mayWrite() && element("div", { class: "form-actions" },
        actionButton(t("alerts.change"), () => edit(rule), { testid: "change-alert-rule" }),
        actionButton(t("alerts.remove"), () => remove(rule), { testid: "remove-alert-rule" })))));
  }

  /** @param {() => Promise<unknown>} work @param {string} said */
  const change = (work, said) => changeAndSay(app, work, said, again);

  async function again() {
    await load();
    changed();
  }

  /** @param {Rule} rule @param {boolean} enabled */
  const store = (rule, enabled) => change(() => replaceAlertRule(rule.id, ruleBody(rule, { enabled })),
    t("alerts.rule.kept", { name: ruleName(rule.name) }));

  /** @param {Rule} rule */
  const remove = (rule) => change(() => removeAlertRule(rule.id), t("alerts.rule.removed", { name: ruleName(rule.name) }));

  /** @param {Rule | null} rule */
  async function edit(rule) {
    const views = (await getViews({}).catch(() => ({ views: [] }))).views.filter((view) => Object.keys(view.filters).length > 0);
    formIn(app, place, rule ? foreign(ruleName(rule.name)) : t("alerts.addRule"),
      (work) => alertRuleForm(app, { rule, views, channels: channels(), ...work }),
      { said: (name) => t("alerts.rule.kept", { name }), again });
  }

  function open() {
    fill(place);
    sheet.open();
    return load();
  }

  return { node: sheet.node, open };
}
