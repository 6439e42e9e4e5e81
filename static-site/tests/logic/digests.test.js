import assert from "node:assert/strict";
import { test } from "node:test";
import { digestBody, newestState, recipientsOf, recipientsText } from "../../scripts/logic/digests.js";

test("recipients are written and read one a line, Polish where no language is said", () => {
  const people = [{ address: "Anna Żak <anna@example.com>", language: "en" }, { address: "jan@example.com", language: "pl" }];
  assert.deepEqual(recipientsOf(`${recipientsText(people)}\n\n ola@example.com \n`),
    [...people, { address: "ola@example.com", language: "pl" }]);
});

test("the worst of the newest period is told", () => {
  const one = (to, state) => ({ to, state });
  assert.equal(newestState([one("2026-11-08", "sent"), one("2026-11-08", "given_up"), one("2026-11-01", "skipped")]), "given_up");
  assert.equal(newestState([one("2026-11-08", "sent"), one("2026-11-01", "given_up")]), "sent");
});

test("a digest is sent to be kept without what only the server tells", () => {
  const read = { id: 1, name: "x", period: "week", channel: 2, recipients: [], agents: [], send_at: "07:00", enabled: true, next_at: "y" };
  assert.deepEqual(digestBody(read, { enabled: false }),
    { name: "x", period: "week", channel: 2, recipients: [], agents: [], send_at: "07:00", enabled: false });
});
