import messages from "./messages.js";

export default {
  problems: {
    since: "Od {time}.",
    lastGood: "Ostatnie dane: {time}.",
    ofAgent: "{title}: {agent}",
    more: { one: "i jeszcze {count}", few: "i jeszcze {count}", many: "i jeszcze {count}", other: "i jeszcze {count}" },
    untitled: "Coś stoi na przeszkodzie",
    actions: {
      open_settings_key: "Sprawdź klucz", start_sync: "Synchronizuj teraz", retire_agent: "Wycofaj agenta", choose_zone: "Wybierz strefę",
      check_again: "Sprawdź ponownie",
    },
    titles: messages.titles,
    texts: messages.texts,
  },
};
