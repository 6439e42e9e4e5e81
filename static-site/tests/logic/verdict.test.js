import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { wordVerdict } from "../../scripts/logic/verdict.js";
import * as format from "../../scripts/texts/format.js";
import { setLanguage } from "../../scripts/texts/translate.js";

const today = "2026-11-25";
const until = "2026-11-25T14:00:00+01:00";
const running = {
  from: "2026-11-01",
  to: today,
  until,
  previous_from: "2026-10-01",
  previous_to: "2026-10-25",
  previous_until: "2026-10-25T14:00:00+01:00",
};
const october = {
  from: "2026-10-01", to: "2026-10-31", until: null, previous_from: "2026-09-01", previous_to: "2026-09-30", previous_until: null,
};
const day = {
  from: today,
  to: today,
  until,
  previous_from: "2026-11-24",
  previous_to: "2026-11-24",
  previous_until: "2026-11-24T14:00:00+01:00",
};
const tuesday = {
  from: "2026-11-24", to: "2026-11-24", until: null, previous_from: "2026-11-23", previous_to: "2026-11-23", previous_until: null,
};
const week = {
  from: "2026-11-19",
  to: today,
  until,
  previous_from: "2026-11-12",
  previous_to: "2026-11-18",
  previous_until: "2026-11-18T14:00:00+01:00",
};
const range = {
  from: "2026-10-05", to: "2026-10-11", until: null, previous_from: "2026-09-28", previous_to: "2026-10-04", previous_until: null,
};

const figure = (name, judgement, change, more = {}) =>
  ({ name, judgement, change, unit: "points", value: null, n: 731, previous_n: 722, low: 0, high: 0, more_than_tenfold: false, ...more });
const lead = (judgement, change) => figure("conversion_rate", judgement, change);
const traffic = figure("total_conversations", "not_judged", 1.2, { unit: "percent" });

/** A report of 731 finished conversations, 459 of them successful. */
function report(period, state, figures, { claims = [], unchanged = [], ...more } = {}) {
  const verdict = { state, lead: "conversion_rate", claims, unchanged, n: 731, previous_n: 722, ...more };
  return {
    from: period.from, to: period.to, total_conversations: verdict.n, finished_count: verdict.n, successful_count: 459, dropout_count: 124,
    done_calls: 684,
    technical_errors: 47, criteria_stats: [], comparison: { ...period, figures: [...figures, traffic], criteria: [], verdict },
  };
}

const plain = (pieces) => pieces.map((piece) => (typeof piece === "string" ? piece : piece.text)).join("").replace(/[\u00a0\u202f]/g, " ");

/** @param {any} told @param {string[]} polish @param {string[]} english Each the first sentence and those that follow. */
function says(told, polish, english) {
  for (const [language, expected] of [["pl", polish], ["en", english]]) {
    setLanguage(language);
    const words = wordVerdict(told, today);
    assert.deepEqual([plain(words.lead), ...words.more.map(plain)], expected);
  }
}

const volume = ["Ruch: 731 rozmów wobec 722 rozmów.", "Volume: 731 conversations compared with 722."];

beforeEach(() => format.setZone("Europe/Warsaw"));

test("better, a running month", () => says(report(running, "better", [lead("better", 10.6)]),
  ["Listopad idzie lepiej: konwersja wzrosła o 10,6 p.p. i wynosi 62,8%.", volume[0]],
  ["November is going better: conversion rose by 10.6 pp to 62.8%.", volume[1]]));

test("better, a month that is over", () => says(report(october, "better", [lead("better", 6.8)]),
  ["Październik wypadł lepiej niż wrzesień: konwersja wzrosła o 6,8 p.p. do 62,8%.", volume[0]],
  ["October went better than September: conversion rose by 6.8 pp to 62.8%.", volume[1]]));

test("worse, a running month", () => says(report(running, "worse", [lead("worse", -6.8)]),
  ["Listopad idzie gorzej: konwersja spadła o 6,8 p.p. i wynosi 62,8%.", volume[0]],
  ["November is going worse: conversion fell by 6.8 pp to 62.8%.", volume[1]]));

test("worse, a month that is over", () => says(report(october, "worse", [lead("worse", -6.8)]),
  ["Październik wypadł gorzej niż wrzesień: konwersja spadła o 6,8 p.p. do 62,8%.", volume[0]],
  ["October went worse than September: conversion fell by 6.8 pp to 62.8%.", volume[1]]));

