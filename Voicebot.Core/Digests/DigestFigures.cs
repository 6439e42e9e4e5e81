using Voicebot.Core.Kpis;

namespace Voicebot.Core.Digests;

/// <summary>The figures in their groups, as the report has them, each with its change and target; pure.</summary>
internal sealed class DigestFigures(KpiReport report, ReportLanguage language, DigestNumbers numbers)
{
    private const string Conversion = "conversion_rate";

    public DigestLine Lead() =>
        Line(Conversion, "Conversion", "Konwersja", "percent", one => one.ConversionRate, one => one.FinishedCount);

    public IReadOnlyList<DigestGroup> Groups() =>
    [
        new(language.Choose("Result", "Wynik"),
        [
            Line("total_conversations", "Conversations", "Rozmowy", "count", one => one.TotalConversations, null),
            Line("criteria_pass_rate", "Criteria met", "Ocena kryteriów", "percent", one => DigestRates.Of("criteria_pass_rate", one),
                one => one.CriteriaStats.Sum(criterion => criterion.Pass + criterion.Fail)),
            Line("transfer_rate", "Transfers to a human", "Przekazania do konsultanta", "percent", one => one.TransferRate,
                one => one.FinishedCount),
        ]),
        new(language.Choose("Experience", "Doświadczenie"),
        [
            Line("dropout_rate", "Abandoned", "Porzucone", "percent", one => one.DropoutRate, one => one.FinishedCount),
            Line("avg_rating", "Callers' rating (1–5)", "Ocena rozmówców (1–5)", "rating", one => one.AvgRating, one => one.RatingCount),
            Line("avg_duration_secs", "Duration, average", "Czas rozmowy, średnio", "duration", one => one.AvgDurationSecs,
                one => one.DurationCount),
        ]),
        new(language.Choose("Cost", "Koszt"),
        [
            Line("avg_cost_per_session", "Credits per conversation", "Kredyty na rozmowę", "credits", one => one.AvgCostPerSession,
                one => one.CostKnownCount),
            Line("total_cost", "Credits, total", "Kredyty razem", "credits", one => one.TotalCost, one => one.CostKnownCount),
            .. report.CostUsdKnownCount + (report.Previous?.CostUsdKnownCount ?? 0) == 0 ? [] : new[]
            {
                Line("total_cost_usd", "Cost, total", "Koszt razem", "dollars", one => one.TotalCostUsd, one => one.CostUsdKnownCount),
                Line("cost_usd_per_success", "Cost per success", "Na skuteczną rozmowę", "dollars_each",
                    one => one.CostUsdPerSuccess, one => one.SuccessfulCount),
            },
        ]),
        new(language.Choose("Technology", "Technika"),
        [
            Line("connection_rate", "Connections", "Połączenia", "percent", one => one.ConnectionRate, one => one.FinishedCount),
            Line("error_rate", "Technical errors", "Błędy techniczne", "percent", one => one.ErrorRate, one => one.FinishedCount),
        ]),
    ];

    /// <summary>How something moved, for a row of a table.</summary>
    public string Moved(FigureChange? change) => change is { Change: not null } ? Signed(change) : DigestNumbers.None;

    private DigestLine Line(string name, string english, string polish, string unit, Func<KpiFigures, double?> value,
        Func<KpiFigures, long>? n)
    {
        var change = report.Comparison?.Figures.FirstOrDefault(one => one.Name == name);
        var target = report.Targets.FirstOrDefault(one => one.Figure == name);
        var before = report.Previous is { } previous ? Shown(DigestRates.Of(name, previous) ?? value(previous), unit) : null;
        return new DigestLine
        {
            Name = language.Choose(english, polish),
            Value = Shown(DigestRates.Of(name, report) ?? value(report), unit),
            N = n is null ? null : $"n = {numbers.Count(n(report))}",
            Before = before is null or DigestNumbers.None ? null : language.Choose("before ", "wcześniej ") + before,
            Change = change is { Change: not null } ? Signed(change) : null,
            Interval = change switch
            {
                { Change: not null, Low: { } low, High: { } high } => numbers.Interval(low, high, change.Unit),
                { Change: null } => language.Choose(
                    $"too few to compare: n = {numbers.Count(change.N)} and n = {numbers.Count(change.PreviousN)}",
                    $"za mało, by porównać: n = {numbers.Count(change.N)} i n = {numbers.Count(change.PreviousN)}"),
                _ => null,
            },
            Judged = change is null ? null : Judged(change.Judgement),
            Tone = change?.Judgement switch { Judgement.Better => 1, Judgement.Worse => -1, _ => 0 },
            Target = target is null ? null : Aim(target, unit),
        };
    }

    private string Shown(double? value, string unit) => unit switch
    {
        "percent" => numbers.Percent(value),
        "rating" => numbers.Hundredths(value),
        "duration" => numbers.Duration(value),
        "credits" => numbers.Credits(value),
        "dollars" => numbers.Dollars(value, 2),
        "dollars_each" => numbers.Dollars(value, 3),
        _ => numbers.Count(value),
    };

    /// <summary>▲ ▼ for a clear change, ≈ for none, nothing where it is not tested.</summary>
    private string Signed(FigureChange change)
    {
        if (change.MoreThanTenfold)
            return language.Choose("more than tenfold", "ponad dziesięciokrotnie");
        var sign = change.Judgement switch
        {
            Judgement.Better or Judgement.Worse or Judgement.Changed => change.Change > 0 ? "▲ " : "▼ ",
            Judgement.NoClearChange => "≈ ",
            _ => "",
        };
        return sign + numbers.Change(change.Change ?? 0, change.Unit);
    }

    private string? Judged(string judgement) => judgement switch
    {
        Judgement.Better => language.Choose("better", "lepiej"),
        Judgement.Worse => language.Choose("worse", "gorzej"),
        Judgement.Changed => language.Choose("a clear change", "wyraźna zmiana"),
        Judgement.NoClearChange => language.Choose("no clear change", "bez wyraźnej zmiany"),
        _ => null,
    };

    private string Aim(FigureTarget target, string unit)
    {
        var aim = unit is "percent" ? numbers.Typed(target.Target) + "%" : Shown(target.Target, unit);
        var distance = target.Distance is { } away && target.Standing is FigureTargets.Met or FigureTargets.Missed
            ? numbers.Change(target.Distance ?? 0, unit == "percent" ? "points" : "absolute") : null;
        var words = target.Standing switch
        {
            FigureTargets.Met => language.Choose($"target {aim} met", $"cel {aim} osiągnięty"),
            FigureTargets.Missed => language.Choose($"target {aim} missed", $"cel {aim} nieosiągnięty"),
            _ => language.Choose($"target {aim}", $"cel {aim}"),
        };
        return distance is null ? words : $"{words} ({distance})";
    }
}
