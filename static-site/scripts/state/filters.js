/** Conditions of the conversation list, named as in the API. */
export const filterNames = [
  "search", "phone", "outcome", "status", "end_reason", "call_result", "talked", "direction", "channel", "source", "language",
  "weekday", "hour", "tool", "tool_error", "rating", "rating_min", "rating_max", "rated", "duration_min", "duration_max",
  "cost_min", "cost_max",
  "criterion", "data", "data_value", "tag", "version", "sentiment",
  "transferred", "handover", "dropout", "error", "cost_known", "cost_usd_known", "transcript", "deleted",
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
  new Set(["outcome", "end_reason", "direction", "channel", "source", "language", "weekday", "hour", "rating", "sentiment"]);

export const flags = ["transferred", "handover", "dropout", "error", "talked", "rated", "transcript", "deleted"];

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
  status: (one, other) => (wideStatuses[one]?.includes(other) ? other : wideStatuses[other]?.includes(one) ? one : null),
  criterion: joinCriteria,
  ...Object.fromEntries(["duration_min", "cost_min", "rating_min"].map((name) =>
    [name, (/** @type {string} */ one, /** @type {string} */ other) => String(Math.max(Number(one), Number(other)))])),
  ...Object.fromEntries(["duration_max", "cost_max", "rating_max"].map((name) =>
    [name, (/** @type {string} */ one, /** @type {string} */ other) => String(Math.min(Number(one), Number(other)))])),
  ...Object.fromEntries([...several].map((name) => [name, commonValues])),
};

/** @param {string} one @param {string} other */
function joinCriteria(one, other) {
  const all = [...new Set([...splitCriteria(one), ...splitCriteria(other)])];
  return new Set(all.map((text) => splitCriterion(text).id)).size === all.length ? all.join(",") : null;
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
  const all = { ...narrowing };
  for (const [name, value] of Object.entries(own)) {
    const other = all[name];
    const both = !value || !other || other === value ? value || other : narrower[name]?.(other, value) ?? null;
    if (both === null) return null;
    all[name] = both;
  }
  return all;
}
