import {
  addAlertRule, addReviewRule, addTarget, getAlertChannels, getAlertRules, getReviewRules, getTargets, replaceAlertRule, replaceReviewRule,
  replaceTarget,
} from "../../api/endpoints.js";
import { readRulesFile, rulesFile, rulesSteps } from "../../logic/rules-file.js";
import { explain } from "../../texts/explain.js";
import { t } from "../../texts/translate.js";
import { element, fill, foreign } from "../parts/dom.js";
import { actionButton } from "../parts/fields.js";
import { section } from "./section.js";

/** @type {Record<string, { add: (body: Record<string, any>) => unknown, replace: (id: number, body: Record<string, any>) => unknown }>} */
const stores = {
  review: { add: addReviewRule, replace: replaceReviewRule },
  alert: { add: addAlertRule, replace: replaceAlertRule },
  target: { add: addTarget, replace: replaceTarget },
};

/** Rules and targets to a file and from one. @param {App} app */
export function createRulesFile(app) {
  const said = element("div", { role: "status", dataset: { testid: "rules-file-answer" } });
  const pick = element("input", {
    type: "file", accept: ".json,application/json", hidden: true, dataset: { testid: "rules-file" }, on: { change: take },
  });

  async function known() {
    const [reviews, alerts, channels, targets] = await Promise.all([getReviewRules(), getAlertRules(), getAlertChannels(), getTargets()]);
    return { reviewRules: reviews.rules, alertRules: alerts.rules, channels: channels.channels, targets: targets.targets };
  }

  async function give() {
    try {
      const text = JSON.stringify(rulesFile(await known()), null, 2);
      const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
      element("a", { href: url, download: `${t("rulesFile.fileName")}.json` }).click();
      setTimeout(() => URL.revokeObjectURL(url), 10_000);
    } catch (error) {
      fill(said, element("p", { class: "field-error" }, explain(error)));
    }
  }

  async function take() {
    const file = pick.files?.[0];
    if (!file) return;
    const read = readRulesFile(await file.text().catch(() => ""));
    pick.value = "";
    if (!read) {
      fill(said, element("p", { class: "field-error" }, t("rulesFile.unknown")));
      return;
    }
    try {
      await store(rulesSteps(read, await known()));
    } catch (error) {
      fill(said, element("p", { class: "field-error" }, explain(error)));
    }
    await app.refresh();
  }

  /** One after the other; what is refused is told with its name, and the others are stored. @param {RulesStep[]} steps */
  async function store(steps) {
    const refused = [];
    for (const step of steps)
      try {
        const { add, replace } = stores[step.kind];
        await (step.id === null ? add(step.body) : replace(step.id, step.body));
      } catch (error) {
        refused.push(`${step.name}: ${explain(error)}`);
      }
    fill(said, element("p", {}, t("rulesFile.stored", { count: steps.length - refused.length })),
      refused.length > 0 && [element("p", { class: "field-error" }, t("rulesFile.refused", { count: refused.length })),
        element("ul", {}, refused.map((one) => element("li", {}, foreign(one))))]);
  }

  return section("rules-file", { title: t("rulesFile.title"), text: t("rulesFile.hint"), testid: "rules-file-section" },
    element("div", { class: "form-actions" },
      actionButton(t("rulesFile.give"), give, { testid: "give-rules-file" }),
      actionButton(t("rulesFile.take"), () => pick.click(), { testid: "take-rules-file" }), pick),
    said);
}

/** @typedef {import("../../logic/rules-file.js").RulesStep} RulesStep */
