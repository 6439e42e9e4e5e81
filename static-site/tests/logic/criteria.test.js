import assert from "node:assert/strict";
import { test } from "node:test";
import { criterionName, totalCriteria, weakestFirst } from "../../scripts/logic/criteria.js";

const stats = (id, pass, fail, unknown = 0) =>
  ({ id, pass, fail, unknown, total: pass + fail + unknown, pass_rate: pass + fail ? (pass / (pass + fail)) * 100 : null });

test("all criteria together are judged by what was judged", () => {
  const all = totalCriteria([stats("a", 3, 1, 10), stats("b", 0, 0, 5)]);
  assert.deepEqual(all, { pass: 3, fail: 1, unknown: 15, judged: 4, pass_rate: 75 });
});

test("without a judgement there is no rate, and never a zero", () => {
  assert.equal(totalCriteria([stats("a", 0, 0, 7)]).pass_rate, null);
  assert.deepEqual(totalCriteria([]), { pass: 0, fail: 0, unknown: 0, judged: 0, pass_rate: null });
});

test("the weakest come first, those never judged last, the larger of equals first", () => {
  const given = [stats("good", 9, 1), stats("never", 0, 0, 99), stats("zero", 0, 4), stats("zeroLarge", 0, 8)];
  assert.deepEqual(weakestFirst(given).map(({ id }) => id), ["zeroLarge", "zero", "good", "never"]);
  assert.equal(given[0].id, "good", "the given list stays as it was");
});

test("a criterion is called by its name, else by its id made readable", () => {
  assert.equal(criterionName("greeting_ok", "Powitanie"), "Powitanie");
  assert.equal(criterionName("greeting_ok"), "Greeting ok");
  assert.equal(criterionName("greeting_ok", "greeting_ok"), "Greeting ok");
  assert.equal(criterionName("--a__b--"), "A b");
  assert.equal(criterionName("żądanie_klienta"), "Żądanie klienta");
  assert.equal(criterionName("constructor"), "Constructor");
  assert.equal(criterionName("__proto__"), "Proto");
});
