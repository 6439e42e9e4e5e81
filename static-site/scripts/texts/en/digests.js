/** Digests: letters that say each week, or month, how it went. */
export default {
  digests: {
    title: "Digests by e-mail", open: "Digests", add: "New digest",
    none: "No digests yet. A digest says each week, or month, how it went: figures, charts, and what needs a look.",
    noChannel: "Digests are sent by the mail server of an e-mail channel. Add such a channel first.",
    channelGone: "Its mail channel is gone. Choose another one to have it sent.",
    name: "Name, with which the subject begins", period: "How often", channel: "Mail channel", recipients: "Recipients",
    recipientsHint: "One a line, the language behind the address: anna@example.com en", sendAt: "At what time", store: "Save digest",
    periods: { week: "each week, on Monday", month: "each month, on its first day" },
    next: "Next: {time}", off: "Switched off", preview: "Preview",
    kept: "“{name}” is saved.", removed: "“{name}” is removed.",
    history: "Last one: {state}",
    states: { sent: "sent", waiting: "waits to be sent", given_up: "not sent", skipped: "left out, because days went by" },
    attachment: "Attached: {name}, {size}", to: "My address", send: "Send to me now", taken: "Sent: {answer}",
    refused: "Not sent: {answer}", asText: "The same as plain text",
  },
};
