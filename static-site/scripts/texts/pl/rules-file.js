/** Rules and targets to a file and from one. */
export default {
  rulesFile: {
    title: "Reguły w pliku",
    hint: "Reguły skrzynki i alertów oraz cele: jako kopia albo dla innej instalacji. Sekretów kanałów w nim nie ma.",
    give: "Zapisz do pliku", take: "Wczytaj z pliku", fileName: "Voicebot Dashboard, reguły",
    unknown: "To nie jest plik reguł, który ta wersja umie odczytać. Zapisz taki przyciskiem „Zapisz do pliku” i wczytaj właśnie jego.",
    stored: {
      one: "Zapisano {count} pozycję. To, co nosi tę samą nazwę, zostało zastąpione.",
      few: "Zapisano {count} pozycje. To, co nosi tę samą nazwę, zostało zastąpione.",
      many: "Zapisano {count} pozycji. To, co nosi tę samą nazwę, zostało zastąpione.",
      other: "Zapisano {count} pozycji. To, co nosi tę samą nazwę, zostało zastąpione.",
    },
    refused: {
      one: "Nie zapisano {count} pozycji:", few: "Nie zapisano {count} pozycji:", many: "Nie zapisano {count} pozycji:",
      other: "Nie zapisano {count} pozycji:",
    },
  },
};
