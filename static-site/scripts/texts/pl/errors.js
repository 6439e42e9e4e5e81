export default {
  title: "Nie udało się",
  titles: {
    kpis: "Nie udało się wczytać wskaźników",
    breakdowns: "Nie udało się wczytać podziałów",
    conversations: "Nie udało się wczytać rozmów",
    criteria: "Nie udało się wczytać kryteriów",
    segments: "Nie udało się wczytać porównania",
    reviews: "Nie udało się wczytać rozmów do przejrzenia",
    callbacks: "Nie udało się wczytać listy osób do oddzwonienia",
    money: "Nie udało się wczytać kosztów",
    archives: "Nie udało się wczytać archiwów",
    runs: "Nie udało się wczytać historii synchronizacji",
    audit: "Nie udało się wczytać dziennika zdarzeń",
  },
  again: "Ta strona spróbuje sama.",
  againIn: "Ta strona spróbuje sama za {time}.",
  noAnswer: "brak odpowiedzi",
  unexpected: "Serwer udzielił nieoczekiwanej odpowiedzi.",
  page: "Coś poszło nie tak na tej stronie: {detail}",
  network: "Nie można połączyć się z serwerem. Sprawdź, czy program działa i czy masz połączenie z siecią.",
  not_json: "Serwer odpowiedział czymś, co nie jest danymi. Czy adres API jest poprawny?",
  invalid_parameter: "Serwer nie przyjął jednej z wartości.",
  unknown_parameter: "Serwer nie zna jednego z parametrów.",
  invalid_json: "Serwer nie mógł odczytać żądania.",
  unsupported_content_type: "Serwer nie przyjmuje treści tego rodzaju.",
  not_configured: "Najpierw potrzebny jest klucz API i co najmniej jeden agent. Podaj je w ustawieniach.",
  no_data: "W tym okresie nie ma rozmów.",
  agent_not_found: "Ten agent nie jest tu skonfigurowany. Wybierz innego albo dodaj go w ustawieniach.",
  invalid_request: "Serwer nie zrozumiał żądania.",
  storage_failed: "Program nie mógł odczytać lub zapisać danych. Sprawdź wolne miejsce i uprawnienia do jego folderu danych.",
  storage_locked:
    "Bazę danych zajmuje inny program (przeglądarka baz, kopia zapasowa) albo długi eksport, więc nic nie dało się zapisać. "
    + "Zamknij ją tam albo poczekaj i spróbuj ponownie.",
  storage_unreachable:
    "Serwer bazy danych nie odpowiada. Program próbuje sam przy każdym żądaniu; jeśli serwer nie wraca, sprawdź, czy działa "
    + "i czy VOICEBOT_DATABASE jest poprawne.",
  storage_read_only: "Program nie może pisać w swoim folderze danych. Daj jego użytkownikowi prawo zapisu w tym folderze.",
  files_unreachable:
    "Magazyn archiwów i nagrań nie odpowiada. Sprawdź, czy to, co wskazuje VOICEBOT_FILES, jest osiągalne, i spróbuj ponownie.",
  files_refused:
    "Magazyn archiwów i nagrań nie wpuszcza programu. Sprawdź kontener, jego klucz i rolę aplikacji (VOICEBOT_FILES), "
    + "a potem spróbuj ponownie.",
  files_public:
    "Magazyn archiwów i nagrań może odczytać każdy, więc program go nie używa. Ustaw kontener jako prywatny albo wskaż inny w "
    + "VOICEBOT_FILES.",
  files_taken: "Na tym samym pliku pracuje inna instancja. Spróbuj ponownie za minutę.",
  disk_full: "Dysk z folderem danych jest pełny. Zwolnij miejsce: synchronizacje ruszą wtedy dalej same.",
  elevenlabs_network:
    "Zamiast ElevenLabs odpowiedziała zapora lub serwer proxy albo sieć nic nie przepuszcza. "
    + "Poproś dział IT o dopuszczenie adresu ElevenLabs. Synchronizacja spróbuje ponownie sama.",
  elevenlabs_certificate:
    "Certyfikat, który odpowiedział za ElevenLabs, nie jest tu zaufany. Jeśli firma "
    + "zagląda do szyfrowanego ruchu, podaj jej certyfikat główny w SSL_CERT_FILE.",
  elevenlabs_too_large:
    "ElevenLabs przysłał więcej, niż mieści jakakolwiek prawdziwa odpowiedź, "
    + "więc jej nie odczytano. Spróbuj ponownie; zgłoś, jeśli to się powtarza.",
  not_found: "Ten element już nie istnieje.",
  method_not_allowed: "Serwer nie pozwala na tę czynność.",
  host_not_allowed: "Program nie odpowiada pod tym adresem.",
  origin_not_allowed: "Ta strona nie może korzystać z API. Dodaj jej adres do VOICEBOT_ALLOWED_ORIGINS.",
  payload_too_large: "To zbyt wiele naraz dla serwera.",
  elevenlabs_key_refused: "ElevenLabs odrzucił klucz API. Sprawdź, czy skopiowano go w całości i czy jest nadal ważny.",
  elevenlabs_other_region: "Ten klucz działa w innym regionie niż wybrany. Wybierz ten region albo wklej inny klucz.",
  elevenlabs_permission_missing:
    "Klucz API nie ma potrzebnego uprawnienia. W ElevenLabs pozwól mu na odczyt rozmów i agentów (convai_read).",
  elevenlabs_quota: "Na koncie ElevenLabs skończyły się kredyty.",
  elevenlabs_rate_limited: "ElevenLabs ogranicza teraz liczbę zapytań. Spróbuj ponownie za minutę.",
  elevenlabs_unavailable: "Nie można teraz połączyć się z ElevenLabs. Spróbuj ponownie za kilka minut.",
  elevenlabs_unexpected: "ElevenLabs udzielił niezrozumiałej odpowiedzi.",
  archive_file_missing: "Pliku archiwum już nie ma. Zarchiwizuj miesiąc ponownie.",
  run_not_active: "Ta synchronizacja już się zakończyła.",
  details_failed: "Nie udało się odczytać szczegółów niektórych rozmów. Następna synchronizacja spróbuje ponownie.",
  key_sees_nothing:
    "Ten klucz nie widzi żadnej z zapisanych tu rozmów: inny obszar roboczy albo region? Niczego nie "
    + "usunięto. Sprawdź klucz i region w ustawieniach; agenta usuniętego w ElevenLabs można tam wycofać.",
  agent_retired: "Ten agent jest wycofany, więc ElevenLabs nie jest o niego pytany. Przywróć go w ustawieniach albo wybierz innego.",
  elevenlabs_agent_not_found:
    "ElevenLabs nie zna już tego agenta. Wszystko, co o nim zapisano, zostało. "
    + "Wycofaj go w ustawieniach: pozostanie w zestawieniach, ale nie będzie odpytywany.",
  list_incomplete: "Lista z ElevenLabs urwała się, więc może brakować rozmów. Następna synchronizacja odczyta ją ponownie.",
  time_limit:
    "Synchronizacja trwała zbyt długo i została zakończona. To, co odczytano, jest zapisane, a następna ruszy dalej od tego miejsca.",
  no_audio: "Nie ma nagrania tej rozmowy.",
  texts_forgotten: "Treść tej rozmowy została tu usunięta, a z nią nagranie.",
  not_at_elevenlabs: "ElevenLabs nie ma już tej rozmowy. To, co jest zapisane tutaj, pozostaje.",
  demo_not_possible: "Tutaj program nie może sam uruchomić się ponownie. Uruchom go na swoim komputerze z --demo.",
  sign_in_required: "Zaloguj się.",
  wrong_access_key: "To nie jest klucz dostępu. Skopiuj go jeszcze raz, w całości i bez spacji.",
  too_many_attempts: "Zbyt wiele błędnych kluczy.",
  too_many_numbers: "W tej godzinie zapytano już o zbyt wiele numerów. Spróbuj w następnej albo zapytaj właściciela.",
  not_allowed_for_viewer: "To może zrobić tylko właściciel.",
  view_outdated: "Widok zawiera warunek, którego nie można już użyć. Otwórz go na liście rozmów i zapisz na nowo.",
  view_name_taken: "Widok o tej nazwie już jest. Wybierz inną nazwę albo zmień tamten widok.",
  too_many_views: "Widoków jest już tyle, ile może być. Usuń jeden z nich.",
  changed_meanwhile: "Ktoś inny zmienił to w międzyczasie. Nic nie zapisano: zobacz, co jest teraz, i zdecyduj jeszcze raz.",
  rule_name_taken: "Reguła o tej nazwie już jest. Wybierz inną nazwę albo zmień tamtą regułę.",
  too_many_rules: "Reguł jest już tyle, ile może być. Usuń jedną z nich.",
  target_exists: "Ten wskaźnik ma już cel dla tego agenta. Zmień tamten cel.",
  too_many_targets: "Celów jest już tyle, ile może być. Usuń jeden z nich.",
  too_many_notes: "Notatek jest już tyle, ile może być. Usuń jedną z nich.",
  channel_name_taken: "Kanał o tej nazwie już jest. Wybierz inną nazwę albo zmień tamten kanał.",
  too_many_channels: "Kanałów jest już tyle, ile może być. Usuń jeden z nich.",
  digest_name_taken: "Podsumowanie o tej nazwie już jest. Wybierz inną nazwę albo zmień tamto podsumowanie.",
  too_many_digests: "Podsumowań jest już tyle, ile może być. Usuń jedno z nich.",
  query_too_broad: "Pasuje zbyt wiele. Zawęź okres lub warunki.",
  internal_error: "Błąd programu. Szczegóły są w jego dzienniku.",
};
