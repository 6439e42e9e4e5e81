/** Figures whose change can be told. */
export const changedFigures = ["conversion_rate", "criteria_pass_rate", "dropout_rate", "error_rate", "transfer_rate", "connection_rate",
  "avg_rating", "avg_duration_secs", "total_conversations", "total_cost_usd", "cost_usd_per_success", "total_cost",
  "avg_cost_per_session"];

/** Figures that can be set against a limit. */
export const watchedFigures = changedFigures.filter((figure) => figure !== "criteria_pass_rate");

/** Which fields a rule of each kind has; the others are none of it. @type {Record<string, string[]>} */
const fieldsOf = {
  figure: ["figure", "operator", "value", "days", "least_n"], conversations: ["filters"],
  system: ["event", "hours", "percent", "forecast"],
};

/** @param {Record<string, any>} read @param {string[]} names */
const known = (read, names) => Object.fromEntries(names.map((name) => [name, read[name]])
  .filter(([, value]) => value !== null && value !== undefined));

/**
 * A rule as it is sent to be kept, from how it was read.
 * @param {Record<string, any>} rule @param {Record<string, unknown>} [changed]
 */
export function ruleBody(rule, changed = {}) {
  const own = ["name", "kind", "agents", "channels", "enabled", ...fieldsOf[rule.kind] ?? []];
  return { ...known(rule, own), ...changed };
}

/**
 * A channel as it is sent to be kept, from how it was read; its secrets stay.
 * @param {Record<string, any>} channel @param {Record<string, unknown>} [changed]
 */
export function channelBody(channel, changed = {}) {
  const mail = channel.kind === "email" ? ["host", "port", "security", "user", "from", "to"] : [];
  const own = ["name", "kind", "language", "private", "most_per_hour", "quiet_from", "quiet_to", "enabled", ...mail];
  return { ...known(channel, own), ...changed };
}

/** The unit in which a rule's number is written. @param {string} figure @param {string} operator */
export function unitOf(figure, operator) {
  const isRate = figure.endsWith("_rate");
  if (operator === "rises_by" || operator === "falls_by") return isRate ? "points" : figure === "avg_rating" ? "absolute" : "percent";
  if (isRate) return "percent";
  if (figure.includes("usd")) return "usd";
  if (figure.endsWith("_secs")) return "seconds";
  return figure.includes("cost") ? "credits" : "absolute";
}

/** How the messages of an alert stand together: the worst first. @param {Array<{ state: string }>} deliveries */
export function deliveryState(deliveries) {
  for (const state of ["given_up", "waiting", "sent"]) if (deliveries.some((one) => one.state === state)) return state;
  return deliveries.length ? "dropped" : "nobody";
}

/** What a person picks: the events of the program are kinds of their own. @param {{ kind: string, event: string | null }} rule */
export const ruleKind = ({ kind, event }) => (kind === "system" ? event ?? "problem" : kind);

/** By what a sentence of the server is known here: its first number stands apart. @param {string} answer */
export const answerKey = (answer) => ({
  key: answer.replace(/\d+/, "#").replace(/\.$/, ""), number: answer.match(/\d+/)?.[0] ?? "",
});
