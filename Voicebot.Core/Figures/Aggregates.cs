namespace Voicebot.Core.Figures;

/// <summary>
/// What the figures of a set of conversations are made of, by agent, local day and dimension: as it is kept
/// (<see cref="StoredAggregates"/>), as it was counted from rows (<see cref="CountedAggregates"/>), or both together
/// (<see cref="JoinedAggregates"/>).
/// </summary>
public abstract class Aggregates
{
    /// <summary>One per local day that has any conversation, ascending, over all agents; day 0 holds those without a start.</summary>
    public abstract IReadOnlyList<DayFigures> Days();

    /// <summary>The sums of each agent that has any conversation.</summary>
    public abstract IReadOnlyDictionary<string, DayFigures> ByAgent();

    /// <summary>The sums of a dimension by key and local day, in this order.</summary>
    public abstract IReadOnlyList<(string Key, long LocalDay, Tally Tally)> DailyCounts(string dimension);

    /// <summary>The sums of a dimension by key, in the order of the keys.</summary>
    public abstract IReadOnlyList<(string Key, Tally Tally)> Counts(string dimension);

    /// <summary>Each day's histogram of a measure, as bytes (see <see cref="Histogram"/>); a day may come several times.</summary>
    public abstract IEnumerable<(long LocalDay, byte[] Counts)> DailyHistograms(string measure);

    /// <summary>That of all days together.</summary>
    public virtual Histogram HistogramOf(string measure)
    {
        var sum = new Histogram();
        foreach (var (_, counts) in DailyHistograms(measure))
            sum.Add(counts);
        return sum;
    }
}
