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
  for (const show of [format.count, format.decimal, format.usd, format.percent, format.credits, format.seconds, format.duration, format.bytes]) {
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
  both("1234,6", "1,234.6", () => format.credits(1234.56));
});

test("durations are in the units that people use, and never 60 seconds", () => {
  both("45 s", "45s", () => format.duration(45));
  both("3 min 20 s", "3m 20s", () => format.duration(200));
  both("1 min", "1m", () => format.duration(59.97));
  both("1 h 5 min", "1h 5m", () => format.duration(3900).replace("g.", "h")); // the sign for an hour varies with the data of the browser
  both("2 min", "2m", () => format.duration(120));
});

test("a position in a call", () => assert.deepEqual([0, 7, 67, 3599.9].map(format.clock), ["0:00", "0:07", "1:07", "59:59"]));

test("times are those of the reporting zone", () => {
  both("25.11.2026, 00:30", "25 Nov 2026, 00:30", () => format.shortDateTime("2026-11-24T23:30:00+00:00"));
  both("25 lis 2026, 13:05", "25 Nov 2026, 13:05", () => format.dateTime("2026-11-25T12:05:00Z"));
});

test("days are written with the day first", () => {
  both("25 lis 2026", "25 Nov 2026", () => format.day("2026-11-25"));
  both("25 lis", "25 Nov", () => format.shortDay("2026-11-25"));
  both("listopad 2026", "November 2026", () => format.month("2026-11"));
});

test("days do not move with a zone", () => {
  format.setZone("Pacific/Kiritimati");
  assert.match(plain(format.day("2026-11-01")), /\b1\b/);
  format.setZone("America/Los_Angeles");
  assert.match(plain(format.day("2026-11-01")), /\b1\b/);
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

test("changes have their sign", () => {
  both("+5", "+5", () => format.change({ change: 5, points: true }).replace(/[^+\d].*$/, ""));
  assert.match(format.change({ change: -5.25, points: false }), /^[-−]5/);
  assert.match(format.change({ change: 0, points: true }), /^0/);
});
