/** Ludzie, do których trzeba oddzwonić. */
export default {
  callbacks: {
    waiting: {
      one: "{count} osoba czeka na telefon", few: "{count} osoby czekają na telefon", many: "{count} osób czeka na telefon",
      other: "{count} osoby czeka na telefon",
    },
    left: {
      one: "czeka {count} osoba", few: "czekają {count} osoby", many: "czeka {count} osób", other: "czeka {count} osoby",
    },
    state: "Stan",
    states: { waiting: "Czekają", later: "Wrócą później", done: "Załatwione" },
    stateWithCount: {
      one: "{state}: {count}", few: "{state}: {count}", many: "{state}: {count}", other: "{state}: {count}",
    },
    daysLabel: "Z ilu ostatnich dni",
    lately: {
      one: "Z ostatniego dnia", few: "Z ostatnich {count} dni", many: "Z ostatnich {count} dni", other: "Z ostatnich {count} dni",
    },
    export: "Pobierz listę",
    today: "dzisiaj {time}",
    failed: {
      one: "{count} nieudana", few: "{count} nieudane", many: "{count} nieudanych", other: "{count} nieudanej",
    },
    reasons: {
      failure: "bez powodzenia", dropout: "porzucona", error: "błąd techniczny", wanted: "ktoś poprosił o telefon",
    },
    criteria: "niespełnione:",
    best: "Najlepiej:",
    bestOf: {
      one: "{part} z {count} rozmowy", few: "{part} z {count} rozmów", many: "{part} z {count} rozmów", other: "{part} z {count} rozmów",
    },
    days: { weekdays: "dni robocze", weekends: "weekendy" },
    did: {
      reached: "Oddzwoniono", no_answer: "Nie odebrano", done: "Załatwione", wanted: "Dodano ręcznie", waiting: "Przywrócono na listę",
    },
    tries: { one: "{count} próba", few: "{count} próby", many: "{count} prób", other: "{count} próby" },
    until: "Wróci na listę: {time}.",
    actions: { reached: "Oddzwoniono", no_answer: "Nie odbiera", done: "Załatwione", waiting: "Przywróć na listę", wanted: "Oddzwoń" },
    marked: {
      reached: "Oddzwoniono: {number}. Kolejna nieudana rozmowa przywróci tę osobę na listę.",
      no_answer: "Nie odbiera: {number}. Ta osoba sama wróci na listę.",
      done: "Załatwione: {number}.",
      waiting: "Znowu czeka: {number}.",
    },
    added: "Osoba z tej rozmowy czeka teraz na telefon.",
    wantHint: "Dodaj osobę z tej rozmowy do listy „Do oddzwonienia”",
    undone: "Cofnięto",
    refused: {
      conflict: "Ktoś inny zajął się już tą osobą. Niczego nie zapisano; spójrz na listę jeszcze raz.",
      missing: "Tej rozmowy już nie ma. Mogła zostać usunięta.",
      no_number: "W tej rozmowie nie ma numeru, na który można by oddzwonić.",
    },
    empty: { waiting: "Do nikogo nie trzeba oddzwaniać", later: "Nikt nie wróci później", done: "Nic jeszcze nie załatwiono" },
    emptyText: {
      waiting: {
        one: "Z każdą osobą, której rozmowa nie udała się dzisiaj, ktoś już rozmawiał.",
        few: "Z każdą osobą, której rozmowa nie udała się w ostatnich {count} dniach, ktoś już rozmawiał.",
        many: "Z każdą osobą, której rozmowa nie udała się w ostatnich {count} dniach, ktoś już rozmawiał.",
        other: "Z każdą osobą, której rozmowa nie udała się w ostatnich {count} dniach, ktoś już rozmawiał.",
      },
      later: "Tu czekają osoby, które nie odebrały. Po przerwie same wracają na listę.",
      done: "Tu są osoby, do których oddzwoniono, i te, do których nie trzeba było.",
    },
    behind: {
      one: "Za nimi czeka jeszcze {count}", few: "Za nimi czekają jeszcze {count}", many: "Za nimi czeka jeszcze {count}",
      other: "Za nimi czeka jeszcze {count}",
    },
    more: { one: "Jeszcze {count}", few: "Jeszcze {count}", many: "Jeszcze {count}", other: "Jeszcze {count}" },
    foot: "Kto później porozmawia z powodzeniem, sam znika z listy. Pokazanie numeru jest zapisywane w dzienniku.",
  },
};
