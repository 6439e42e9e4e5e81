namespace Voicebot.Core.Demo;

/// <summary>What the voicebots are judged by and what they collect; texts in the language that their owner configured.</summary>
internal static class DemoCriteria
{
    public static readonly DemoCriterion[] Support =
    [
        new("powitanie", "Powitanie zgodne ze standardem", 0.98, 0.95, 0.01,
            "Asystentka przedstawiła się i podała nazwę firmy.",
            "Zabrakło przedstawienia się na początku rozmowy.",
            "Rozmowa jest zbyt krótka, by to ocenić."),
        new("sprawa_zalatwiona", "Sprawa załatwiona", 0.96, 0.06, 0.04,
            "Klient uzyskał to, po co zadzwonił.",
            "Sprawa pozostała otwarta na końcu rozmowy.",
            "Z zapisu nie wynika, czy sprawa została załatwiona."),
        new("weryfikacja_tozsamosci", "Weryfikacja tożsamości", 0.86, 0.62, 0.16,
            "Przed podaniem danych poproszono o numer klienta.",
            "Podano dane konta bez weryfikacji rozmówcy.",
            "W tej rozmowie weryfikacja nie była potrzebna."),
        new("empatia", "Empatia (0–100)", 0.93, 0.55, 0.03,
            "Ton był uprzejmy i cierpliwy.",
            "Asystentka nie zareagowała na zdenerwowanie klienta.",
            "Za mało wypowiedzi, by ocenić ton.", Numeric: true),
    ];

    public static readonly DemoDatum[] SupportData =
    [
        new("temat", "string", "Temat rozmowy",
            ["order_status", "invoice_question", "coverage_check", "technician_visit", "fault_report",
                "plan_change", "complaint_charge", "contract_end", "address_change", "roaming", "new_customer"]),
        new("numer_klienta", "string", "Numer klienta podany w rozmowie"),
        new("prosba_o_kontakt", "boolean", "Czy klient prosi o oddzwonienie"),
        new("liczba_wizyt", "integer", "Ile wizyt technika ustalono"),
        new("podana_cena", "number", "Cena podana klientowi, w złotych"),
    ];

    public static readonly DemoCriterion[] Payments =
    [
        new("cel_rozmowy", "Podany cel rozmowy", 0.97, 0.88, 0.03,
            "Cel rozmowy został jasno podany.",
            "Rozmówca nie dowiedział się, w jakiej sprawie dzwonimy.",
            "Rozmowa urwała się przed podaniem celu."),
        new("wlasciwa_osoba", "Potwierdzona tożsamość rozmówcy", 0.96, 0.80, 0.05,
            "Rozmówca potwierdził imię i nazwisko.",
            "Szczegóły podano bez potwierdzenia tożsamości.",
            "Nie wiadomo, kto odebrał połączenie."),
        new("uzyskana_deklaracja", "Uzyskana deklaracja", 0.95, 0.05, 0.05,
            "Rozmówca złożył jednoznaczną deklarację.",
            "Rozmówca niczego nie zadeklarował.",
            "Deklaracja jest niejednoznaczna."),
        new("uprzejmosc", "Uprzejmość (0–100)", 0.95, 0.74, 0.03,
            "Asystentka zachowała spokojny, uprzejmy ton.",
            "Wypowiedzi brzmiały jak naciskanie na rozmówcę.",
            "Za mało wypowiedzi, by ocenić ton.", Numeric: true),
    ];

    public static readonly DemoDatum[] PaymentsData =
    [
        new("deklaracja_wplaty", "boolean", "Czy rozmówca obiecał wpłatę"),
        new("termin_wplaty", "string", "Zadeklarowany dzień wpłaty, RRRR-MM-DD"),
        new("kwota", "number", "Kwota, której dotyczy rozmowa, w złotych"),
        new("powod_opoznienia", "string", "Powód podany przez rozmówcę"),
    ];

    public static readonly DemoCriterion[] Web =
    [
        new("question_answered", "Question answered", 0.96, 0.08, 0.04,
            "The visitor got the information they asked for.",
            "The main question was left open.",
            "It is not clear what the visitor wanted."),
        new("same_language", "Answered in the visitor's language", 0.99, 0.96, 0.01,
            "All answers are in the visitor's language.",
            "The assistant switched languages during the conversation.",
            "The visitor wrote too little to tell."),
        new("clarity", "Clarity (0–100)", 0.94, 0.56, 0.02,
            "The answers were short and concrete.",
            "The answers were vague or repeated.",
            "Too few answers to judge.", Numeric: true),
    ];

    public static readonly DemoDatum[] WebData =
    [
        new("topic", "string", "What the visitor asked about",
            ["order_status", "invoice_question", "coverage_check", "fault_report",
                "plan_change", "contract_end", "address_change", "roaming", "opening_hours", "new_customer"]),
        new("wants_contact", "boolean", "Visitor wants to be contacted"),
        new("devices", "integer", "Number of devices mentioned"),
        new("quoted_price", "number", "Price quoted, PLN"),
        new("email", "string", "E-mail address of the visitor"),
    ];
}

/// <summary>One success criterion with the three rationales that its judge may write.</summary>
/// <param name="Id">Key of the result.</param>
/// <param name="Name">What the configuration shows.</param>
/// <param name="PassWhenSuccessful">Share of passes, 0–1, in successful conversations.</param>
/// <param name="PassOtherwise">Share of passes, 0–1, in all others.</param>
/// <param name="Undecided">Share of unknown, 0–1.</param>
/// <param name="WhyPassed">Rationale of a pass.</param>
/// <param name="WhyFailed">Rationale of a fail.</param>
/// <param name="WhyUnknown">Rationale of unknown.</param>
/// <param name="Numeric">Scored 0–100; 60 and more passes.</param>
internal sealed record DemoCriterion(
    string Id, string Name, double PassWhenSuccessful, double PassOtherwise, double Undecided,
    string WhyPassed, string WhyFailed, string WhyUnknown, bool Numeric = false);

/// <summary>One collected datum; <see cref="Type"/> is the JSON schema's: string, boolean, integer or number.</summary>
internal sealed record DemoDatum(string Id, string Type, string Description, string[]? Allowed = null);
