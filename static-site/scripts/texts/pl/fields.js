/** What to put into a field, by its name in the API; shown when the server refuses it. */
export default {
  fields: {
    time_zone: "Podaj strefę czasową IANA, na przykład Europe/Warsaw.",
    retention_texts_days: "Podaj liczbę dni od 1 do 36500 albo pozostaw puste.",
    retention_phones_days: "Podaj liczbę dni od 1 do 36500 albo pozostaw puste.",
    start_date: "Początek nie może być późniejszy niż koniec ani leżeć w przyszłości.",
    end_date: "Podaj dzień jako RRRR-MM-DD.",
    api_key: "Wklej klucz tak, jak pokazuje go ElevenLabs, bez spacji i znaków specjalnych.",
    webhook_secret: "Wklej sekret tak, jak pokazuje go ElevenLabs, bez spacji i znaków specjalnych.",
    agents: "Podaj od 1 do 20 identyfikatorów agentów: litery, cyfry, „_” i „-”, każdy raz.",
    agent_id: "Identyfikator agenta składa się z liter, cyfr, „_” i „-”.",
    phone: "Podaj numer telefonu, co najmniej siedem cyfr.",
    access_key: "Wklej klucz dostępu w całości.",
  },
};
