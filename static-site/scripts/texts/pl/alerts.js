import messages from "./messages.js";

/** Alerty: co się stało, reguły i kanały. */
export default {
  alerts: {
    open: { one: "Trwa {count} alert.", few: "Trwają {count} alerty.", many: "Trwa {count} alertów.", other: "Trwa {count} alertu." },
    none: "Nic teraz nie trwa.",
    empty: "Nie było jeszcze alertów",
    emptyText: "Reguły sprawdzają dane po każdej synchronizacji i co minutę. Gdy coś znajdą, pojawi się tutaj i trafi na kanały.",
    noChannels: "Alerty widać tylko tutaj: nie ma jeszcze kanału, który by je wysyłał.",
    addChannel: "Dodaj kanał",
    rules: "Reguły",
    channels: "Kanały",
    addRule: "Nowa reguła",
    lasts: "trwa",
    lasted: "{from} – {to}",
    since: "od {time}",
    noDetails: "Reguła: {name}",
    moreRows: "Pokaż starsze",
    figure: {
      above: "{figure}: {value} ({days}{n}), powyżej {limit}.", below: "{figure}: {value} ({days}{n}), poniżej {limit}.",
      rises_by: "{figure}: wzrost o {value} ({days}{n}), próg {limit}.",
      falls_by: "{figure}: spadek o {value} ({days}{n}), próg {limit}.",
    },
    n: ", n = {n}",
    conversations: {
      one: "{count} rozmowa spełnia warunki.", few: "{count} rozmowy spełniają warunki.", many: "{count} rozmów spełnia warunki.",
      other: "{count} rozmowy spełnia warunki.",
    },
    silence: "Od {hours} godz. nie ma rozmów; w poprzednich tygodniach było w tych godzinach średnio {expected}.",
    budget: {
      spent: "{month}: wydano {amount}, czyli {percent} budżetu{who} ({budget}).",
      forecast: "{month}: koszt wyniesie około {amount}, czyli {percent} budżetu{who} ({budget}).",
      of: " agenta {agent}",
    },
    deliveries: {
      sent: "wysłano: {channels}", waiting: "czeka na wysłanie: {channels}", given_up: "nie wysłano: {channels}",
      dropped: "nie zdążono wysłać",
      nobody: "tylko na tej stronie",
    },
    openFirst: "Otwórz rozmowę",
    rule: {
      watched: "Wobec budżetu", spent: "to, co wydano", forecast: "prognoza miesiąca",
      percent: "Od ilu procent", percentHint: "Powiadamia raz w miesiącu o każdym budżecie. Budżety ustawia się w widoku Koszty.",
      name: "Nazwa", kind: "Co sprawdzać", figure: "Wskaźnik", operator: "Kiedy", value: "Wartość", days: "Z ilu dni",
      leastN: "Najmniej rozmów",
      leastNHint: "Gdy jest ich mniej, reguła niczego nie twierdzi.", view: "Warunki z widoku", hours: "Ile godzin", agents: "Agenci",
      channels: "Kanały", noneIsAll: "Nic nie zaznaczono: wszystkie.", told: "Kanały: {channels}", store: "Zapisz regułę",
      preview: "Sprawdź teraz",
      kept: "Zapisano regułę „{name}”.", removed: "Usunięto regułę „{name}”.",
      viewHint: "Warunki ustawia się na liście rozmów i zapisuje jako widok.",
      noViews: "Nie ma jeszcze widoków z warunkami.",
    },
    kinds: {
      budget: "budżet miesiąca",
      figure: "wskaźnik", conversations: "pojedyncze rozmowy", silence: "brak rozmów", problem: "kłopoty programu" },
    operators: { above: "powyżej", below: "poniżej", rises_by: "wzrośnie o co najmniej", falls_by: "spadnie o co najmniej" },
    units: { percent: "%", points: "p.p.", usd: "USD", seconds: "s", credits: "kredyty", absolute: "" },
    said: {
      budget: "wydano {percent}% budżetu", budgetForecast: "prognoza miesiąca sięga {percent}% budżetu",
      figure: "{figure} {operator} {value}, {days}", conversations: "rozmowy: {conditions}", silence: "brak rozmów od {hours} godz.",
      problem: "coś stoi na przeszkodzie: synchronizacja, klucz, dysk, dane",
    },
    days: { one: "z {count} dnia", few: "z {count} dni", many: "z {count} dni", other: "z {count} dnia" },
    previews: {
      alert: "Teraz byłby alert.", nothing: "Teraz nie byłoby alertu.", undecided: "Za mało danych, by teraz rozstrzygnąć.",
      caught: {
        one: "Z ostatnich 30 dni: {count} rozmowa.", few: "Z ostatnich 30 dni: {count} rozmowy.",
        many: "Z ostatnich 30 dni: {count} rozmów.",
        other: "Z ostatnich 30 dni: {count} rozmowy.",
      },
    },
    channel: {
      kind: "Rodzaj", name: "Nazwa", url: "Adres webhooka",
      urlHint: "Skopiuj go z Teams, Slacka lub swojego programu. Potem już go nie pokazujemy.",
      secret: "Sekret podpisu (nieobowiązkowy)", host: "Serwer poczty", port: "Port", security: "Szyfrowanie", user: "Użytkownik",
      password: "Hasło", from: "Nadawca", to: "Odbiorcy, po przecinku", language: "Język wiadomości",
      isPrivate: "Podawaj numery i tytuły rozmów",
      quietFrom: "Cisza od", quietTo: "do", store: "Zapisz kanał", test: "Wyślij próbę", taken: "Próba dotarła: {answer}",
      refused: "Próba nie dotarła: {answer}", kept: "Zapisano kanał „{name}”.", removed: "Usunięto kanał „{name}”.",
      none: "Nie ma jeszcze kanałów.", add: "Nowy kanał", quiet: "cisza {from}–{to}",
      stays: "Puste pole niczego nie zmienia.", noSecret: "brakuje sekretu, wpisz go ponownie",
    },
    channelKinds: { email: "E-mail", teams: "Microsoft Teams", slack: "Slack", webhook: "Webhook" },
    securities: { tls: "TLS od początku", starttls: "STARTTLS", none: "bez szyfrowania" },
    change: "Zmień", leave: "Porzuć", remove: "Usuń",
    ruleNames: messages.ruleNames,
    answers: {
      "This kind of channel is not known": "Ten rodzaj kanału nie jest znany.",
      "The channel has no address; enter it again": "Kanał nie ma adresu; wpisz go ponownie.",
      "No answer within # seconds": "Brak odpowiedzi w ciągu # s.",
      "This address lies inside a network, where alerts are not sent to. Set VOICEBOT_ALERT_TARGETS to anywhere if that is meant":
        "Ten adres leży wewnątrz sieci, a tam alertów się nie wysyła. Jeśli tak ma być, ustaw VOICEBOT_ALERT_TARGETS na anywhere.",
      "The name of this address is not known": "Nazwa w tym adresie nie jest znana.",
      "No secure connection: the certificate is not accepted": "Brak bezpiecznego połączenia: certyfikat nie został przyjęty.",
      "Nobody answers at this address": "Pod tym adresem nikt nie odpowiada.",
      "The connection broke off": "Połączenie się urwało.",
      "The channel's mail server or addresses are not complete; enter them again":
        "Serwer poczty lub adresy kanału są niepełne; wpisz je ponownie.",
      "The mail server did not answer within # seconds": "Serwer poczty nie odpowiedział w ciągu # s.",
      "The mail server refuses this user or password": "Serwer poczty nie przyjmuje tego użytkownika lub hasła.",
      "The mail server takes mail only from who signs in; enter a user and a password":
        "Serwer poczty przyjmuje listy tylko po zalogowaniu; wpisz użytkownika i hasło.",
      "The mail server offers no sign-in, or no encryption, of this kind; check security and user":
        "Serwer poczty nie ma takiego logowania lub szyfrowania; sprawdź szyfrowanie i użytkownika.",
      "No secure connection to the mail server: check security and port, and its certificate":
        "Brak bezpiecznego połączenia z serwerem poczty: sprawdź szyfrowanie, port i jego certyfikat.",
      "Nobody answers at the mail server's address, or it broke off":
        "Pod adresem serwera poczty nikt nie odpowiada albo połączenie się urwało.",
      "The digest has no mail channel any more; choose another one": "Podsumowanie nie ma już kanału poczty; wybierz inny.",
      "The digest's mail channel is switched off; switch it on, or choose another one":
        "Kanał poczty podsumowania jest wyłączony; włącz go albo wybierz inny.",
      "None of the digest's agents is configured any more; choose others":
        "Żaden z agentów podsumowania nie jest już skonfigurowany; wybierz innych.",
      "The program did not run when this was due, and days went by since":
        "Gdy był na to czas, program nie działał, a od tego czasu minęły dni.",
    },
  },
};
