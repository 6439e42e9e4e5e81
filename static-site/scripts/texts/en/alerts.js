import messages from "./messages.js";

/** Alerts: what happened, rules and channels. */
export default {
  alerts: {
    open: { one: "{count} alert is open.", other: "{count} alerts are open." },
    none: "No alert is open now.",
    empty: "There have been no alerts yet",
    emptyText: "Rules look at the data after each synchronisation and every minute. What they find stands here and goes to the channels.",
    noChannels: "Alerts are seen here only: there is no channel yet that would send them.",
    addChannel: "Add a channel",
    rules: "Rules",
    channels: "Channels",
    addRule: "New rule",
    lasts: "lasts",
    lasted: "{from} – {to}",
    since: "since {time}",
    noDetails: "Rule: {name}",
    moreRows: "Show older ones",
    figure: {
      above: "{figure}: {value} ({days}{n}), above {limit}.", below: "{figure}: {value} ({days}{n}), below {limit}.",
      rises_by: "{figure}: up by {value} ({days}{n}), the limit is {limit}.",
      falls_by: "{figure}: down by {value} ({days}{n}), the limit is {limit}.",
    },
    n: ", n = {n}",
    conversations: { one: "{count} conversation meets the conditions.", other: "{count} conversations meet the conditions." },
    silence: "No conversations for {hours} hours; in the weeks before there were {expected} on average in these hours.",
    budget: {
      spent: "{month}: {amount} is spent, {percent} of the budget{who} ({budget}).",
      forecast: "{month} will cost about {amount}: {percent} of the budget{who} ({budget}).",
      of: " of {agent}",
    },
    deliveries: {
      sent: "sent: {channels}", waiting: "waits to be sent: {channels}", given_up: "not sent: {channels}",
      dropped: "over before it was sent",
      nobody: "on this page only",
    },
    openFirst: "Open the conversation",
    rule: {
      watched: "Against the budget", spent: "what is spent", forecast: "what the month will cost",
      percent: "From how many per cent", percentHint: "Told once a month of each budget. Budgets are set under Costs.",
      name: "Name", kind: "What to watch", figure: "Figure", operator: "When", value: "Value", days: "Over how many days",
      leastN: "Fewest conversations", leastNHint: "With fewer of them the rule claims nothing.", view: "Conditions of a view",
      hours: "How many hours", agents: "Agents", channels: "Channels", noneIsAll: "None ticked means all of them.",
      told: "Channels: {channels}",
      store: "Keep the rule", preview: "Try it now", kept: "The rule “{name}” is kept.", removed: "The rule “{name}” is removed.",
      viewHint: "Conditions are set on the list of conversations and kept as a view.",
      noViews: "There are no views with conditions yet.",
    },
    kinds: {
      budget: "the budget of a month",
      figure: "a figure", conversations: "single conversations", silence: "no conversations",
    problem: "problems of the program" },
    operators: { above: "is above", below: "is below", rises_by: "rises by at least", falls_by: "falls by at least" },
    units: { percent: "%", points: "pp", usd: "USD", seconds: "s", credits: "credits", absolute: "" },
    said: {
      budget: "{percent}% of the budget is spent", budgetForecast: "the month will cost {percent}% of the budget",
      figure: "{figure} {operator} {value}, {days}", conversations: "conversations: {conditions}",
      silence: "no conversations for {hours} hours",
      problem: "something stands in the way: synchronisation, key, disk, data",
    },
    days: { one: "over {count} day", other: "over {count} days" },
    previews: {
      alert: "There would be an alert now.", nothing: "There would be no alert now.", undecided: "Too little is known to say now.",
      caught: { one: "Of the last 30 days: {count} conversation.", other: "Of the last 30 days: {count} conversations." },
    },
    channel: {
      kind: "Kind", name: "Name", url: "Webhook address", urlHint: "Copy it from Teams, Slack or your program. We do not show it again.",
      secret: "Signing secret (optional)", host: "Mail server", port: "Port", security: "Encryption", user: "User", password: "Password",
      from: "Sender", to: "Recipients, separated by commas", language: "Language of messages",
      isPrivate: "Give numbers and titles of conversations",
      quietFrom: "Quiet from", quietTo: "to", store: "Keep the channel", test: "Send a test", taken: "The test arrived: {answer}",
      refused: "The test did not arrive: {answer}", kept: "The channel “{name}” is kept.", removed: "The channel “{name}” is removed.",
      none: "There are no channels yet.", add: "New channel", quiet: "quiet {from}–{to}",
      stays: "Leave it empty and it stays as it is.", noSecret: "its secret is missing, enter it again",
    },
    channelKinds: { email: "E-mail", teams: "Microsoft Teams", slack: "Slack", webhook: "Webhook" },
    securities: { tls: "TLS from the start", starttls: "STARTTLS", none: "not encrypted" },
    change: "Change", leave: "Discard", remove: "Remove",
    ruleNames: messages.ruleNames,
    answers: {
      "This kind of channel is not known": "This kind of channel is not known.",
      "The channel has no address; enter it again": "The channel has no address; enter it again.",
      "No answer within # seconds": "No answer within # seconds.",
      "This address lies inside a network, where alerts are not sent to. Set VOICEBOT_ALERT_TARGETS to anywhere if that is meant":
        "This address lies inside a network, where alerts are not sent to. Set VOICEBOT_ALERT_TARGETS to anywhere if that is meant.",
      "The name of this address is not known": "The name of this address is not known.",
      "No secure connection: the certificate is not accepted": "No secure connection: the certificate is not accepted.",
      "Nobody answers at this address": "Nobody answers at this address.",
      "The connection broke off": "The connection broke off.",
      "The channel's mail server or addresses are not complete; enter them again":
        "The channel's mail server or addresses are not complete; enter them again.",
      "The mail server did not answer within # seconds": "The mail server did not answer within # seconds.",
      "The mail server refuses this user or password": "The mail server refuses this user or password.",
      "The mail server takes mail only from who signs in; enter a user and a password":
        "The mail server takes mail only from who signs in; enter a user and a password.",
      "The mail server offers no sign-in, or no encryption, of this kind; check security and user":
        "The mail server offers no sign-in, or no encryption, of this kind; check security and user.",
      "No secure connection to the mail server: check security and port, and its certificate":
        "No secure connection to the mail server: check security and port, and its certificate.",
      "Nobody answers at the mail server's address, or it broke off": "Nobody answers at the mail server's address, or it broke off.",
      "The digest has no mail channel any more; choose another one": "The digest has no mail channel any more; choose another one.",
      "The digest's mail channel is switched off; switch it on, or choose another one":
        "The digest's mail channel is switched off; switch it on, or choose another one.",
      "None of the digest's agents is configured any more; choose others":
        "None of the digest's agents is configured any more; choose others.",
      "The program did not run when this was due, and days went by since":
        "The program did not run when this was due, and days went by since.",
    },
  },
};
