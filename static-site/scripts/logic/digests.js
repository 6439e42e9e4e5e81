/** @typedef {{ address: string, language: string }} Recipient */

const languages = ["pl", "en"];

/** One a line: the address and, behind it, the language. @param {Recipient[]} recipients */
export const recipientsText = (recipients) => recipients.map(({ address, language }) => `${address} ${language}`).join("\n");

/** The same read again; Polish where no language is said. @param {string} text @returns {Recipient[]} */
export const recipientsOf = (text) => text.split("\n").map((line) => line.trim()).filter(Boolean).map((line) => {
  const parts = line.split(/\s+/);
  const last = parts[parts.length - 1].toLowerCase();
  return parts.length > 1 && languages.includes(last)
    ? { address: parts.slice(0, -1).join(" "), language: last } : { address: line, language: languages[0] };
});

/** What became of the newest period, the worst first. @param {Array<{ to: string, state: string }>} deliveries */
export function newestState(deliveries) {
  const newest = deliveries.filter(({ to }) => to === deliveries[0].to);
  return ["given_up", "skipped", "waiting", "sent"].find((state) => newest.some((one) => one.state === state)) ?? null;
}

/**
 * A digest as it is sent to be kept, from how it was read.
 * @param {Record<string, any>} digest @param {Record<string, unknown>} changed
 */
export function digestBody({ name, period, channel, recipients, agents, send_at: sendAt, enabled }, changed) {
  return { name, period, channel, recipients, agents, send_at: sendAt, enabled, ...changed };
}
