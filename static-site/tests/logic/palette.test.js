import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { matching, plain } from "../../scripts/logic/palette.js";

const entries = [
  { title: "Ustawienia", words: "klucz strefa" }, { title: "Synchronizacja" }, { title: "Płatności i przypomnienia" },
  { title: "Motyw: systemowy" }, { title: "Pulpit" },
];
/** @param {string} typed */
const found = (typed) => matching(entries, typed).map(({ title }) => title);

describe("palette", () => {
  test("nothing typed leaves everything as it stood", () => assert.equal(matching(entries, "  "), entries));
  test("accents and capitals do not matter", () => {
    assert.deepEqual(found("PLATN"), ["Płatności i przypomnienia"]);
    assert.equal(plain("Żółć ŁÓDŹ Straße"), "zolc lodz strasse");
  });
  test("what begins with it comes before what holds it",
    () => assert.deepEqual(found("s"), ["Synchronizacja", "Motyw: systemowy", "Ustawienia", "Płatności i przypomnienia"]));
  test("every word counts, in any order", () => {
    assert.deepEqual(found("przyp plat"), ["Płatności i przypomnienia"]);
    assert.deepEqual(found("plat pulpit"), []);
  });
  test("an entry is found by its other words, too", () => assert.deepEqual(found("klucz"), ["Ustawienia"]));
});
