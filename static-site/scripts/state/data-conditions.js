/**
 * Conditions on collected data as the API writes them: `id:op:value`, several separated by commas. A comma, bar, colon or backslash that
 * parts nothing has a backslash before it.
 * @typedef {{ id: string, op: string, values: string[] }} DatumCondition
 */

const withValue = ["eq", "neq", "gt", "gte", "lt", "lte", "in"];
const withoutValue = ["exists", "missing"];
export const operators = [...withValue, ...withoutValue];

/** @param {string} op */
export const takesValue = (op) => withValue.includes(op);

/**
 * What somebody typed, as the API takes it: an order is of numbers, with a point, and of ISO dates. Null while it is none.
 * @param {string} op @param {string} text
 */
export function typedValue(op, text) {
  if (!["gt", "gte", "lt", "lte"].includes(op)) return text;
  const number = text.replace(",", ".");
  return /^-?\d+(\.\d+)?$/.test(number) ? number : /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : null;
}

/** @param {string} text */
const escaped = (text) => text.replace(/[\\,|:]/g, "\\$&");

/** @param {string} text */
const plain = (text) => text.replace(/\\([\\,|:])/g, "$1");

/** At the signs that part; what stands between them is as it was written. @param {string} text @param {string} sign */
function split(text, sign) {
  const parts = [""];
  for (let at = 0; at < text.length; at++) {
    const isEscape = text[at] === "\\" && "\\,|:".includes(text[at + 1] ?? " ");
    if (!isEscape && text[at] === sign) parts.push("");
    else parts[parts.length - 1] += isEscape ? text[at] + text[++at] : text[at];
  }
  return parts;
}

/** @param {DatumCondition} condition */
export const writeDatum = ({ id, op, values }) =>
  [escaped(id), op, ...(takesValue(op) ? [values.map(escaped).join("|")] : [])].join(":");

/** @param {DatumCondition[]} conditions */
export const writeData = (conditions) => [...new Set(conditions.map(writeDatum))].join(",");

/** @param {string} text @returns {DatumCondition | null} */
function read(text) {
  const parts = split(text, ":");
  const at = parts.findIndex((part, place) =>
    place > 0 && (place < parts.length - 1 ? withValue : withoutValue).includes(part.trim()));
  if (at < 0) return null;
  const [op, value] = [parts[at].trim(), parts.slice(at + 1).join(":")];
  return { id: plain(parts.slice(0, at).join(":")), op,
    values: takesValue(op) ? (op === "in" ? split(value, "|") : [value]).map((one) => plain(one).trim()) : [] };
}

/**
 * What an address says of collected data; an id alone exists, or has the value beside it.
 * @param {string | undefined} text @param {string} [value] @returns {DatumCondition[]}
 */
export function readData(text, value) {
  if (!text) return [];
  const all = split(text, ",").map(read);
  if (all.every((one) => one === null)) return [{ id: text, op: value ? "eq" : "exists", values: value ? [value] : [] }];
  return all.flatMap((one) => one ?? []);
}

/** The same conditions of a page in one way of writing. @param {Filters} filters @returns {Filters} */
export function plainData(filters) {
  const { data_value: value, not_data_value: other, ...rest } = filters;
  if (!rest.data && !rest.not_data) return filters;
  return {
    ...rest,
    ...(rest.data && { data: writeData(readData(rest.data, value)) }),
    ...(rest.not_data && { not_data: writeData(readData(rest.not_data, other)) }),
  };
}

/**
 * What meets both; null where a datum would have to be two values at once.
 * @param {string} one @param {string} other
 */
export function joinData(one, other) {
  const all = [...readData(one), ...readData(other)];
  const isTwo = all.some(({ id, op, values }) =>
    op === "eq" && all.some((next) => next.id === id && next.op === "eq" && next.values[0] !== values[0]));
  return isTwo ? null : writeData(all);
}
