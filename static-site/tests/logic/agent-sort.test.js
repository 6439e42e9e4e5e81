import assert from "node:assert/strict";
import { test } from "node:test";
import { sortedAgents } from "../../scripts/logic/agent-sort.js";

const agents = [
  { agent_id: "few", total_conversations: 3, finished_count: 2, successful_count: 2, dropout_count: 0, technical_errors: 0,
    avg_cost_per_session: null },
  { agent_id: "many", total_conversations: 90, finished_count: 80, successful_count: 20, dropout_count: 8, technical_errors: 4,
    avg_cost_per_session: 12.5 },
  { agent_id: "none", total_conversations: 5, finished_count: 0, successful_count: 0, dropout_count: 0, technical_errors: 9,
    avg_cost_per_session: 400 },
];
const order = (sort) => sortedAgents(agents, sort, (id) => ({ few: "Ćma", many: "Anna", none: "Żółw" })[id])
  .map(({ agent_id }) => agent_id).join(" ");

test("the busiest first, or the other way", () => assert.deepEqual([order("-total"), order("total")], ["many none few", "few none many"]));

test("what is unknown comes last whichever way", () => {
  assert.deepEqual([order("-conversion"), order("conversion")], ["few many none", "many few none"]);
  assert.deepEqual([order("-cost"), order("cost")], ["none many few", "many none few"]);
});

test("names go by their alphabet", () => assert.equal(order("name"), "many few none"));

test("what came is left as it is", () => { order("total"); assert.equal(agents[0].agent_id, "few"); });