test("none, a month running and over", () => {
  says(report(running, "none", [lead("no_clear_change", 0.2)]),
    ["Listopad idzie jak październik: konwersja 62,8%, bez wyraźnej zmiany.", volume[0]],
    ["November is going like October: conversion 62.8%, no clear change.", volume[1]]);
  says(report(october, "none", [lead("no_clear_change", 0.2)]),
    ["Październik wypadł jak wrzesień: konwersja 62,8%, bez wyraźnej zmiany.", volume[0]],
    ["October went like September: conversion 62.8%, no clear change.", volume[1]]);
});

test("mixed: the claim that disagrees is in the first sentence, the other after it", () => says(
  report(october, "mixed",
    [lead("better", 6.8), figure("avg_cost_per_session", "better", -15, { unit: "percent" }), figure("dropout_rate", "worse", 6)],
    { claims: ["avg_cost_per_session", "dropout_rate"] }),
  ["Konwersja wzrosła o 6,8 p.p. do 62,8%, ale porzuconych rozmów jest więcej (17,0%, +6,0 p.p.).",
    "Jedna rozmowa kosztuje średnio o 15,0% mniej kredytów.", volume[0]],
  ["Conversion rose by 6.8 pp to 62.8%, but more conversations were abandoned (17.0%, +6.0 pp).",
    "A conversation costs 15.0% fewer credits on average.", volume[1]]));

test("two claims stand in one sentence, what did not change in another", () => says(
  report(running, "better",
    [lead("better", 10.6), figure("dropout_rate", "better", -6), figure("avg_cost_per_session", "better", -15, { unit: "percent" })],
    { claims: ["dropout_rate", "avg_cost_per_session"], unchanged: ["connection_rate", "error_rate"] }),
  ["Listopad idzie lepiej: konwersja wzrosła o 10,6 p.p. i wynosi 62,8%.",
    "Porzuconych rozmów jest mniej (17,0%, −6,0 p.p.), a jedna rozmowa kosztuje średnio o 15,0% mniej kredytów.", volume[0],
    "Bez wyraźnej zmiany: połączenia i błędy techniczne."],
  ["November is going better: conversion rose by 10.6 pp to 62.8%.",
    "Fewer conversations were abandoned (17.0%, −6.0 pp), and a conversation costs 15.0% fewer credits on average.", volume[1],
    "No clear change: connections and technical errors."]));

