/** Problems, and rules from the start. The server says the same in its messages, and reads this file: beside + in it stands only JSON. */
export default {
  "ruleNames": {
    "Something stands in the way": "Coś stoi na przeszkodzie",
    "No conversations for a day": "Dzień bez rozmów",
    "Many conversations break off": "Dużo rozmów się urywa",
    "Somebody rated 1 or 2": "Ktoś dał ocenę 1 lub 2"
  },
  "titles": {
    "data_stale": "Dane są nieaktualne",
    "sync_failed": "Ostatnia synchronizacja się nie powiodła",
    "elevenlabs_key_refused": "ElevenLabs odrzucił klucz API",
    "key_refused": "ElevenLabs odrzucił klucz API",
    "key_sees_nothing": "Ten klucz nie widzi agentów, których rozmowy są tu zapisane",
    "elevenlabs_permission_missing": "Kluczowi API brakuje uprawnienia",
    "elevenlabs_quota": "Konto ElevenLabs wykorzystało swoje kredyty",
    "elevenlabs_rate_limited": "ElevenLabs ogranicza liczbę zapytań",
    "elevenlabs_unavailable": "Nie można połączyć się z ElevenLabs",
    "elevenlabs_network": "Coś w sieci stoi między tym programem a ElevenLabs",
    "elevenlabs_certificate": "Sieć używa certyfikatu, którego ten program nie zna",
    "not_configured": "Potrzebny jest klucz API i agent",
    "elevenlabs_agent_not_found": "ElevenLabs nie ma już tego agenta",
    "list_incomplete": "Lista z ElevenLabs się urwała",
    "details_failed": "Części rozmów nie udało się odczytać",
    "time_limit": "Synchronizacja trwała zbyt długo",
    "storage_failed": "Program nie może odczytać lub zapisać swoich danych",
    "storage_locked": "Inny program zajmuje bazę danych",
    "storage_read_only": "Program nie może pisać w swoim folderze danych",
    "disk_full": "Dysk jest pełny",
    "disk_low": "Dysk jest prawie pełny",
    "data_will_not_last": "Te dane przepadną",
    "files_will_not_last": "Pliki archiwów przepadną",
    "files_unreachable": "Magazyn archiwów i nagrań nie odpowiada",
    "files_refused": "Magazyn archiwów i nagrań nie wpuszcza programu",
    "files_public": "Magazyn archiwów i nagrań może odczytać każdy",
    "journal_advised": "Baza potrzebuje innego dziennika",
    "local_disk_advised": "Dane leżą na dysku sieciowym",
    "database_damaged": "Baza danych jest uszkodzona",
    "zone_unknown": "Strefa czasowa raportów nie jest tu znana",
    "erasure_unfinished": "Usuwanie danych nie jest zakończone",
    "clock_wrong": "Zegar tego komputera źle chodził",
    "circuit_open": "Zapytania do ElevenLabs są wstrzymane",
    "internal_error": "W programie wystąpił błąd"
  },
  "texts": {
    "data_stale": "We wskaźnikach brakuje nowszych rozmów. Uruchom synchronizację; jeśli się nie uda, jej komunikat powie, co zrobić.",
    "sync_failed": "We wskaźnikach brakuje nowych rozmów. Uruchom synchronizację ponownie; jej historia mówi więcej.",
    "elevenlabs_key_refused": "Nowe rozmowy nie napływają. Podaj ważny klucz, w całości i bez spacji.",
    "key_refused": "Nowe rozmowy nie napływają. Podaj ważny klucz, w całości i bez spacji.",
    "key_sees_nothing":
      "Może należy do innego obszaru roboczego albo innego regionu. Wszystko, co zapisane, zostaje. Podaj właściwy klucz "
      + "albo wybierz region.",
    "elevenlabs_permission_missing": "W ElevenLabs zezwól mu na odczyt rozmów i agentów (convai_read) albo podaj inny klucz.",
    "elevenlabs_quota": "Sprawdź plan w ElevenLabs; synchronizacje ruszą potem same.",
    "elevenlabs_rate_limited": "Synchronizacja spróbuje ponownie sama.",
    "elevenlabs_unavailable": "Synchronizacja spróbuje ponownie sama.",
    "elevenlabs_network": "Zamiast niego odpowiedziała zapora albo serwer proxy. Zezwól temu komputerowi na połączenia z ElevenLabs.",
    "elevenlabs_certificate": "Wskaż certyfikaty firmy w SSL_CERT_FILE i uruchom program ponownie.",
    "not_configured": "Podaj klucz i wybierz agentów w ustawieniach.",
    "elevenlabs_agent_not_found": "Wycofaj go w ustawieniach; jego rozmowy zostaną we wszystkich zestawieniach.",
    "list_incomplete": "Może brakować rozmów. Następna synchronizacja odczyta ją jeszcze raz.",
    "details_failed": "Następna synchronizacja spróbuje je odczytać.",
    "time_limit": "To, co odczytała, jest zapisane. Uruchom ją ponownie; ruszy od tego miejsca.",
    "storage_failed": "Sprawdź wolne miejsce i uprawnienia do jego folderu danych.",
    "storage_locked": "Zamknij ją tam, na przykład w przeglądarce baz lub programie do kopii; zapis ruszy potem sam.",
    "storage_read_only": "Zezwól mu tam pisać; synchronizacje ruszą potem same.",
    "disk_full": "Nie można zapisać nic nowego. Zwolnij miejsce na dysku z folderem danych.",
    "disk_low": "Zwolnij miejsce na dysku z folderem danych, zanim zawiodą synchronizacje i kopie zapasowe.",
    "data_will_not_last":
      "Leżą na dysku, który Azure czyści przy każdym ponownym uruchomieniu. Wskaż trwały magazyn w VOICEBOT_DATA (jeśli to "
      + "udział sieciowy, ustaw też VOICEBOT_JOURNAL na truncate) albo serwer PostgreSQL w VOICEBOT_DATABASE.",
    "files_will_not_last":
      "Archiwa i nagrania leżą na dysku, który Azure czyści przy każdym ponownym uruchomieniu. Wskaż kontener obiektów "
      + "blob w VOICEBOT_FILES albo folder w trwałym magazynie.",
    "files_unreachable":
      "Nie można tworzyć ani pobierać archiwów, odtwarzać nagrań, a usuwanie danych czeka. Sprawdź, czy magazyn z "
      + "VOICEBOT_FILES jest osiągalny; praca ruszy potem sama.",
    "files_refused":
      "Nie można tworzyć ani pobierać archiwów, odtwarzać nagrań, a usuwanie danych czeka. Sprawdź kontener, jego klucz i "
      + "rolę aplikacji (VOICEBOT_FILES); praca ruszy potem sama.",
    "files_public": "Program nic tam nie zapisuje ani nie odczytuje. Ustaw kontener jako prywatny albo wskaż inny w VOICEBOT_FILES.",
    "journal_advised": "Dane leżą na dysku sieciowym, na którym zwykły dziennik może uszkodzić bazę. Ustaw VOICEBOT_JOURNAL na truncate.",
    "local_disk_advised": "Zerwane połączenie może tam uszkodzić bazę. Przenieś dane na dysk komputera i wskaż go w VOICEBOT_DATA.",
    "database_damaged": "Wskaźniki mogą być błędne. Zatrzymaj program i przywróć najnowszą kopię zapasową.",
    "zone_unknown": "Dopóki nie wybierzesz strefy ponownie, dni są liczone w innej.",
    "erasure_unfinished":
      "Część danych osobowych wciąż można odczytać. Usuwanie trwa samo; jeśli ten komunikat nie znika, sprawdź wolne "
      + "miejsce na dysku.",
    "clock_wrong": "Synchronizacja zakończyła się w przyszłości. Ustaw zegar, potem raz zsynchronizuj.",
    "circuit_open": "ElevenLabs wielokrotnie zawodził. Za chwilę ruszą same.",
    "internal_error": "Zajrzyj do dziennika programu i zgłoś, co w nim jest."
  }
};
