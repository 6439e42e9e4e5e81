export default {
  dashboard: {
    emptyTitle: "Nie ma jeszcze rozmów",
    emptyText: "Pobierz rozmowy swoich agentów, aby zobaczyć tu wskaźniki.",
    emptyPeriodTitle: "Brak rozmów w tym okresie",
    emptyPeriodText: "Rozmowy są w innych miesiącach.",
    showMonth: "Pokaż {month}",
  },
  figures: {
    groups: { result: "Wynik", experience: "Doświadczenie", cost: "Koszt", technology: "Technika" },
    of: "{part} z {whole}",
    ofWhole: "z {whole}",
    interval: "przedział 95%: od {low} do {high}",
    takeLonger: "Wybierz dłuższy okres.",
    showLonger: { this_month: "Pokaż ten miesiąc", last_30_days: "Pokaż ostatnie 30 dni", all_time: "Pokaż wszystko od początku" },
  },
  kpi: {
    n: "n = {count}",
    nOf: "n = {count} z {all}",
    noValue: "brak wartości",
    open: "{name}: {value}. Pokaż, co jest liczone",
    explain: "Jak to jest liczone? {name}",
    counted: {
      finished: { one: "zakończona", few: "zakończone", many: "zakończonych", other: "zakończonej" },
      judged: { one: "oceniony wynik", few: "ocenione wyniki", many: "ocenionych wyników", other: "ocenionego wyniku" },
      withDuration: "ze znanym czasem",
      withTranscript: "z transkrypcją",
      withCost: "ze znanym kosztem",
      withUsd: "ze znanym kosztem w dolarach",
      successful: { one: "skuteczna rozmowa", few: "skuteczne rozmowy", many: "skutecznych rozmów", other: "skutecznej rozmowy" },
      minutes: "min",
      rated: "z oceną",
      days: { one: "dzień", few: "dni", many: "dni", other: "dnia" },
      all: { one: "rozmowa", few: "rozmowy", many: "rozmów", other: "rozmowy" },
    },
    conversion: {
      title: "Konwersja",
      unit: "",
      formula:
        "Rozmowy z wynikiem „sukces” ÷ rozmowy zakończone (status udana "
        + "lub nieudana). Nieznany wynik nie jest liczony jako niepowodzenie.",
    },
    connections: {
      title: "Połączenia", unit: "", done: "Udane", failed: "Nieudane", inProgress: "W toku",
      formula: "Rozmowy ze statusem „udana” ÷ rozmowy zakończone (udane i nieudane).",
    },
    scoring: {
      title: "Ocena kryteriów", unit: "", weakest: "Najsłabsze: {name}",
      formula: "Spełnione kryteria oceny ÷ kryteria spełnione i niespełnione, wszystkie razem. Wyniki nieznane są pominięte.",
    },
    duration: {
      title: "Czas rozmowy, średnio", unit: "", median: "Mediana", percentiles: "P90 / P95", extremes: "Min. / maks.",
      short: "Poniżej 30 s", long: "Powyżej 5 min",
      formula: "Średni czas rozmów dłuższych niż 0 s. P90: dziewięć na dziesięć trwa najwyżej tyle. Krótka trwa poniżej 30 s, długa "
      + "powyżej 300 s.",
    },
    transfers: {
      title: "Przekazania do konsultanta", unit: "", count: "Przekazane", handovers: "Między agentami",
      formula: "Rozmowy przekazane telefonicznie człowiekowi ÷ rozmowy zakończone. Przekazania innemu botowi są liczone osobno.",
    },
    dropouts: {
      title: "Porzucone", unit: "", count: "Porzucone",
      formula: "Rozmowy bez sukcesu, które przerwała druga strona (rozłączenie, utrata połączenia, cisza) ÷ rozmowy zakończone.",
    },
    messages: {
      title: "Wiadomości bota", unit: "na rozmowę", all: "Wszystkie wiadomości",
      formula: "Wypowiedzi bota z treścią, średnio na rozmowę z transkrypcją.",
    },
    cost: {
      title: "Kredyty na rozmowę", unit: "", total: "Razem, kredyty",
      formula: "Kredyty ÷ rozmowy o znanym koszcie. Kredyty i dolary podaje osobno ElevenLabs; nigdy nie są przeliczane.",
    },
    costTotal: {
      title: "Koszt razem",
      unit: "",
      average: "Średnio na rozmowę",
      formula: "Suma dolarów z rozmów, których koszt w dolarach jest znany.",
    },
    costPerSuccess: { title: "Na skuteczną rozmowę", unit: "", formula: "Wszystkie znane dolary ÷ rozmowy z wynikiem „sukces”." },
    costPerMinute: { title: "Za minutę", unit: "", formula: "Wszystkie znane dolary ÷ minuty rozmów." },
    errors: {
      title: "Błędy techniczne", unit: "", count: "Z błędem",
      formula: "Rozmowy nieudane lub ze zgłoszonym błędem ÷ rozmowy zakończone.",
    },
    rating: {
      title: "Ocena rozmówców", unit: "", stars: {
        one: "{count} gwiazdka",
        few: "{count} gwiazdki",
        many: "{count} gwiazdek",
        other: "{count} gwiazdki",
      },
      formula: "Średnia ocen 1–5 wystawionych przez rozmówców. Rozmowy bez oceny są pominięte.",
    },
    trends: {
      title: "Rozmowy dziennie", unit: "", busiest: "Najwięcej: {day}",
      formula: "Rozmowy ÷ dni okresu, które już nadeszły, razem z dniami bez rozmów.",
    },
    direction: {
      title: "Kierunek", unit: "", hint: "przych./wych./inne",
      formula: "Połączenia przychodzące i wychodzące według ElevenLabs. Rozmowy przez WWW i tekstowe to „inne”.",
    },
  },
  comparison: {
    title: "Agenci",
    hint: "kliknij nagłówek, aby sortować; kliknij agenta, aby zawęzić całą stronę",
    columns: {
      agent: "Agent", conversations: "Rozmowy", outcomes: "Wyniki", conversion: "Konwersja", mark: "Przedział 95% konwersji",
      change: "Zmiana",
      dropouts: "Porzucone", dropoutChange: "Zmiana", errors: "Błędy techn.", cost: "Kredyty na rozmowę", small: "Opis",
    },
    small: {
      one: "{count} rozmowa · porzucone {dropouts}",
      few: "{count} rozmowy · porzucone {dropouts}",
      many: "{count} rozmów · porzucone {dropouts}",
      other: "{count} rozmowy · porzucone {dropouts}",
    },
    more: {
      one: "Pokaż więcej (jeszcze {count})",
      few: "Pokaż więcej (jeszcze {count})",
      many: "Pokaż więcej (jeszcze {count})",
      other: "Pokaż więcej (jeszcze {count})",
    },
  },
  criteria: {
    caption: "Kryteria oceny",
    empty: "Brak kryteriów oceny w tym okresie",
    emptyText: "Kryteria ustala się dla agenta w ElevenLabs; ich wyniki przychodzą razem z rozmowami.",
    name: "Kryterium",
    rate: "Spełnienie",
    change: "Zmiana",
    noRationale: "Nie podano uzasadnienia.",
    pass: "Spełnione",
    fail: "Niespełnione",
    unknown: "Nieznane",
  },
};
