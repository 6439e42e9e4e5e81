using Voicebot.Core.Figures;

namespace Voicebot.Core.Kpis;

/// <summary>Says how each figure moved between two periods, and what may be claimed of it; pure.</summary>
public static class Comparer
{
    /// <summary>On both sides, so that a change is shown at all.</summary>
    public const int LeastN = 30;

    /// <summary>In percent; a larger change reads "more than tenfold".</summary>
    private const double MostPercent = 999;
    private const string Lead = "conversion_rate";
    private const string AllCriteria = "criteria_pass_rate";
    private const int MostClaims = 2;

    /// <summary>The figures whose change can be told, as <see cref="Figures"/> gives them.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Figures(PeriodSums.None, PeriodSums.None).Select(figure => figure.Name)];

    public static IReadOnlyList<FigureChange> Figures(PeriodSums now, PeriodSums before)
    {
        var (a, b) = (now.Figures, before.Figures);
        FigureChange Rate(string name, Func<DayFigures, long> part) => RateOfFinished(name, part, a, b);
        return
        [
            Rate(Lead, day => day.Successful),
            RateChange(AllCriteria, GoodWay.Of(AllCriteria), now.Criteria.Good, now.Criteria.Good + now.Criteria.Bad, before.Criteria.Good,
                before.Criteria.Good + before.Criteria.Bad),
            Rate("transfer_rate", day => day.Transfers),
            Rate("dropout_rate", day => day.Dropouts),
            MeanChange("avg_rating", "absolute", now.Rating, before.Rating),
            MeanChange("avg_duration_secs", "percent", now.Duration, before.Duration),
            MeanChange("avg_bot_messages", "percent", Sample.Of(a.Transcripts, a.BotMessages, a.BotMessagesSquared),
                Sample.Of(b.Transcripts, b.BotMessages, b.BotMessagesSquared)),
            MeanChange("avg_cost_per_session", "percent", Sample.Of(a.CostKnown, a.Cost, a.CostSquared),
                Sample.Of(b.CostKnown, b.Cost, b.CostSquared)),
            Told("total_cost", "sum", KpiCalculator.TotalCost(a), a.CostKnown, KpiCalculator.TotalCost(b), b.CostKnown),
            Told("total_cost_usd", "sum", KpiCalculator.TotalUsd(a), a.CostUsdKnown, KpiCalculator.TotalUsd(b), b.CostUsdKnown),
            Told("cost_usd_per_success", "ratio", KpiCalculator.UsdPerSuccess(a), a.Successful, KpiCalculator.UsdPerSuccess(b),
                b.Successful),
            Told("cost_usd_per_minute", "ratio", KpiCalculator.UsdPerMinute(a), a.DurationSum / 60, KpiCalculator.UsdPerMinute(b),
                b.DurationSum / 60),
            Rate("connection_rate", day => day.Done),
            Rate("error_rate", day => day.Errors),
            Told("total_conversations", "sum", a.Total, a.Total, b.Total, b.Total),
        ];
    }

    /// <summary>What the agents are set side by side by.</summary>
    public static IReadOnlyList<FigureChange> OfAgent(DayFigures now, DayFigures before) =>
    [
        RateOfFinished(Lead, day => day.Successful, now, before),
        RateOfFinished("dropout_rate", day => day.Dropouts, now, before),
    ];

    public static IReadOnlyList<FigureChange> Criteria(PeriodSums now, PeriodSums before) =>
    [
        .. now.ByCriterion.Keys.Union(before.ByCriterion.Keys).Order(StringComparer.Ordinal).Select(id =>
        {
            var (a, b) = (now.ByCriterion.GetValueOrDefault(id), before.ByCriterion.GetValueOrDefault(id));
            return RateChange(id, GoodWay.Of(AllCriteria), a.Good, a.Good + a.Bad, b.Good, b.Good + b.Bad);
        }),
    ];

    /// <summary>
    /// The same of two sides that have conversations in common: intervals of a difference hold for independent ones, so that changes are
    /// told and nothing is claimed of them.
    /// </summary>
    public static IReadOnlyList<FigureChange> Unjudged(IEnumerable<FigureChange> figures) =>
    [
        .. figures.Select(figure => figure.Judgement is Judgement.TooFew or Judgement.NotJudged ? figure
            : figure with { Low = null, High = null, IsStriking = false, Judgement = Judgement.Shared }),
    ];

