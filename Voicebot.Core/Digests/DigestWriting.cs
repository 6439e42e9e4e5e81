using Voicebot.Core.Csv;
using Voicebot.Core.Kpis;

namespace Voicebot.Core.Digests;

/// <summary>Puts a digest into words, in Polish or English.</summary>
/// <param name="page">Where people open the dashboard; null where that is not known, and then there are no links.</param>
/// <param name="sender">The address that the letter comes from.</param>
internal sealed class DigestWriting(DigestContent content, ReportLanguage language, Uri? page, string sender)
{
    private const int MostRows = 5;
    private const int LeastJudged = 10;
    private const int MostNotes = 10;

    private readonly DigestNumbers numbers = new(language);
    private readonly KpiReport report = content.Report;

    /// <param name="attached">What became of the workbook.</param>
    public DigestDocument Write(DigestAttached attached)
    {
        var figures = new DigestFigures(report, language, numbers);
        var verdict = new DigestVerdict(content, language, numbers);
        var lead = figures.Lead();
        var (from, to) = (content.Period.From!.Value, content.Period.To!.Value);
        var name = Line(content.Name);
        return new DigestDocument
        {
            Language = language.Code,
            Name = name,
            Range = content.Period.Month is { } month ? numbers.MonthName(month, withYear: true) : numbers.Days(from, to),
            Subject = $"{name}: {(content.Period.Month is { } of ? numbers.MonthName(of, true) : numbers.Days(from, to, false))}"
                + (report.FinishedCount == 0 ? "" : language.Choose(", conversion ", ", konwersja ") + lead.Value
                    + (lead.Change is { } change ? $" ({change.TrimStart('▲', '▼', ' ')})" : "")),
            Agents = content.AgentNames.Count == 0 ? null : string.Join(", ", content.AgentNames.Select(Line)),
            Missing = content.IsIncomplete ? Missing() : null,
            Verdict = verdict.Lead(),
            Sentences = [.. verdict.More()],
            Compared = Compared(),
            Lead = lead,
            Groups = figures.Groups(),
            Charts = new DigestCharts(content, language, numbers).All(),
            AttentionTitle = language.Choose("What needs a look", "Do przejrzenia"),
            Attention = Attention(),
            Tables = [.. new[] { Agents(figures), Criteria(figures) }.OfType<DigestTable>()],
            NotesTitle = language.Choose("Notes on these days", "Notatki z tych dni"),
            Notes = [.. content.Notes.Take(MostNotes).Select(note => $"{numbers.Day(note.Day)}: {Line(note.Text)}")],
            Button = page is null ? null : new DigestItem(language.Choose("Open the report", "Otwórz raport"), Report(page)),
            Attached = Attached(attached),
            Footer = Footer(),
        };
    }

    private string Missing() => report.AsOf is { } asOf
        ? language.Choose(
            $"Data are known until {numbers.Moment(asOf)}; what came later is missing here. The last synchronisation did not succeed.",
            $"Dane są znane do {numbers.Moment(asOf)}; późniejszych tu brakuje. Ostatnia synchronizacja się nie udała.")
        : language.Choose("No synchronisation has succeeded so far, so data of this period may be missing.",
            "Żadna synchronizacja jeszcze się nie udała, więc danych z tego okresu może brakować.");

    private string? Compared()
    {
        if (report.Comparison is not { } comparison)
            return null;
        string One(DateOnly from, DateOnly to, DateTimeOffset? until) => numbers.Days(from, to)
            + (until is { } end ? language.Choose(" until ", " do ") + DigestNumbers.Time(end) : "");
        var now = One(comparison.From, comparison.To, comparison.Until);
        var before = One(comparison.PreviousFrom, comparison.PreviousTo, comparison.PreviousUntil);
        var (n, earlier) = (comparison.Verdict.N, comparison.Verdict.PreviousN);
        return language.Choose($"{now} compared with {before}", $"{now} wobec {before}") + " · "
            + language.Choose($"{numbers.Count(n)} and {numbers.Count(earlier)} finished conversations",
                $"{numbers.Count(n)} i {numbers.Count(earlier)} "
                    + numbers.Plural(earlier, "", "", "zakończona rozmowa", "zakończone rozmowy", "zakończonych rozmów"));
    }

    private List<DigestItem> Attention()
    {
        var items = new List<DigestItem>
        {
            content.Unseen == 0
                ? new(language.Choose("No conversation waits to be reviewed.", "Żadna rozmowa nie czeka na przejrzenie."), null, true)
                : new($"{numbers.Count(content.Unseen)} " + numbers.Plural(content.Unseen, "conversation waits to be reviewed",
                    "conversations wait to be reviewed", "rozmowa czeka na przejrzenie", "rozmowy czekają na przejrzenie",
                    "rozmów czeka na przejrzenie"), View("reviews")),
        };
        items.AddRange(content.Newest.Select(one => new DigestItem(
            string.Join(" · ", new[] { one.BeganAt is { } at ? numbers.Moment(at) : "", Line(one.Title) }.Where(part => part.Length > 0)),
            page is null ? null : new Uri(ConversationLink.Of(page, one.ConversationId)), true)));
        if (content.ToCallBack is { } people)
            items.Add(people == 0
                ? new(language.Choose("Nobody waits for a call back.", "Nikt nie czeka na oddzwonienie."), null, true)
                : new($"{numbers.Count(people)} " + numbers.Plural(people, "person waits for a call back", "people wait for a call back",
                    "osoba czeka na oddzwonienie", "osoby czekają na oddzwonienie", "osób czeka na oddzwonienie"), View("callbacks")));
        items.AddRange(content.Alerts.Take(MostRows).Select(alert => new DigestItem(
            language.Choose("Alert in this period: ", "Alert w tym okresie: ") + Line(alert.Rule)
            + (alert.Count > 1 ? $" ({numbers.Count(alert.Count)}×)" : ""), View("alerts"))));
        if (content.Alerts.Count == 0)
            items.Add(new(language.Choose("No alerts in this period.", "W tym okresie nie było alertów."), null, true));
        return items;
    }

