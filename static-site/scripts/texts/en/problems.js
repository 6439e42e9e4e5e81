import messages from "./messages.js";

export default {
  problems: {
    since: "Since {time}.",
    lastGood: "Last data: {time}.",
    ofAgent: "{title}: {agent}",
    more: { one: "and {count} more", other: "and {count} more" },
    untitled: "Something stands in the way",
    actions: {
      open_settings_key: "Check the key", start_sync: "Synchronise now", retire_agent: "Retire the agent", choose_zone: "Choose the zone",
      check_again: "Check again",
    },
    titles: messages.titles,
    texts: messages.texts,
  },
};
