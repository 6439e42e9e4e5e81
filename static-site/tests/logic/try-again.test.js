import assert from "node:assert/strict";
import { test } from "node:test";
import { waitBefore } from "../../scripts/logic/try-again.js";

test("what passes is asked for again, later after each failure", () => {
  const lost = { code: "network", status: 0 };
  assert.deepEqual([0, 1, 2, 3, 9].map((failures) => waitBefore(lost, failures)), [8, 16, 32, 60, 60]);
  for (const error of [{ code: "unexpected", status: 502 }, { code: "storage_unreachable", status: 503 },
    { code: "storage_locked", status: 503 }, { code: "unexpected", status: 504 }]) assert.equal(waitBefore(error, 0), 8);
});

test("the server says when, but not for minutes", () => {
  assert.equal(waitBefore({ code: "storage_unreachable", status: 503, retryAfter: 5 }, 0), 8);
  assert.equal(waitBefore({ code: "storage_unreachable", status: 503, retryAfter: 20 }, 0), 20);
  assert.equal(waitBefore({ code: "unexpected", status: 503, retryAfter: 3600 }, 0), null);
});

test("what would be answered alike again waits for a person", () => {
  for (const error of [{ code: "not_found", status: 404 }, { code: "invalid_parameter", status: 400 },
    { code: "internal_error", status: 500 },
    { code: "too_many_numbers", status: 429, retryAfter: 30 }, { code: "sign_in_required", status: 401 }, new Error("page"), null]) {
    assert.equal(waitBefore(error, 0), null);
  }
});
