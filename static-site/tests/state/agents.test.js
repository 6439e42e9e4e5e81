import assert from "node:assert/strict";
import { test } from "node:test";
import { joinAgents, onlyAgent, pickedAgents } from "../../scripts/state/agents.js";

const agents = [{ id: "b" }, { id: "a" }, { id: "c" }];

test("no agent named means all", () => {
  assert.deepEqual(pickedAgents({ agent: "" }), []);
  assert.equal(onlyAgent({ agent: "" }), null);
});

test("one is the one, several are none in particular", () => {
  assert.equal(onlyAgent({ agent: "a" }), "a");
  assert.deepEqual(pickedAgents({ agent: "a,c" }), ["a", "c"]);
  assert.equal(onlyAgent({ agent: "a,c" }), null);
});

test("the same choice has one address, in the order of the settings", () => {
  assert.equal(joinAgents(["c", "b", "c"], agents), "b,c");
  assert.equal(joinAgents(["b", "c"], agents), "b,c");
  assert.equal(joinAgents([], agents), "");
});

test("every agent is the same as none, unless there is only one", () => {
  assert.equal(joinAgents(["a", "b", "c"], agents), "");
  assert.equal(joinAgents(["a"], [{ id: "a" }]), "a");
});

test("an agent that is not configured stays in the choice", () => assert.match(joinAgents(["gone", "a"], agents), /gone/));