test("every claim has words for both ways", () => {
  for (const name of ["criteria_pass_rate", "dropout_rate", "avg_rating", "avg_cost_per_session", "connection_rate", "error_rate"]) {
    for (const change of [5, -5]) {
      for (const language of ["pl", "en"]) {
        setLanguage(language);
        const told = report(october, "none", [lead("no_clear_change", 0), figure(name, "better", change, { value: 3.5 })], {
          claims: [name],
          unchanged: [name],
        });
        const { more } = wordVerdict(told, today);
        assert.equal(more.length, 3);
        for (const one of more.map(plain)) assert.doesNotMatch(one, /verdict\.|undefined|\{/);
      }
    }
  }
});

test("a cost past tenfold has no number", () => says(
  report(october, "none",
    [lead("no_clear_change", 0), figure("avg_cost_per_session", "worse", 7495, { unit: "percent", more_than_tenfold: true })],
    { claims: ["avg_cost_per_session"] }),
  ["Październik wypadł jak wrzesień: konwersja 62,8%, bez wyraźnej zmiany.",
    "Jedna rozmowa kosztuje ponad dziesięciokrotnie więcej kredytów.", volume[0]],
  ["October went like September: conversion 62.8%, no clear change.", "A conversation costs more than ten times as many credits.",
    volume[1]]));

for (const [what, period, polish, english] of [
  ["today", day, "Dziś idzie lepiej niż wczoraj o tej porze: konwersja wzrosła o 9,0 p.p. i wynosi 62,8%.",
    "Today is going better than yesterday by this time: conversion rose by 9.0 pp to 62.8%."],
  ["another day", tuesday, "24 listopada było lepiej niż dzień wcześniej: konwersja wzrosła o 9,0 p.p. do 62,8%.",
    "24 November went better than the day before: conversion rose by 9.0 pp to 62.8%."],
  ["the last days", week, "W ostatnich 7 dniach jest lepiej niż w poprzednich 7: konwersja wzrosła o 9,0 p.p. i wynosi 62,8%.",
    "The last 7 days went better than the 7 days before: conversion rose by 9.0 pp to 62.8%."],
  ["a range", range, "W dniach 5–11 października było lepiej niż w poprzednich 7 dniach: konwersja wzrosła o 9,0 p.p. do 62,8%.",
    "5–11 October went better than the 7 days before: conversion rose by 9.0 pp to 62.8%."],
]) {
  test(`better, ${what}`, () => says(report(period, "better", [lead("better", 9)]), [polish, volume[0]], [english, volume[1]]));
}

test("too few now: no claim, and how many are needed", () => {
  says(report(running, "too_few", [lead("too_few", null)], { n: 12 }),
    ["Za mało rozmów, by ocenić listopad: jest 12, potrzeba 30."], ["Too few conversations to judge November: 12, 30 needed."]);
  says(report(october, "too_few", [lead("too_few", null)], { n: 3 }),
    ["Za mało rozmów, by ocenić październik: były 3, potrzeba 30."], ["Too few conversations to judge October: 3, 30 needed."]);
});

test("too few before: the figure, and no change", () => says(report(running, "no_comparison", [lead("too_few", null)], { previous_n: 5 }),
  ["Konwersja wynosi 62,8%. Okres wcześniej ma za mało rozmów, by porównać: 5, potrzeba 30.", volume[0]],
  ["Conversion is 62.8%. The period before has too few conversations to compare: 5, 30 needed.", volume[1]]));

test("nothing: so far, or at all, or nothing that is finished", () => {
  says(report(running, "nothing", [lead("too_few", null)], { n: 0 }), ["W listopadzie nie było jeszcze rozmów."],
    ["No conversations in November yet."]);
  says(report({ ...october, from: "2025-09-01", to: "2025-09-30", previous_from: "2025-08-01", previous_to: "2025-08-31" }, "nothing",
    [lead("too_few", null)], { n: 0 }),
    ["We wrześniu 2025 nie było rozmów."], ["No conversations in September 2025."]);
  says({ ...report(running, "nothing", [lead("too_few", null)], { n: 0 }), total_conversations: 2 },
    ["W listopadzie żadna rozmowa nie jest jeszcze zakończona."], ["No conversation in November is finished yet."]);
  says(report(day, "nothing", [lead("too_few", null)], { n: 0 }), ["Dziś nie było jeszcze rozmów."], ["No conversations today yet."]);
});

test("without a comparison the figure stands alone", () => {
  says({ ...report(running, "better", []), comparison: null, from: null, to: null }, ["Konwersja wynosi 62,8%."],
    ["Conversion is 62.8%."]);
  says({ ...report(running, "better", []), comparison: null, finished_count: 0, total_conversations: 0, from: "2026-12-01",
    to: "2026-12-31" },
    ["W grudniu nie było jeszcze rozmów."], ["No conversations in December yet."]);
});

test("outcomes that are mostly unknown are told, because the conversion alone would read like a failure", () => {
  const unclear = { unknown_count: 366, successful_count: 0 };
  says({ ...report(running, "none", [lead("no_clear_change", 0)]), ...unclear },
    ["Listopad idzie jak październik: konwersja 0,0%, bez wyraźnej zmiany.",
      "Nieznany wynik ma 366 z 731 rozmów; nie liczy się ani jako sukces, ani jako niepowodzenie.", volume[0]],
    ["November is going like October: conversion 0.0%, no clear change.",
      "The outcome of 366 of 731 conversations is unknown: neither a success nor a failure.", volume[1]]);
  says({ ...report(running, "none", []), ...unclear, comparison: null, from: null, to: null },
    ["Konwersja wynosi 0,0%.", "Nieznany wynik ma 366 z 731 rozmów; nie liczy się ani jako sukces, ani jako niepowodzenie."],
    ["Conversion is 0.0%.", "The outcome of 366 of 731 conversations is unknown: neither a success nor a failure."]);
  says({ ...report(running, "none", []), unknown_count: 365, comparison: null, from: null, to: null },
    ["Konwersja wynosi 62,8%."], ["Conversion is 62.8%."]);
});

test("both ranges are named, with the time where they are running, and both n", () => {
  setLanguage("pl");
  const ranges = (period) => plain([wordVerdict(report(period, "none", [lead("no_clear_change", 0)]), today).ranges]);
  assert.equal(ranges(running), "1–25 listopada do 14:00 wobec 1–25 października do 14:00 · 731 i 722 zakończone rozmowy");
  assert.equal(ranges(october), "1–31 października wobec 1–30 września · 731 i 722 zakończone rozmowy");
  setLanguage("en");
  assert.equal(ranges(week), "19–25 November until 14:00 compared with 12–18 November until 14:00 · 731 and 722 finished conversations");
});

test("figures in a sentence keep what they are, so that they can lead to what they count", () => {
  setLanguage("pl");
  const { lead: pieces } = wordVerdict(report(running, "better", [lead("better", 10.6)]), today);
  assert.deepEqual(pieces.filter((piece) => typeof piece !== "string").map(({ shows, figure: { name } }) => `${name} ${shows}`),
    ["conversion_rate change", "conversion_rate value"]);
});
