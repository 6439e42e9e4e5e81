using Voicebot.Core.Kpis;
using Voicebot.Core.Time;

namespace Voicebot.Core.Digests;

/// <summary>Says how the period went, by the same rules and in the same words as the page; pure.</summary>
internal sealed class DigestVerdict(DigestContent content, ReportLanguage language, DigestNumbers numbers)
{
    private readonly KpiReport report = content.Report;

    private static readonly string[] PolishInside =
    [
        "w styczniu", "w lutym", "w marcu", "w kwietniu", "w maju", "w czerwcu", "w lipcu", "w sierpniu", "we wrześniu",
        "w październiku", "w listopadzie", "w grudniu",
    ];

    public string Lead() => Sentence(report.Comparison is { } comparison ? Compared(comparison) : Alone());

    /// <summary>At most four further sentences.</summary>
    public IEnumerable<string> More()
    {
        if (report.UnknownCount * 2 > report.FinishedCount)
            yield return language.Choose(
                $"The outcome of {numbers.Count(report.UnknownCount)} of {Conversations(report.FinishedCount)} is unknown: neither a "
                    + "success nor a failure.",
                $"Nieznany wynik ma {numbers.Count(report.UnknownCount)} z {numbers.Count(report.FinishedCount)} "
                    + $"{numbers.Plural(report.FinishedCount, "", "", "rozmowy", "rozmów", "rozmów")}; nie liczy się ani jako sukces, ani "
                    + "jako niepowodzenie.");
        if (report.Comparison is not { } comparison)
            yield break;
        var claims = Claims(comparison).Where(claim => claim != Opposite(comparison)).Select(Claim).ToList();
        if (claims.Count > 0)
            yield return Sentence(string.Join(language.Choose(", and ", ", a "), claims) + ".");
        if (comparison.Verdict.State is not ("nothing" or "too_few") && Of(comparison, "total_conversations") is { } all)
            yield return language.Choose($"Volume: {Conversations(all.N)} compared with {numbers.Count(all.PreviousN)}.",
                $"Ruch: {Conversations(all.N)} wobec {numbers.Count(all.PreviousN)} "
                    + $"{numbers.Plural(all.PreviousN, "", "", "rozmowy", "rozmów", "rozmów")}.");
        var unchanged = comparison.Verdict.Unchanged.Select(Unchanged).OfType<string>().ToList();
        if (unchanged.Count > 0)
            yield return language.Choose($"No clear change: {List(unchanged)}.", $"Bez wyraźnej zmiany: {List(unchanged)}.");
    }

    private string Compared(Comparison comparison)
    {
        var verdict = comparison.Verdict;
        var lead = Of(comparison, verdict.Lead)!;
        var value = Value(lead);
        var change = numbers.Change(lead.Change ?? 0, lead.Unit, signed: false);
        var moved = lead.Change > 0
            ? language.Choose($"conversion rose by {change} to {value}", $"konwersja wzrosła o {change} do {value}")
            : language.Choose($"conversion fell by {change} to {value}", $"konwersja spadła o {change} do {value}");
        return verdict.State switch
        {
            "better" => language.Choose($"{Now} went better than {Before}: {moved}.", $"{Now} wypadł lepiej niż {Before}: {moved}."),
            "worse" => language.Choose($"{Now} went worse than {Before}: {moved}.", $"{Now} wypadł gorzej niż {Before}: {moved}."),
            "mixed" => Opposite(comparison) is { } claim
                ? language.Choose($"{moved}, but {Claim(claim)}.", $"{moved}, ale {Claim(claim)}.") : moved + ".",
            "none" => language.Choose($"{Now} went like {Before}: conversion {value}, no clear change.",
                $"{Now} wypadł jak {Before}: konwersja {value}, bez wyraźnej zmiany."),
            "no_comparison" => language.Choose(
                $"Conversion is {value}. The period before has too few conversations to compare: {numbers.Count(verdict.PreviousN)}, "
                    + $"{Comparer.LeastN} needed.",
                $"Konwersja wynosi {value}. Okres wcześniej ma za mało rozmów, by porównać: {numbers.Count(verdict.PreviousN)}, "
                    + $"potrzeba {Comparer.LeastN}."),
            "too_few" => language.Choose($"Too few conversations to judge {Judged}: {numbers.Count(verdict.N)}, {Comparer.LeastN} needed.",
                $"Za mało rozmów, by ocenić {Judged}: {numbers.Plural(verdict.N, "", "", "była", "były", "było")} "
                    + $"{numbers.Count(verdict.N)}, potrzeba {Comparer.LeastN}."),
            _ => Nothing(),
        };
    }

    private string Alone() => DigestRates.Of("conversion_rate", report) is { } rate
        ? language.Choose($"Conversion is {numbers.Percent(rate)}.", $"Konwersja wynosi {numbers.Percent(rate)}.") : Nothing();