    /// <summary>The weakest ones, where enough was judged; null where there are none.</summary>
    private DigestTable? Criteria(DigestFigures figures)
    {
        var changes = report.Comparison?.Criteria ?? [];
        var rows = report.CriteriaStats.Where(one => one.Pass + one.Fail >= LeastJudged)
            .OrderBy(one => DigestRates.Rate(one.Pass, one.Pass + one.Fail)).Take(MostRows).Select(one => (IReadOnlyList<string>)
            [
                Line(one.DisplayName ?? one.Name), numbers.Percent(DigestRates.Rate(one.Pass, one.Pass + one.Fail)),
                figures.Moved(changes.FirstOrDefault(change => change.Name == one.Id)), numbers.Count(one.Pass + one.Fail),
            ]).ToList();
        return rows.Count == 0 ? null : new DigestTable(language.Choose("Weakest criteria", "Najsłabsze kryteria"),
            [language.Choose("Criterion", "Kryterium"), language.Choose("Met", "Spełnione"), language.Choose("Change", "Zmiana"), "n"],
            rows);
    }

    private DigestTable? Agents(DigestFigures figures)
    {
        var rows = content.Agents.Where(one => one.Figures.TotalConversations > 0).Take(2 * MostRows).Select(one => (IReadOnlyList<string>)
        [
            Line(one.Name), numbers.Count(one.Figures.TotalConversations),
            numbers.Percent(DigestRates.Rate(one.Figures.SuccessfulCount, one.Figures.FinishedCount)),
            figures.Moved(one.Figures.Changes?.FirstOrDefault(change => change.Name == "conversion_rate")),
        ]).ToList();
        return rows.Count < 2 ? null : new DigestTable(language.Choose("Agents", "Agenci"),
            [language.Choose("Agent", "Agent"), language.Choose("Conversations", "Rozmowy"), language.Choose("Conversion", "Konwersja"),
                language.Choose("Change", "Zmiana")], rows);
    }

    private string Attached(DigestAttached attached) => attached switch
    {
        DigestAttached.Conversations => language.Choose("Attached: a workbook (.xlsx) with conversations, figures, days and criteria.",
            "W załączniku: skoroszyt (.xlsx) z rozmowami, wskaźnikami, dniami i kryteriami."),
        DigestAttached.FiguresForSize => language.Choose(
            "Attached: a workbook (.xlsx) with figures, days and criteria. With the conversations it would be too large for a mail; "
                + "export it from the dashboard.",
            "W załączniku: skoroszyt (.xlsx) ze wskaźnikami, dniami i kryteriami. Z rozmowami byłby za duży na e-mail; można go "
                + "wyeksportować z pulpitu."),
        _ => language.Choose("Attached: a workbook (.xlsx) with figures, days and criteria. It names no conversations.",
            "W załączniku: skoroszyt (.xlsx) ze wskaźnikami, dniami i kryteriami. Nie ma w nim rozmów."),
    };

    private List<string> Footer() =>
    [
        (report.AsOf is { } asOf ? language.Choose($"Data as of {numbers.Moment(asOf)}", $"Dane z {numbers.Moment(asOf)}") + " · " : "")
            + language.Choose($"zone {report.TimeZone}", $"strefa {report.TimeZone}")
            + language.Choose(" · ▲ ▼ a clear change, ≈ none, without a sign: not tested", " · ▲ ▼ wyraźna zmiana, ≈ brak wyraźnej, bez "
                + "znaku: nie badamy"),
        language.Choose(
            $"You get this letter because your address was entered in the Voicebot Dashboard under “{Line(content.Name)}”. To get it no "
                + $"more, ask whoever runs the dashboard; the letter comes from {sender}.",
            $"Ten list przychodzi, bo Twój adres wpisano w Voicebot Dashboard w podsumowaniu „{Line(content.Name)}”. Aby go nie "
                + $"dostawać, poproś o to osobę, która prowadzi pulpit; list przychodzi z adresu {sender}."),
    ];

    private Uri Report(Uri at)
    {
        var period = content.Period.Month is { } month ? $"month={month}"
            : $"from={content.Period.From:yyyy-MM-dd}&to={content.Period.To:yyyy-MM-dd}";
        var agents = content.AgentIds.Count == 0 ? "" : "&agent=" + Uri.EscapeDataString(string.Join(',', content.AgentIds));
        return new Uri(at, "?" + period + agents);
    }

    private Uri? View(string name) => page is null ? null : new Uri(page, "?view=" + name);

    /// <summary>Names are one line, whatever somebody typed in or a vendor sent.</summary>
    private static string Line(string text) => string.Concat(text.Select(sign => char.IsControl(sign) ? ' ' : sign)).Trim();
}
