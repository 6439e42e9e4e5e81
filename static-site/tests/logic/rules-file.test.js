import assert from "node:assert/strict";
import { test } from "node:test";
import { readRulesFile, rulesFile, rulesSteps } from "../../scripts/logic/rules-file.js";

/** @param {Record<string, any>} [changed] @returns {any} */
const kept = (changed = {}) => ({
  reviewRules: [{ id: 4, kind: null, name: "Seen", filters: { outcome: "failure" }, agents: [], enabled: true, usable: true, unseen: 3 }],
  alertRules: [{
    id: 7, name: "Low", kind: "figure", figure: "conversion_rate", operator: "below", value: 60, days: 7, least_n: 30, filters: null,
    event: null, hours: null, agents: ["agent_one"], channels: [2], enabled: false,
  }],
  channels: [{ id: 1, name: "Mail" }, { id: 2, name: "Team" }],
  targets: [{ id: 9, figure: "conversion_rate", value: 65, agent_id: null, version: 3 }],
  ...changed,
});

test("a file holds no ids and no state, and names the channels", () => {
  assert.deepEqual(rulesFile(kept()), {
    voicebot_rules: 1,
    review_rules: [{ name: "Seen", filters: { outcome: "failure" }, agents: [], enabled: true }],
    alert_rules: [{
      name: "Low", kind: "figure", figure: "conversion_rate", operator: "below", value: 60, days: 7, least_n: 30, agents: ["agent_one"],
      channels: ["Team"], enabled: false,
    }],
    targets: [{ figure: "conversion_rate", value: 65, agent_id: null }],
  });
});

test("what is read again goes into the place of what has its name, with the channels that are there", () => {
  const file = readRulesFile(JSON.stringify(rulesFile(kept())));
  assert.ok(file);
  assert.deepEqual(rulesSteps(file, kept()).map(({ kind, id }) => [kind, id]), [["review", 4], ["alert", 7], ["target", 9]]);
  const elsewhere = kept({ reviewRules: [], alertRules: [], targets: [], channels: [{ id: 5, name: "Team" }] });
  const steps = rulesSteps(file, elsewhere);
  assert.deepEqual(steps.map(({ id }) => id), [null, null, null]);
  assert.deepEqual(steps[1].body.channels, [5]);
});

test("what is no file of rules is not read", () => {
  const whole = JSON.stringify({ voicebot_rules: 1, review_rules: [], alert_rules: [], targets: [] });
  assert.ok(readRulesFile(whole));
  for (const text of ["", "null", "[]", "{}", whole.replace("1", "2"), whole.replace("[]", "{}"), whole.replace("[]", "[null]"), "\u0000"])
    assert.equal(readRulesFile(text), null, text);
});
