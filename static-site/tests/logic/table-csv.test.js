import assert from "node:assert/strict";
import { test } from "node:test";
import { tableCsv } from "../../scripts/logic/table-csv.js";

test("a table is lines of cells, with the mark of UTF-8 in front",
  () => assert.equal(tableCsv(["Dzień", "Rozmowy"], [["01.11.2026", "4"]], ";"), "\uFEFFDzień;Rozmowy\r\n01.11.2026;4\r\n"));

for (const [what, text, written] of [
  ["thousands lose their blanks", "12\u00a0345", "12345"],
  ["words keep theirs", "57,47\u00a0USD", "57,47 USD"],
  ["a minus is one for spreadsheets", "\u22125,2", "-5,2"],
  ["a formula is none", "=1+1", "'=1+1"],
  ["nor is what begins like one", "-cmd", "'-cmd"],
  ["quotes are doubled", 'a "b"', '"a ""b"""'],
  ["delimiters are quoted", "a;b", '"a;b"'],
  ["lines are quoted", "a\nb", '"a\nb"'],
]) {
  test(what, () => assert.equal(tableCsv(["x"], [[text]], ";"), `\uFEFFx\r\n${written}\r\n`));
}
