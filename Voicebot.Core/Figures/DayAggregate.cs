namespace Voicebot.Core.Figures;

/// <summary>Everything that is kept of one agent's local day, or a change of it.</summary>
public sealed class DayAggregate
{
    public DayFigures Figures { get; } = new();
    public Dictionary<(string Dimension, string Key), Tally> Counts { get; } = [];
    public Dictionary<string, Histogram> Histograms { get; } = new(StringComparer.Ordinal);

    public void Count(string dimension, string key, Tally tally)
    {
        var sum = Counts.GetValueOrDefault((dimension, key)) + tally;
        if (sum == default)
            Counts.Remove((dimension, key));
        else
            Counts[(dimension, key)] = sum;
    }

    /// <summary>True when both hold the same figures, counts and histograms.</summary>
    public bool IsSame(DayAggregate other) =>
        Figures == other.Figures
        && Counts.Count == other.Counts.Count
            && Counts.All(count => other.Counts.TryGetValue(count.Key, out var tally) && tally == count.Value)
        && Measure.All.All(measure => HistogramOf(measure).Counted().SequenceEqual(other.HistogramOf(measure).Counted()));

    public Histogram HistogramOf(string measure) =>
        Histograms.TryGetValue(measure, out var histogram) ? histogram : Histograms[measure] = new Histogram();
}

/// <summary>How many conversations, and what is good or bad of them: passes and fails, or calls and errors.</summary>
public readonly record struct Tally(long Total, long Good = 0, long Bad = 0)
{
    public static Tally operator +(Tally a, Tally b) => new(a.Total + b.Total, a.Good + b.Good, a.Bad + b.Bad);

    public static Tally operator *(int times, Tally tally) => new(times * tally.Total, times * tally.Good, times * tally.Bad);
}

/// <summary>What counts are kept by. A key is empty where the value is unknown.</summary>
public static class Dimension
{
    /// <summary>Good passes, bad fails.</summary>
    public const string Criterion = "criterion";
    /// <summary>Total conversations, good calls, bad errors among them.</summary>
    public const string Tool = "tool";
    /// <summary>Which data were collected, be they null or not.</summary>
    public const string Datum = "datum";
    public const string EndReason = "end_reason";
    public const string Language = "language";
    public const string Channel = "channel";
    public const string Source = "source";
    public const string Status = "status";
    /// <summary>Versions of agents (see <see cref="VersionKey"/>); good successful, bad finished otherwise.</summary>
    public const string Version = "version";
    public const string Campaign = "campaign";
    public const string Tag = "tag";
    /// <summary>Result types of transfers; total conversations, good results.</summary>
    public const string Transfer = "transfer";
    /// <summary>Parts of the cost (see <see cref="CostPart"/>); good billionths of a dollar. Kept of days only.</summary>
    public const string CostPart = "cost_part";

    /// <summary>Those of which a conversation has one value.</summary>
    public static IReadOnlyList<string> OfOneValue { get; } = [EndReason, Language, Channel, Source, Status, Version, Campaign];

    public static IReadOnlyList<string> All { get; } = [Criterion, Tool, Datum, Tag, Transfer, CostPart, .. OfOneValue];

    /// <summary>False where most conversations have none: these are not counted.</summary>
    public static bool CountsUnknown(string dimension) => dimension is not (Version or Campaign);
}

/// <summary>What histograms are kept of.</summary>
public static class Measure
{
    /// <summary>Seconds, over 0.</summary>
    public const string Duration = "duration";
    /// <summary>Millionths, so that ratings with a fraction are kept as they came.</summary>
    public const string Rating = "rating";
    /// <summary>Milliseconds that users waited for a turn of the agent.</summary>
    public const string ResponseTime = "response_time";
    /// <summary>Local hour of the start, 0–23.</summary>
    public const string Hour = "hour";
    /// <summary>Milliseconds in the queue, over 0.</summary>
    public const string QueueWait = "queue_wait";

    public static IReadOnlyList<string> All { get; } = [Duration, Rating, ResponseTime, Hour, QueueWait];
}
