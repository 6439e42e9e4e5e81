/** @typedef {Api.Notes["notes"][number]} DayNote */

/**
 * The notes on the days of a chart, numbered in their order; where a bar is a week, on that week.
 * @param {DayNote[]} notes The first day first. @param {Array<{ from: string, to: string }>} points
 * @returns {Array<{ number: number, index: number, note: DayNote }>}
 */
export const numberedNotes = (notes, points) => notes
  .map((note) => ({ note, index: points.findIndex(({ from, to }) => from <= note.day && note.day <= to) }))
  .filter(({ index }) => index >= 0)
  .map((one, at) => ({ number: at + 1, ...one }));

/** @param {ReturnType<typeof numberedNotes>} numbered @param {number} index */
export const notesAt = (numbered, index) => numbered.filter((one) => one.index === index);

/** Rings of one day stand above one another: how many are below each. @param {ReturnType<typeof numberedNotes>} numbered */
export const stacked = (numbered) => numbered.map(({ number, index }, at) =>
  ({ number, index, level: numbered.slice(0, at).filter((one) => one.index === index).length }));
