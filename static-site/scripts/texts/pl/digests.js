/** Podsumowania: listy, które co tydzień lub co miesiąc mówią, jak poszło. */
export default {
  digests: {
    title: "Podsumowania e-mailem", open: "Podsumowania", add: "Nowe podsumowanie",
    none: "Nie ma jeszcze podsumowań. Podsumowanie mówi co tydzień lub co miesiąc, jak poszło: "
      + "wskaźniki, wykresy i to, co trzeba przejrzeć.",
    noChannel: "Podsumowania wysyła serwer poczty z kanału „E-mail”. Najpierw dodaj taki kanał.",
    channelGone: "Kanału poczty już nie ma. Wybierz inny, żeby podsumowanie było wysyłane.",
    name: "Nazwa, od niej zaczyna się temat", period: "Jak często", channel: "Kanał poczty", recipients: "Odbiorcy",
    recipientsHint: "Jeden w wierszu, za adresem język: anna@firma.pl pl", sendAt: "O której", store: "Zapisz podsumowanie",
    periods: { week: "co tydzień, w poniedziałek", month: "co miesiąc, pierwszego dnia" },
    next: "Następne: {time}", off: "Wyłączone", preview: "Podgląd",
    kept: "Zapisano podsumowanie „{name}”.", removed: "Usunięto podsumowanie „{name}”.",
    history: "Ostatnie: {state}",
    states: { sent: "wysłane", waiting: "czeka na wysłanie", given_up: "nie wysłano", skipped: "pominięte, bo minęło kilka dni" },
    attachment: "Załącznik: {name}, {size}", to: "Mój adres", send: "Wyślij do mnie teraz", taken: "Wysłano: {answer}",
    refused: "Nie wysłano: {answer}", asText: "To samo jako zwykły tekst",
  },
};
