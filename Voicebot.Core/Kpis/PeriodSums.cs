using Voicebot.Core.Figures;

namespace Voicebot.Core.Kpis;

/// <summary>Everything that the figures of one period are made of.</summary>
public sealed record PeriodSums
{
    private PeriodSums(DayFigures figures, Histogram durations, Histogram ratings, Histogram queueWaits,
        IReadOnlyDictionary<string, Tally> byCriterion)
    {
        Figures = figures;
        Durations = durations.Counted();
        Ratings = [.. ratings.Counted().Select(rating => (rating.Value / 1e6, rating.Count))];
        QueueWaits = queueWaits.Counted();
        ByCriterion = byCriterion;
    }

    public DayFigures Figures { get; }

    /// <summary>Seconds ascending, each with how often it occurred.</summary>
    public IReadOnlyList<(long Seconds, long Count)> Durations { get; }

    /// <summary>1–5 ascending, each with how often it occurred.</summary>
    public IReadOnlyList<(double Rating, long Count)> Ratings { get; }

    /// <summary>Milliseconds ascending, each with how often it occurred.</summary>
    public IReadOnlyList<(long Millis, long Count)> QueueWaits { get; }

    /// <summary>Null where they could not be counted.</summary>
    public RepeatedPeople? People { get; init; }

    /// <summary>Good passes, bad fails; by the criterion's id.</summary>
    public IReadOnlyDictionary<string, Tally> ByCriterion { get; }

    /// <summary>All criteria together.</summary>
    public Tally Criteria => ByCriterion.Values.Aggregate(default(Tally), (sum, one) => sum + one);

    public Sample Duration => Sample.Of([.. Durations.Select(one => ((double)one.Seconds, one.Count))]);

    public Sample Rating => Sample.Of(Ratings);

    /// <summary>Of no conversation.</summary>
    public static PeriodSums None { get; } = new(new DayFigures(), new Histogram(), new Histogram(), new Histogram(),
        new Dictionary<string, Tally>());

    public static PeriodSums Of(Aggregates aggregates) => new(
        DayFigures.Sum(aggregates.Days()),
        aggregates.HistogramOf(Measure.Duration),
        aggregates.HistogramOf(Measure.Rating),
        aggregates.HistogramOf(Measure.QueueWait),
        aggregates.Counts(Dimension.Criterion).ToDictionary(row => row.Key, row => row.Tally, StringComparer.Ordinal));
}
