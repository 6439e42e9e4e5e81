export default {
  charts: {
    title: "Wykresy",
    showTable: "Pokaż jako tabelę",
    table: "Tabela",
    chart: "Wykres",
    showChart: "Pokaż jako wykres",
    empty: "Brak danych w tym okresie.",
    unavailable: "Wykresy są niedostępne",
    unavailableText: "Nie udało się wczytać biblioteki wykresów. Te same liczby są pokazane w tabelach.",
    conversations: "Rozmowy",
    share: "Udział",
    day: "Dzień",
    outcome: "Wynik",
    directionColumn: "Kierunek",
    csv: "CSV",
    csvOf: "CSV: {title}",
    funnel: {
      title: "Połączenia wychodzące", column: "Krok",
      steps: {
        dialled: "wybrane", answered: "odebrane", talked: "rozmowa z człowiekiem", successful: "sukces",
        voicemail: "poczta głosowa", busy: "zajęte", no_answer: "bez odpowiedzi", failed: "bez połączenia", unknown: "nie podano",
      },
      sentence: {
        one: "{count} wybrany numer: odebrane {answered}, rozmowa z człowiekiem {talked}, sukces {successful} ({share} wybranych).",
        few: "{count} wybrane numery: odebrane {answered}, rozmowa z człowiekiem {talked}, sukces {successful} ({share} wybranych).",
        many: "{count} wybranych numerów: odebrane {answered}, rozmowa z człowiekiem {talked}, sukces {successful} ({share} wybranych).",
        other: "{count} wybranego numeru: odebrane {answered}, rozmowa z człowiekiem {talked}, sukces {successful} ({share} wybranych).",
      },
      beside: "Obok: {list}.",
    },
    conversion: {
      title: "Konwersja",
      sentence: {
        one: "Z {count} zakończonej rozmowy: {list}.",
        few: "Z {count} zakończonych rozmów: {list}.",
        many: "Z {count} zakończonych rozmów: {list}.",
        other: "Z {count} zakończonych rozmów: {list}.",
      },
    },
    direction: {
      title: "Kierunek połączeń",
      sentence: { one: "Z {count} rozmowy: {list}.", few: "Z {count} rozmów: {list}.", many: "Z {count} rozmów: {list}.", other: "Z {count} rozmów: {list}." },
    },
    volume: {
      title: "Rozmowy dziennie",
      sentence: {
        one: "{count} rozmowa, średnio {perDay} dziennie; najwięcej {day}: {most}.",
        few: "{count} rozmowy, średnio {perDay} dziennie; najwięcej {day}: {most}.",
        many: "{count} rozmów, średnio {perDay} dziennie; najwięcej {day}: {most}.",
        other: "{count} rozmowy, średnio {perDay} dziennie; najwięcej {day}: {most}.",
      },
    },
    outcomes: { title: "Wyniki dziennie", sentence: "Sukces {success}, niepowodzenie {failed}, nieznany {unknown} w całym okresie." },
    duration: {
      title: "Średni czas rozmów dziennie", series: "Średni czas",
      sentence: "Średnio {average}; najdłużej {longestDay} ({longest}), najkrócej {shortestDay} ({shortest}).",
    },
    cost: { title: "Koszt dziennie", sentence: "Kredyty razem: {credits} ({usd}); najdroższy dzień to {day}, kredyty: {most}." },
    breakdownsTitle: "Szczegółowo",
    rest: { one: "jeszcze {count}", few: "jeszcze {count}", many: "jeszcze {count}", other: "jeszcze {count}" },
    durations: {
      title: "Jak długo trwają rozmowy", column: "Czas", open: "{from} i dłużej",
      sentence: {
        one: "Z {count} rozmowy: P50 {p50}, P90 {p90}, P95 {p95}. P90: dziewięć na dziesięć trwa najwyżej tyle.",
        few: "Z {count} rozmów: P50 {p50}, P90 {p90}, P95 {p95}. P90: dziewięć na dziesięć trwa najwyżej tyle.",
        many: "Z {count} rozmów: P50 {p50}, P90 {p90}, P95 {p95}. P90: dziewięć na dziesięć trwa najwyżej tyle.",
        other: "Z {count} rozmowy: P50 {p50}, P90 {p90}, P95 {p95}. P90: dziewięć na dziesięć trwa najwyżej tyle.",
      },
    },
    latency: {
      title: "Jak szybko odpowiada bot", column: "Czas do odpowiedzi", turns: "Wypowiedzi", open: "{from} i wolniej",
      sentence: {
        one: "Z {count} odpowiedzi głosowej: P50 {p50}, P90 {p90}, P95 {p95}. P90: dziewięć na dziesięć przychodzi nie wolniej.",
        few: "Z {count} odpowiedzi głosowych: P50 {p50}, P90 {p90}, P95 {p95}. P90: dziewięć na dziesięć przychodzi nie wolniej.",
        many: "Z {count} odpowiedzi głosowych: P50 {p50}, P90 {p90}, P95 {p95}. P90: dziewięć na dziesięć przychodzi nie wolniej.",
        other: "Z {count} odpowiedzi głosowych: P50 {p50}, P90 {p90}, P95 {p95}. P90: dziewięć na dziesięć przychodzi nie wolniej.",
      },
    },
    endReasons: { title: "Jak kończą się rozmowy", column: "Powód zakończenia", sentence: "Najczęściej: {list}." },
    languages: { title: "Języki", column: "Język", sentence: "Najczęściej: {list}." },
    sources: { title: "Źródła", column: "Źródło", sentence: "Najczęściej: {list}." },
    channels: {
      title: "Kanały", column: "Kanał",
      sentence: { one: "Z {count} rozmowy: {list}.", few: "Z {count} rozmów: {list}.", many: "Z {count} rozmów: {list}.", other: "Z {count} rozmów: {list}." },
    },
    tools: {
      title: "Narzędzia i ich błędy", column: "Narzędzie", calls: "Wywołania", worked: "Udane", errors: "Błędy", rate: "Odsetek błędów", withTool: "Rozmowy",
      sentence: {
        one: "{count} wywołanie narzędzi, z błędem {errors}; najwięcej błędów: {worst}.", few: "{count} wywołania narzędzi, z błędem {errors}; najwięcej błędów: {worst}.",
        many: "{count} wywołań narzędzi, z błędem {errors}; najwięcej błędów: {worst}.", other: "{count} wywołania narzędzi, z błędem {errors}; najwięcej błędów: {worst}.",
      },
      allGood: {
        one: "{count} wywołanie narzędzi, żadne z błędem.", few: "{count} wywołania narzędzi, żadne z błędem.",
        many: "{count} wywołań narzędzi, żadne z błędem.", other: "{count} wywołania narzędzi, żadne z błędem.",
      },
    },
  },
  heat: {
    title: "Kiedy zaczynają się rozmowy",
    caption: "Rozmowy według dnia tygodnia i godziny",
    weekday: "Dzień",
    fewer: "mniej",
    more: "więcej",
    cell: { one: "{day} {hour}: {count} rozmowa", few: "{day} {hour}: {count} rozmowy", many: "{day} {hour}: {count} rozmów", other: "{day} {hour}: {count} rozmowy" },
    sentence: {
      one: "Największy ruch: {day}, {hour} ({count} rozmowa).",
      few: "Największy ruch: {day}, {hour} ({count} rozmowy).",
      many: "Największy ruch: {day}, {hour} ({count} rozmów).",
      other: "Największy ruch: {day}, {hour} ({count} rozmowy).",
    },
  },
};
