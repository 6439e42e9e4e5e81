import { ruleBody } from "./alerts.js";

/** What a file of another version would be read as is not known. */
const version = 1;

/**
 * The rules and targets as they are kept in a file: without ids, so that they fit another installation; channels by their names.
 * @param {Kept} kept
 */
export const rulesFile = ({ reviewRules, alertRules, channels, targets }) => ({
  voicebot_rules: version,
  review_rules: reviewRules.map(({ name, filters, agents, enabled }) => ({ name, filters, agents, enabled })),
  alert_rules: alertRules.map((rule) => ({
    ...ruleBody(rule), channels: channels.filter((one) => rule.channels.includes(one.id)).map((one) => one.name),
  })),
  targets: targets.map(({ figure, value, agent_id: agent }) => ({ figure, value, agent_id: agent })),
});

/** Null where the text is no such file. @param {string} text @returns {RulesFile | null} */
export function readRulesFile(text) {
  try {
    const read = JSON.parse(text);
    const lists = [read.review_rules, read.alert_rules, read.targets];
    const isWhole = read.voicebot_rules === version
      && lists.every((list) => Array.isArray(list) && list.every((one) => one !== null && typeof one === "object"));
    return isWhole ? read : null;
  } catch {
    return null;
  }
}

/**
 * What is to be stored, and in whose place: what has the same name, or is of the same figure and agent. Nothing is removed.
 * @param {RulesFile} file @param {Kept} kept @returns {RulesStep[]}
 */
export function rulesSteps(file, kept) {
  /** @param {{ id: number, name: string }[]} known @param {unknown} name */
  const placeOf = (known, name) => known.find((one) => one.name === name)?.id ?? null;
  return [
    ...file.review_rules.map((rule) => ({ kind: "review", name: `${rule.name}`, id: placeOf(kept.reviewRules, rule.name), body: rule })),
    ...file.alert_rules.map((rule) => ({
      kind: "alert", name: `${rule.name}`, id: placeOf(kept.alertRules, rule.name),
      body: { ...rule, channels: kept.channels.filter((one) => (rule.channels ?? []).includes(one.name)).map((one) => one.id) },
    })),
    ...file.targets.map((target) => ({
      kind: "target", name: `${target.figure}`, body: target,
      id: kept.targets.find((one) => one.figure === target.figure && one.agent_id === (target.agent_id ?? null))?.id ?? null,
    })),
  ];
}

/**
 * What there is now.
 * @typedef {object} Kept
 * @property {Api.ReviewRules["rules"]} reviewRules
 * @property {Api.AlertRules["rules"]} alertRules
 * @property {Api.AlertChannels["channels"]} channels
 * @property {Api.Targets["targets"]} targets
 */

/**
 * @typedef {object} RulesFile
 * @property {Array<Record<string, any>>} review_rules
 * @property {Array<Record<string, any>>} alert_rules
 * @property {Array<Record<string, any>>} targets
 */

/** @typedef {{ kind: string, name: string, id: number | null, body: Record<string, any> }} RulesStep */
