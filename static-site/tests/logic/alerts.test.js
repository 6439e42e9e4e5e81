import assert from "node:assert/strict";
import { test } from "node:test";
import { answerKey, channelBody, deliveryState, ruleBody, unitOf } from "../../scripts/logic/alerts.js";

test("a rule is sent with the fields of its kind only", () => {
  const rule = {
    id: 3, name: "Low", kind: "figure", figure: "conversion_rate", operator: "below", value: 0, days: 7, least_n: null, filters: null,
    event: null, hours: null, agents: [], channels: [1], enabled: true, changed_at: "x",
  };
  assert.deepEqual(ruleBody(rule, { enabled: false }), {
    name: "Low", kind: "figure", figure: "conversion_rate", operator: "below", value: 0, days: 7, agents: [], channels: [1],
    enabled: false,
  });
});

test("a channel is sent without its secrets, which stay", () => {
  const channel = {
    id: 1, name: "Team", kind: "slack", server: "hooks.slack.com", secret_set: true, host: null, to: null, language: "pl", private: false,
    most_per_hour: 20, quiet_from: "22:00", quiet_to: "06:00", enabled: true, changed_at: "x",
  };
  assert.deepEqual(channelBody(channel), {
    name: "Team", kind: "slack", language: "pl", private: false, most_per_hour: 20, quiet_from: "22:00", quiet_to: "06:00", enabled: true,
  });
});

test("the number of a rule has the unit of its figure, and a change one of its own", () => {
  assert.equal(unitOf("conversion_rate", "below"), "percent");
  assert.equal(unitOf("conversion_rate", "falls_by"), "points");
  assert.equal(unitOf("avg_rating", "falls_by"), "absolute");
  assert.equal(unitOf("total_cost_usd", "above"), "usd");
  assert.equal(unitOf("total_cost", "rises_by"), "percent");
  assert.equal(unitOf("avg_duration_secs", "above"), "seconds");
});

test("what could not be sent is said before what waits, and that before what was sent", () => {
  assert.equal(deliveryState([{ state: "sent" }, { state: "given_up" }]), "given_up");
  assert.equal(deliveryState([{ state: "sent" }, { state: "waiting" }]), "waiting");
  assert.equal(deliveryState([{ state: "sent" }, { state: "dropped" }]), "sent");
  assert.equal(deliveryState([{ state: "dropped" }]), "dropped");
  assert.equal(deliveryState([]), "nobody");
});

test("a sentence of the server is known without its number", () => {
  assert.deepEqual(answerKey("No answer within 10 seconds."), { key: "No answer within # seconds", number: "10" });
  assert.deepEqual(answerKey("The connection broke off."), { key: "The connection broke off", number: "" });
});
