import assert from "node:assert/strict";
import { test } from "node:test";
import { readDay, weeksOf } from "../../scripts/logic/day-text.js";

const today = "2026-11-26";

test("a day is read as people write it, never the month first", () => {
  for (const text of ["25.11.2026", "25/11/2026", "25-11-2026", "25.11.26", "25 11 2026", " 25.11 ", "25 Nov 2026", "25 nov",
    "25 November 2026", "25. listopada 2026", "25 listopad", "25 lis 2026", "25 lis", "2026-11-25"]) {
    assert.equal(readDay(text, today), "2026-11-25", text);
  }
  assert.equal(readDay("02.10.2026", today), "2026-10-02");
  assert.equal(readDay("3 maja 2025", today), "2025-05-03");
  assert.equal(readDay("3 May 2025", today), "2025-05-03");
  assert.equal(readDay("1 paź", today), "2026-10-01");
});

test("every month is known by its names and their beginnings, in both languages", () => {
  for (let month = 1; month <= 12; month++) {
    const expected = `2026-${String(month).padStart(2, "0")}-04`;
    for (const language of ["pl", "en"]) {
      const long = new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC" }).format(Date.UTC(2026, month - 1, 4));
      const beside = new Intl.DateTimeFormat(language, { day: "numeric", month: "long", timeZone: "UTC" })
        .formatToParts(Date.UTC(2026, month - 1, 4)).find(({ type }) => type === "month").value;
      for (const name of [long, beside, long.slice(0, 3), beside.slice(0, 3), long.toUpperCase()])
        assert.equal(readDay(`4 ${name}`, today), expected, name);
    }
  }
});

test("what is no day is none", () => {
  for (const text of ["", "soon", "11/25/2026", "31.11.2026", "30.02.2026", "0.1.2026", "25.13.2026", "2026-11-31", "25", "25 xyz 2026",
    "25.11.202", "99999-01-01", "constructor", "4 ma"]) {
    assert.equal(readDay(text, today), null, text);
  }
  assert.equal(readDay("29.02.2028", today), "2028-02-29");
});

test("the weeks of a month begin on Monday and hold each day once", () => {
  const weeks = weeksOf("2026-11");
  assert.deepEqual(weeks[0], [null, null, null, null, null, null, "2026-11-01"]);
  assert.deepEqual(weeks.at(-1), ["2026-11-30", null, null, null, null, null, null]);
  assert.equal(weeks.flat().filter(Boolean).length, 30);
  assert.equal(weeksOf("2027-02").length, 4);
  assert.equal(weeksOf("2028-02").flat().filter(Boolean).length, 29);
});
