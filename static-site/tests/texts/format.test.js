import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import * as format from "../../scripts/texts/format.js";
import { setLanguage } from "../../scripts/texts/translate.js";

/** Blanks that do not break are blanks to a reader. */
const plain = (text) => text.replace(/[\u00a0\u202f]/g, " ");

function both(polish, english, work) {
  setLanguage("pl");
  assert.equal(plain(work()), polish);
  setLanguage("en");
  assert.equal(plain(work()), english);
}

beforeEach(() => format.setZone("Europe/Warsaw"));

test("what is unknown is a dash in every unit, and zero is not", () => {
  for (const show of [format.count, format.decimal, format.usd, format.percent, format.credits, format.seconds, format.duration,
    format.bytes]) {
    assert.equal(show(null), format.none);
    assert.equal(show(undefined), format.none);
    assert.notEqual(show(0), format.none);
  }
  assert.equal(format.dateTime(null), format.none);
  assert.equal(format.day(""), format.none);
  assert.equal(format.language(null), format.none);
});

test("numbers are written as their readers write them", () => {
  both("12 345", "12,345", () => format.count(12345));
  both("0,88", "0.88", () => format.decimal(0.876));
  both("61,5%", "61.5%", () => format.percent(61.5));
  both("2 212", "2,212", () => format.count(2212));
  both("62,0%", "62.0%", () => format.percent(62));
  both("62,79%", "62.79%", () => format.exactPercent(62.79));
  both("62%", "62%", () => format.wholePercent(62));
  both("1 235", "1,235", () => format.credits(1234.56));
  both("34,6", "34.6", () => format.credits(34.56));
  both("57,47 USD", "$57.47", () => format.usd(57.4708));
  both("0,125 USD", "$0.125", () => format.usdEach(0.1252));
  both("−5", "−5", () => format.count(-5));
});

test("a wait has its parts of a second under a minute alone", () => {
  both("0,35 s", "0.35s", () => format.wait(0.35));
  both("59,99 s", "59.99s", () => format.wait(59.99));
  both("1 min", "1m", () => format.wait(59.996));
  both("1 min 30 s", "1m 30s", () => format.wait(90.25));
});

test("durations are in the units that people use, and never 60 seconds", () => {
  both("45 s", "45s", () => format.duration(45));
  both("3 min 20 s", "3m 20s", () => format.duration(200));
  both("1 min", "1m", () => format.duration(59.97));
  both("1 godz. 5 min", "1h 5m", () => format.duration(3900));
  both("2,4 s", "2.4s", () => format.duration(2.44));
  both("46 s", "46s", () => format.duration(45.6));
  both("2 min", "2m", () => format.duration(120));
});

test("a position in a call", () => assert.deepEqual([0, 7, 67, 3599.9].map(format.clock), ["0:00", "0:07", "1:07", "59:59"]));

test("times are those of the reporting zone", () => {
  both("25.11.2026, 00:30", "25 Nov 2026, 00:30", () => format.dateTime("2026-11-24T23:30:00+00:00"));
  both("25.11.2026, 13:05", "25 Nov 2026, 13:05", () => format.dateTime("2026-11-25T12:05:00Z"));
});

test("days are written with the day first", () => {
  both("25.11.2026", "25 Nov 2026", () => format.day("2026-11-25"));
  both("25.11", "25 Nov", () => format.shortDay("2026-11-25"));
  both("listopad 2026", "November 2026", () => format.month("2026-11"));
});

test("days do not move with a zone", () => {
  format.setZone("Pacific/Kiritimati");
  assert.match(plain(format.day("2026-11-01")), /\b0?1\b/);
  format.setZone("America/Los_Angeles");
  assert.match(plain(format.day("2026-11-01")), /\b0?1\b/);
});

test("a range of one day is that day", () => {
  assert.equal(format.range("2026-11-01", "2026-11-01"), format.day("2026-11-01"));
  assert.match(format.range("2026-11-01", "2026-11-02"), / – /);
});

test("weekdays begin with Monday", () => {
  both("poniedziałek", "Monday", () => format.weekday(1, "long"));
  both("niedziela", "Sunday", () => format.weekday(7, "long"));
});

test("sizes have the unit that keeps them short", () => {
  both("999 B", "999 byte", () => format.bytes(999));
  both("1,5 MB", "1.5 MB", () => format.bytes(1_500_000));
  both("2000 GB", "2,000 GB", () => format.bytes(2e12));
});

test("languages have names, and codes that are none stay as they came", () => {
  both("polski", "Polish", () => format.language("pl"));
  for (const code of ["constructor!", "not a code", "x"]) assert.equal(format.language(code), code);
});

test("changes have their sign, a real minus, and one precision per unit", () => {
  both("+10,6 p.p.", "+10.6 pp", () => format.change(10.62, "points"));
  both("−15,0%", "−15.0%", () => format.change(-15, "percent"));
  both("+0,24", "+0.24", () => format.change(0.24, "absolute"));
  both("0,0 p.p.", "0.0 pp", () => format.change(0, "points"));
  both("6,8 p.p.", "6.8 pp", () => format.change(-6.8, "points", { signed: false }));
  both("+5,5", "+5.5", () => format.changeNumber(5.5, "points"));
});

test("days in words have their year where it is not this one", () => {
  const today = "2026-11-25";
  both("1–25 listopada", "1–25 November", () => format.days("2026-11-01", "2026-11-25", today));
  both("25 listopada", "25 November", () => format.days("2026-11-25", "2026-11-25", today));
  both("29 września – 5 października", "29 September – 5 October", () => format.days("2026-09-29", "2026-10-05", today));
  both("1–31 grudnia 2025", "1–31 December 2025", () => format.days("2025-12-01", "2025-12-31", today));
  both("30 grudnia 2025 – 3 stycznia 2026", "30 December 2025 – 3 January 2026", () => format.days("2025-12-30", "2026-01-03", today));
  both("listopad", "November", () => format.monthName("2026-11", today));
  both("grudzień 2025", "December 2025", () => format.monthName("2025-12", today));
});
