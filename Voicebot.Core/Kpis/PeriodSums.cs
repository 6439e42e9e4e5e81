using Voicebot.Core.Data;
using Voicebot.Core.Figures;
using Voicebot.Core.Time;

namespace Voicebot.Core.Kpis;

/// <summary>Everything that the figures of one period are made of.</summary>
public sealed class PeriodSums
{
    private PeriodSums(DayFigures figures, Histogram durations, Histogram ratings, IReadOnlyDictionary<string, Tally> byCriterion)
    {
        Figures = figures;
        Durations = durations.Counted();
        Ratings = [.. ratings.Counted().Select(rating => (rating.Value / 1e6, rating.Count))];
        ByCriterion = byCriterion;
    }

    public DayFigures Figures { get; }

    /// <summary>Seconds ascending, each with how often it occurred.</summary>
    public IReadOnlyList<(long Seconds, long Count)> Durations { get; }

    /// <summary>1–5 ascending, each with how often it occurred.</summary>
    public IReadOnlyList<(double Rating, long Count)> Ratings { get; }

    /// <summary>Good passes, bad fails; by the criterion's id.</summary>
    public IReadOnlyDictionary<string, Tally> ByCriterion { get; }

    /// <summary>All criteria together.</summary>
    public Tally Criteria => ByCriterion.Values.Aggregate(default(Tally), (sum, one) => sum + one);

    public Sample Duration => Sample.Of([.. Durations.Select(one => ((double)one.Seconds, one.Count))]);

    public Sample Rating => Sample.Of(Ratings);

    /// <summary>Whole days.</summary>
    public static PeriodSums Of(PreparedConnection connection, AggregateScope scope) => new(
        DayFigures.Sum(AggregateStore.Days(connection, scope)),
        AggregateStore.HistogramOf(connection, Measure.Duration, scope),
        AggregateStore.HistogramOf(connection, Measure.Rating, scope),
        AggregateStore.Counts(connection, Dimension.Criterion, scope)
            .ToDictionary(row => row.Key, row => row.Tally, StringComparer.Ordinal));

    /// <summary>What was counted apart.</summary>
    internal static PeriodSums Of(DayAggregate counted) => new(
        counted.Figures,
        counted.HistogramOf(Measure.Duration),
        counted.HistogramOf(Measure.Rating),
        counted.Counts.Where(one => one.Key.Dimension == Dimension.Criterion)
            .ToDictionary(one => one.Key.Key, one => one.Value, StringComparer.Ordinal));

    /// <summary>
    /// Whole days, and of the last one what began before an instant: counted from the rows, as no figures are kept of parts of days.
    /// </summary>
    /// <param name="agentIds">None means all.</param>
    /// <param name="until">Unix seconds on the last day, exclusive.</param>
    public static PeriodSums Of(PreparedConnection connection, IReadOnlyList<string> agentIds, DateOnly from, DateOnly to, long until,
        ReportingZone zone)
    {
        var whole = new AggregateScope(agentIds, from.DayNumber, to.DayNumber - 1);
        var (figures, durations, ratings) = (
            DayFigures.Sum(AggregateStore.Days(connection, whole)),
            AggregateStore.HistogramOf(connection, Measure.Duration, whole),
            AggregateStore.HistogramOf(connection, Measure.Rating, whole));
        var criteria = AggregateStore.Counts(connection, Dimension.Criterion, whole)
            .ToDictionary(row => row.Key, row => row.Tally, StringComparer.Ordinal);
        var part = new DayAggregate();
        foreach (var conversation in CountedConversation.Between(connection, agentIds, zone.StartOf(to), until))
            ConversationCounting.Count(part, conversation, zone, 1);
        figures.Add(part.Figures);
        durations.Add(part.HistogramOf(Measure.Duration));
        ratings.Add(part.HistogramOf(Measure.Rating));
        foreach (var ((dimension, key), tally) in part.Counts)
            if (dimension == Dimension.Criterion)
                criteria[key] = criteria.GetValueOrDefault(key) + tally;
        return new PeriodSums(figures, durations, ratings, criteria);
    }
}
