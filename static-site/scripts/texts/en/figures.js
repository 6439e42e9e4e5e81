export default {
  dashboard: {
    emptyTitle: "No conversations yet",
    emptyText: "Fetch the conversations of your agents to see figures here.",
    emptyPeriodTitle: "No conversations in this period",
    emptyPeriodText: "There are conversations in other months.",
    showMonth: "Show {month}",
  },
  figures: {
    groups: { result: "Result", experience: "Experience", cost: "Cost", technology: "Technology" },
    of: "{part} of {whole}",
    ofWhole: "of {whole}",
    interval: "95% interval: {low} to {high}",
    takeLonger: "Take a longer period.",
    showLonger: { this_month: "Show this month", last_30_days: "Show the last 30 days", all_time: "Show all time" },
  },
  kpi: {
    n: "n = {count}",
    nOf: "n = {count} of {all}",
    noValue: "no value",
    open: "{name}: {value}. Show what it counts",
    explain: "How is this calculated? {name}",
    counted: {
      finished: "finished",
      judged: { one: "judged result", other: "judged results" },
      withDuration: "with a duration",
      withTranscript: "with a transcript",
      withCost: "with known cost",
      withUsd: "with known dollars",
      successful: { one: "successful conversation", other: "successful conversations" },
      minutes: "min",
      rated: "rated",
      days: { one: "day", other: "days" },
      all: { one: "conversation", other: "conversations" },
    },
    conversion: {
      title: "Conversion",
      unit: "",
      formula:
        "Conversations with the outcome “success” ÷ finished conversations "
        + "(status done or failed). Unknown outcomes are not counted as failures.",
    },
    connections: {
      title: "Connections", unit: "", done: "Done", failed: "Failed", inProgress: "In progress",
      formula: "Conversations with status done ÷ finished conversations (done or failed).",
    },
    scoring: {
      title: "Criteria met", unit: "", weakest: "Weakest: {name}",
      formula: "Evaluation criteria that were met ÷ criteria that were met or not, all criteria together. Unknown results are left out.",
    },
    duration: {
      title: "Duration, average", unit: "", median: "Median", percentiles: "P90 / P95", extremes: "Min / max",
      short: "Under 30 s", long: "Over 5 min",
      formula: "Mean duration of the conversations that are longer than 0 s. P90: nine in ten are at most this long. Short is under 30 "
      + "s, long is over 300 s.",
    },
    transfers: {
      title: "Transfers to a human", unit: "", count: "Transferred", handovers: "Agent to agent",
      formula: "Conversations handed to a person by phone transfer ÷ finished conversations. Hand-overs to another bot are counted apart.",
    },
    dropouts: {
      title: "Abandoned", unit: "", count: "Abandoned",
      formula:
        "Done but not successful conversations that the other side broke off (hung up, disconnected, silence) ÷ finished conversations.",
    },
    messages: {
      title: "Bot messages", unit: "per conversation", all: "All messages",
      formula: "Bot turns with a message, mean over the conversations with a transcript.",
    },
    cost: {
      title: "Credits per conversation", unit: "", total: "Total, credits",
      formula: "Credits ÷ conversations whose cost is known. Credits and dollars come from ElevenLabs separately and are never converted.",
    },
    costTotal: {
      title: "Total cost",
      unit: "",
      average: "Average per conversation",
      formula: "Sum of the dollars of the conversations whose dollars are known.",
    },
    costPerSuccess: { title: "Per success", unit: "", formula: "All known dollars ÷ conversations with the outcome “success”." },
    costPerMinute: { title: "Per minute", unit: "", formula: "All known dollars ÷ minutes talked." },
    errors: {
      title: "Technical errors", unit: "", count: "With an error",
      formula: "Conversations with status failed or with a reported error ÷ finished conversations.",
    },
    rating: {
      title: "Caller rating", unit: "", stars: { one: "{count} star", other: "{count} stars" },
      formula: "Mean of the ratings 1–5 that callers gave. Conversations without a rating are left out.",
    },
    trends: {
      title: "Conversations a day", unit: "", busiest: "Busiest: {day}",
      formula: "Conversations ÷ days of the period that have come, days without conversations included.",
    },
    direction: {
      title: "Direction", unit: "", hint: "in / out / other",
      formula: "Inbound and outbound phone calls as ElevenLabs reports them. Web and text conversations are “other”.",
    },
  },
  comparison: {
    title: "Agents",
    hint: "click a heading to sort, an agent to narrow the whole page",
    columns: {
      agent: "Agent", conversations: "Conversations", outcomes: "Outcomes", conversion: "Conversion",
      mark: "95% interval of the conversion", change: "Change",
      dropouts: "Abandoned", dropoutChange: "Change", errors: "Tech. errors", cost: "Credits per conversation", small: "In short",
    },
    small: { one: "{count} conversation · abandoned {dropouts}", other: "{count} conversations · abandoned {dropouts}" },
    more: { one: "Show more ({count} left)", other: "Show more ({count} left)" },
  },
  criteria: {
    caption: "Evaluation criteria",
    empty: "No evaluation criteria in this period",
    emptyText: "Criteria are defined per agent in ElevenLabs; their results come with the conversations.",
    name: "Criterion",
    rate: "Pass rate",
    change: "Change",
    noRationale: "No reason was given.",
    pass: "Passed",
    fail: "Failed",
    unknown: "Unknown",
  },
};