    /// <param name="figures">As <see cref="Figures"/> gives them, the lead figure among them.</param>
    public static Verdict Verdict(IReadOnlyList<FigureChange> figures)
    {
        var lead = figures.Single(figure => figure.Name == Lead);
        var judged = lead.Judgement != Judgement.TooFew;
        var claims = figures.Where(figure => judged && figure != lead
            && figure is { IsStriking: true, Judgement: Judgement.Better or Judgement.Worse })
            .OrderByDescending(figure => figure.Distance).Take(MostClaims).ToList();
        return new Verdict
        {
            State = State(lead, claims),
            Lead = Lead,
            Claims = [.. claims.Select(figure => figure.Name)],
            Unchanged = [.. figures.Where(figure => judged && figure != lead
                && figure is { Judgement: Judgement.NoClearChange, Better: not null }).Select(figure => figure.Name)],
            N = lead.N,
            PreviousN = lead.PreviousN,
        };
    }

    private static string State(FigureChange lead, IReadOnlyList<FigureChange> claims) => lead.Judgement switch
    {
        _ when lead.N == 0 => "nothing",
        _ when lead.N < LeastN => "too_few",
        Judgement.TooFew => "no_comparison",
        Judgement.Better => claims.Any(claim => claim.Judgement == Judgement.Worse) ? "mixed" : "better",
        Judgement.Worse => claims.Any(claim => claim.Judgement == Judgement.Better) ? "mixed" : "worse",
        _ => "none",
    };

    private static FigureChange RateOfFinished(string name, Func<DayFigures, long> part, DayFigures now, DayFigures before) =>
        RateChange(name, GoodWay.Of(name), part(now), now.Finished, part(before), before.Finished);

    private static FigureChange RateChange(string name, string? better, long part, long whole, long partBefore, long wholeBefore)
    {
        var (value, previous) = (KpiCalculator.Percent(part, whole), KpiCalculator.Percent(partBefore, wholeBefore));
        var own = KpiCalculator.Interval(part, whole);
        var figure = new FigureChange
        {
            Name = name,
            Kind = "rate",
            Better = better,
            Unit = "points",
            Value = value,
            ValueLow = own?.Low,
            ValueHigh = own?.High,
            Previous = previous,
            N = whole,
            PreviousN = wholeBefore,
            Judgement = Judgement.TooFew,
        };
        if (whole < LeastN || wholeBefore < LeastN)
            return figure;
        // From the counts, not from the rounded rates.
        var change = 100.0 * part / whole - 100.0 * partBefore / wholeBefore;
        return Tested(figure, change, confidence => Intervals.RateDifference(part, whole, partBefore, wholeBefore, confidence) * 100);
    }

    private static FigureChange MeanChange(string name, string unit, Sample now, Sample before)
    {
        var figure = new FigureChange
        {
            Name = name,
            Kind = "mean",
            Better = GoodWay.Of(name),
            Unit = unit,
            N = now.Count,
            PreviousN = before.Count,
            Judgement = Judgement.TooFew,
            Value = now.Count == 0 ? null : Math.Round(now.Mean, 2),
            Previous = before.Count == 0 ? null : Math.Round(before.Mean, 2),
        };
        if (now.Count < LeastN || before.Count < LeastN || (unit == "percent" && before.Mean <= 0))
            return figure;
        var scale = unit == "percent" ? 100 / before.Mean : 1;
        return Tested(figure, (now.Mean - before.Mean) * scale, confidence => Intervals.MeanDifference(now, before, confidence) * scale);
    }

    private static FigureChange Tested(FigureChange figure, double change, Func<Confidence, Interval> interval)
    {
        var likely = interval(Confidence.Percent95);
        return figure with
        {
            Change = Math.Round(change, 2),
            Low = Math.Round(likely.Low, 2),
            High = Math.Round(likely.High, 2),
            MoreThanTenfold = IsTenfold(figure.Unit, change),
            IsStriking = !interval(Confidence.Percent99).HasZero,
            Judgement = likely.HasZero ? Judgement.NoClearChange
                : figure.Better is null ? Judgement.Changed
                : change > 0 == (figure.Better == GoodWay.Up) ? Judgement.Better : Judgement.Worse,
        };
    }

    private static FigureChange Told(string name, string kind, double? value, long n, double? previous, long previousN)
    {
        var isShown = n >= LeastN && previousN >= LeastN && value is not null && previous is > 0;
        double? change = isShown ? 100 * (value!.Value - previous!.Value) / previous.Value : null;
        return new FigureChange
        {
            Name = name,
            Kind = kind,
            Better = GoodWay.Of(name),
            Unit = "percent",
            Value = value,
            Previous = previous,
            N = n,
            PreviousN = previousN,
            Change = change is { } percent ? Math.Round(percent, 2) : null,
            MoreThanTenfold = change is { } much && IsTenfold("percent", much),
            Judgement = isShown ? Judgement.NotJudged : Judgement.TooFew,
        };
    }

    private static bool IsTenfold(string unit, double change) => unit == "percent" && Math.Abs(change) > MostPercent;
}
