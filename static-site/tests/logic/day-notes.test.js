import assert from "node:assert/strict";
import { test } from "node:test";
import { notesAt, numberedNotes, stacked } from "../../scripts/logic/day-notes.js";

const day = (date) => ({ from: date, to: date });
const note = (date) => ({ day: date, text: date });

test("notes are numbered in the order of their days, and others left out", () => {
  const points = [day("2026-11-01"), day("2026-11-02"), day("2026-11-03")];
  const notes = ["2026-10-31", "2026-11-01", "2026-11-03", "2026-11-03"].map(note);

  const numbered = numberedNotes(notes, points);

  assert.deepEqual(numbered.map(({ number, index }) => [number, index]), [[1, 0], [2, 2], [3, 2]]);
  assert.deepEqual(notesAt(numbered, 2).map(({ number }) => number), [2, 3]);
  assert.deepEqual(notesAt(numbered, 1), []);
  assert.deepEqual(stacked(numbered).map(({ level }) => level), [0, 0, 1]);
});

test("where a bar is a week a note stands on its week", () => {
  const weeks = [{ from: "2026-10-26", to: "2026-11-01" }, { from: "2026-11-02", to: "2026-11-08" }];
  assert.deepEqual(numberedNotes([note("2026-11-01"), note("2026-11-05")], weeks).map(({ index }) => index), [0, 1]);
});