    private string Nothing() => report.TotalConversations > 0
        ? language.Choose($"No conversation {Inside} is finished yet.", $"{Inside} żadna rozmowa nie jest jeszcze zakończona.")
        : language.Choose($"No conversations {Inside}.", $"{Inside} nie było rozmów.");

    private string Days => numbers.Days(content.Period.From!.Value, content.Period.To!.Value, withYear: false);

    private string Now => content.Period.Month is { } month
        ? numbers.MonthName(month, false) : language.Choose($"The week of {Days}", $"Tydzień {Days}");

    private string Before => content.Period.Month is { } month ? Lower(month.Previous) : language.Choose("the week before", "poprzedni");

    private string Judged => content.Period.Month is { } month
        ? Lower(month) : language.Choose($"the week of {Days}", $"tydzień {Days}");

    private string Inside => content.Period.Month is { } month
        ? language.Choose("in " + numbers.MonthName(month, false), PolishInside[month.Number - 1])
        : language.Choose($"in the week of {Days}", $"w tygodniu {Days}");

    /// <summary>As within a sentence: Polish months begin small.</summary>
    private string Lower(Month month) => numbers.MonthName(month, false) is var name && language == ReportLanguage.Polish
        ? char.ToLowerInvariant(name[0]) + name[1..] : name;

    private static IEnumerable<FigureChange> Claims(Comparison comparison) =>
        comparison.Verdict.Claims.Select(name => Of(comparison, name)).OfType<FigureChange>();

    private static FigureChange? Opposite(Comparison comparison) => comparison.Verdict.State == "mixed"
        ? Claims(comparison).FirstOrDefault(claim => claim.Judgement != Of(comparison, comparison.Verdict.Lead)!.Judgement) : null;

    private static FigureChange? Of(Comparison comparison, string name) =>
        comparison.Figures.FirstOrDefault(figure => figure.Name == name);

    private string Claim(FigureChange claim)
    {
        var isUp = claim.Change > 0;
        var change = numbers.Change(claim.Change ?? 0, claim.Unit);
        if (claim.Name == "avg_cost_per_session")
        {
            var size = numbers.Change(claim.Change ?? 0, claim.Unit, signed: false);
            return claim.MoreThanTenfold
                ? language.Choose("a conversation costs more than ten times as many credits",
                    "jedna rozmowa kosztuje ponad dziesięciokrotnie więcej kredytów")
                : language.Choose($"a conversation costs {size} {(isUp ? "more" : "fewer")} credits on average",
                    $"jedna rozmowa kosztuje średnio o {size} {(isUp ? "więcej" : "mniej")} kredytów");
        }
        var words = claim.Name switch
        {
            "criteria_pass_rate" => language.Choose($"criteria are met {(isUp ? "more" : "less")} often",
                $"kryteria oceny są spełniane {(isUp ? "częściej" : "rzadziej")}"),
            "dropout_rate" => language.Choose($"{(isUp ? "more" : "fewer")} conversations were abandoned",
                $"porzuconych rozmów jest {(isUp ? "więcej" : "mniej")}"),
            "avg_rating" => language.Choose($"callers rate {(isUp ? "higher" : "lower")}",
                $"rozmówcy oceniają {(isUp ? "wyżej" : "niżej")}"),
            "connection_rate" => language.Choose($"{(isUp ? "more" : "fewer")} calls connect",
                $"{(isUp ? "więcej" : "mniej")} połączeń jest udanych"),
            "error_rate" => language.Choose($"there are {(isUp ? "more" : "fewer")} technical errors",
                $"błędów technicznych jest {(isUp ? "więcej" : "mniej")}"),
            _ => claim.Name,
        };
        return $"{words} ({Value(claim)}, {change})";
    }

    private string Value(FigureChange figure) => figure.Name == "avg_rating"
        ? numbers.Hundredths(figure.Value) : numbers.Percent(DigestRates.Of(figure.Name, report) ?? figure.Value);

    private string? Unchanged(string name) => name switch
    {
        "criteria_pass_rate" => language.Choose("criteria met", "ocena kryteriów"),
        "dropout_rate" => language.Choose("abandoned", "porzucone"),
        "avg_rating" => language.Choose("rating", "ocena rozmówców"),
        "avg_cost_per_session" => language.Choose("credits per conversation", "kredyty na rozmowę"),
        "connection_rate" => language.Choose("connections", "połączenia"),
        "error_rate" => language.Choose("technical errors", "błędy techniczne"),
        _ => null,
    };

    private string List(IReadOnlyList<string> names) => names.Count < 2 ? names[0]
        : string.Join(", ", names.SkipLast(1)) + language.Choose(" and ", " i ") + names[^1];

    private string Conversations(long count) => $"{numbers.Count(count)} "
        + numbers.Plural(count, "conversation", "conversations", "rozmowa", "rozmowy", "rozmów");

    private static string Sentence(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
