import { joinData, plainData, readData, writeData } from "./data-conditions.js";

/** Conditions of which the API takes the opposite, too. */
export const opposable = [
  "search", "phone", "outcome", "status", "end_reason", "call_result", "direction", "channel", "source", "language", "weekday", "hour",
  "tool", "tool_error", "rating", "criterion", "data", "data_value", "tag", "version", "branch", "campaign", "transfer", "sentiment",
];

const not = "not_";

/** @param {string} name */
export const oppositeName = (name) => not + name;

/** @param {string} name */
export const isOpposite = (name) => name.startsWith(not);

/** What it is the opposite of, else itself. @param {string} name */
export const plainName = (name) => (isOpposite(name) ? name.slice(not.length) : name);

/** Conditions of the conversation list, named as in the API. */
export const filterNames = [
  "search", "phone", "outcome", "status", "end_reason", "call_result", "talked", "direction", "channel", "source", "language",
  "weekday", "hour", "tool", "tool_error", "rating", "rating_min", "rating_max", "rated", "duration_min", "duration_max",
  "cost_min", "cost_max",
  "criterion", "data", "data_value", "tag", "version", "branch", "campaign", "transfer", "sentiment",
  "commented", "waited", "transferred", "handover", "dropout", "error", "cost_known", "cost_usd_known", "transcript", "deleted",
  ...opposable.map(oppositeName),
];

export const choices = {
  outcome: ["success", "failure", "unknown"],
  status: ["finished", "unfinished", "done", "failed", "in-progress", "processing", "initiated"],
  end_reason: [
    "agent_ended", "user_ended", "silence", "max_duration", "abnormal", "quota",
    "llm_error", "voicemail", "transferred", "not_connected", "other", "none",
  ],
  direction: ["inbound", "outbound", "other"],
  channel: ["phone", "web", "text"],
  rating: ["5", "4", "3", "2", "1"],
  weekday: ["1", "2", "3", "4", "5", "6", "7"],
  hour: Array.from({ length: 24 }, (_, hour) => String(hour)),
  call_result: ["answered", "voicemail", "busy", "no_answer", "failed", "unknown"],
  sentiment: ["positive", "neutral", "negative"],
};

/** Conditions that take several values, separated by commas; one of them is enough. */
export const several =
  new Set(["outcome", "status", "end_reason", "call_result", "direction", "channel", "source", "language", "weekday", "hour", "rating",
    "version", "branch", "campaign", "transfer", "sentiment"]);

export const flags =
  ["transferred", "handover", "dropout", "error", "talked", "rated", "commented", "waited", "transcript", "deleted"];

/** @param {string | undefined} text */
export const splitValues = (text) => (text ? text.split(",") : []);

/**
 * Puts a value among those of a condition, or takes it away; in the order of `all` where that is given.
 * @param {string | undefined} text @param {string} value @param {boolean} on @param {readonly string[]} [all]
 */
export function toggleValue(text, value, on, all = []) {
  const values = new Set(splitValues(text));
  if (on) values.add(value);
  else values.delete(value);
  const place = (/** @type {string} */ one) => (all.includes(one) ? all.indexOf(one) : all.length);
  return [...values].sort((a, b) => place(a) - place(b)).join(",");
}

/** Criterion ids may hold a colon; results do not. @param {string} text */
export function splitCriterion(text) {
  const at = text.lastIndexOf(":");
  return { id: text.slice(0, at), result: text.slice(at + 1) };
}

/** @param {string} id @param {string} result */
export const joinCriterion = (id, result) => `${id}:${result}`;

/** Several criteria, all of which are to hold. @param {string | undefined} text */
export const splitCriteria = (text) => (text ? text.split(/(?<=:(?:success|failure|unknown)),/) : []);

/** Statuses that others are a part of. @type {Record<string, string[]>} */
const wideStatuses = { finished: ["done", "failed"], unfinished: choices.status.slice(4) };

/**
 * What meets both conditions, or null where nothing can.
 * @type {Record<string, (one: string, other: string) => string | null>}
 */
const narrower = {
  criterion: joinCriteria,
  data: joinData,
  [oppositeName("data")]: (one, other) => writeData([...readData(one), ...readData(other)]),
  [oppositeName("criterion")]: (one, other) => unionOf(splitCriteria(one), splitCriteria(other)).join(","),
  ...Object.fromEntries(["duration_min", "cost_min", "rating_min"].map((name) =>
    [name, (/** @type {string} */ one, /** @type {string} */ other) => String(Math.max(Number(one), Number(other)))])),
  ...Object.fromEntries(["duration_max", "cost_max", "rating_max"].map((name) =>
    [name, (/** @type {string} */ one, /** @type {string} */ other) => String(Math.min(Number(one), Number(other)))])),
  ...Object.fromEntries([...several].map((name) => [name, commonValues])),
  ...Object.fromEntries([...several, "tool", "tool_error", "tag"].map((name) => [oppositeName(name), allValues])),
  status: commonStatuses,
};

/** Each once. @param {string[]} one @param {string[]} other */
const unionOf = (one, other) => [...new Set([...one, ...other])];

/** @param {string} one @param {string} other */
function joinCriteria(one, other) {
  const all = unionOf(splitCriteria(one), splitCriteria(other));
  return new Set(all.map((text) => splitCriterion(text).id)).size === all.length ? all.join(",") : null;
}

/** @param {string} one @param {string} other */
function commonStatuses(one, other) {
  /** @param {string} a @param {string} b */
  const common = (a, b) => (a === b || wideStatuses[b]?.includes(a) ? [a] : wideStatuses[a]?.includes(b) ? [b] : []);
  const values = splitValues(one).flatMap((a) => splitValues(other).flatMap((b) => common(a, b)));
  return values.length ? [...new Set(values)].join(",") : null;
}

/** @param {string} one @param {string} other */
function allValues(one, other) {
  return unionOf(splitValues(one), splitValues(other)).join(",");
}

/** @param {string} one @param {string} other */
function commonValues(one, other) {
  const values = splitValues(one).filter((value) => splitValues(other).includes(value));
  return values.length ? values.join(",") : null;
}

/**
 * The conditions under which a figure of narrowed conversations is counted: those that narrow, and its own. Null where no conversation can
 * meet all of them.
 * @param {Filters} narrowing @param {Filters} own @returns {Filters | null}
 */
export function combine(narrowing, own) {
  const all = { ...plainData(narrowing) };
  for (const [name, value] of Object.entries(plainData(own))) {
    const other = all[name];
    const both = !value || !other || other === value ? value || other : narrower[name]?.(other, value) ?? null;
    if (both === null) return null;
    all[name] = both;
  }
  return [...several].some((name) => isContradiction(all[name], all[oppositeName(name)])) ? null : all;
}

/**
 * What picks all others. Null where no conditions of the API say so: for several conditions at once, and for ranges.
 * @param {Filters} own @returns {Filters | null}
 */
export function opposite(own) {
  const [[name, value], ...more] = Object.entries(own);
  if (more.length || (name === "data" && readData(value).length > 1)) return null;
  if (value === "true" || value === "false") return { [name]: String(value === "false") };
  return opposable.includes(name) ? { [oppositeName(name)]: value } : null;
}

/** Each value that is wanted is ruled out. @param {string | undefined} wanted @param {string | undefined} out */
function isContradiction(wanted, out) {
  return Boolean(wanted && out) && splitValues(wanted).every((value) => splitValues(out).includes(value));
}
