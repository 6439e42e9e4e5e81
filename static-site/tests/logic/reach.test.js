import assert from "node:assert/strict";
import { test } from "node:test";
import { rangeNames, startOf, totals } from "../../scripts/logic/reach.js";
import { regionChoices, regionOf } from "../../scripts/logic/regions.js";

const reach = (counts, { complete = [true, true, true, true], oldest = "2026-06-01" } = {}) => ({
  agent_id: "agent", oldest,
  ranges: rangeNames.map((name, index) =>
    ({ name, from: null, conversations: counts[index], is_complete: complete[index], estimated_secs: counts[index] / 10 })),
});

test("the agents' counts are added, and one that counted only in part makes the sum a part", () => {
  const both = totals([reach([10, 20, 30, 40]), reach([1, 2, 3, 4], { complete: [true, true, false, false], oldest: null })]);
  assert.deepEqual(both.map(({ conversations }) => conversations), [11, 22, 33, 44]);
  assert.deepEqual(both.map(({ isComplete }) => isComplete), [true, true, false, false]);
  assert.equal(both[3].seconds, 4.4);
});

test("nothing is said before every agent has been counted", () => {
  assert.equal(totals([reach([1, 1, 1, 1]), null]), null);
  assert.equal(totals([reach([1, 1, 1, 1]), undefined]), null);
  assert.equal(totals([]), null);
});

test("a range begins with a month, and everything with the oldest conversation that is known", () => {
  assert.equal(startOf("this_month", [], "2026-11-26"), undefined);
  assert.equal(startOf("3_months", [], "2026-11-26"), "2026-09-01");
  assert.equal(startOf("3_months", [], "2026-01-31"), "2025-11-01");
  assert.equal(startOf("12_months", [], "2026-11-26"), "2025-12-01");
  assert.equal(startOf("everything", [reach([1, 1, 1, 1]), reach([1, 1, 1, 1], { oldest: "2025-02-03" })], "2026-11-26"), "2025-02-03");
  assert.equal(startOf("everything", [reach([1, 1, 1, 1], { oldest: null })], "2026-11-26"), "2022-01-01");
  assert.equal(startOf("everything", [null], "2026-11-26"), "2022-01-01");
});

test("regions are known by their address, and a stand-in is none", () => {
  assert.equal(regionOf("https://api.eu.residency.elevenlabs.io"), "eu");
  assert.equal(regionOf("http://127.0.0.1:9"), null);
  assert.equal(regionOf("constructor"), null);
  assert.deepEqual(regionChoices({ base_urls: ["a", "b"], base_url: "c" }), ["a", "b", "c"]);
  assert.deepEqual(regionChoices({ base_urls: ["a", "b"], base_url: "b" }), ["a", "b"]);
});
