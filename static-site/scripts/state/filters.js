/** Conditions of the conversation list, named as in the API. */
export const filterNames = [
  "search", "phone", "outcome", "status", "end_reason", "direction", "channel", "source", "language",
  "weekday", "hour", "tool", "tool_error", "rating", "rating_min", "rating_max", "rated", "duration_min", "duration_max", "cost_min", "cost_max",
  "criterion", "transferred", "handover", "dropout", "error", "cost_known", "cost_usd_known", "transcript", "deleted",
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
};

export const flags = ["transferred", "handover", "dropout", "error", "rated", "transcript", "deleted"];

/** Criterion ids may hold a colon; results do not. @param {string} text */
export function splitCriterion(text) {
  const at = text.lastIndexOf(":");
  return { id: text.slice(0, at), result: text.slice(at + 1) };
}

/** @param {string} id @param {string} result */
export const joinCriterion = (id, result) => `${id}:${result}`;
