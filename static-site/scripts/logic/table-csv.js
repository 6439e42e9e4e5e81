/**
 * A table as CSV for the reader's spreadsheet: numbers as they are written there, without the blanks between thousands, which would make
 * text of them; a cell that a spreadsheet would take for a formula begins with an apostrophe.
 * @param {string[]} titles @param {string[][]} rows @param {string} delimiter
 */
export function tableCsv(titles, rows, delimiter) {
  const line = (/** @type {string[]} */ cells) => cells.map((text) => cell(text, delimiter)).join(delimiter);
  return `\uFEFF${[titles, ...rows].map(line).join("\r\n")}\r\n`;
}

/** @param {string} text @param {string} delimiter */
function cell(text, delimiter) {
  const plain = text.replace(/(\d)[\u00a0\u202f](?=\d)/g, "$1").replace(/^\u2212(?=\d)/, "-").replace(/[\u00a0\u202f]/g, " ");
  const safe = /^[=+@\t\r]|^-(?!\d)/.test(plain) ? `'${plain}` : plain;
  return safe.includes(delimiter) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
