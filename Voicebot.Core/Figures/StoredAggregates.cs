using Voicebot.Core.Data;

namespace Voicebot.Core.Figures;

/// <summary>The daily figures of agents and days, as they are kept.</summary>
public sealed class StoredAggregates(PreparedConnection connection, AggregateScope scope) : Aggregates
{
    public override IReadOnlyList<DayFigures> Days() => AggregateStore.Days(connection, scope);

    public override IReadOnlyDictionary<string, DayFigures> ByAgent() => AggregateStore.ByAgent(connection, scope);

    public override IReadOnlyList<(string Key, long LocalDay, Tally Tally)> DailyCounts(string dimension) =>
        AggregateStore.DailyCounts(connection, dimension, scope);

    public override IReadOnlyList<(string Key, Tally Tally)> Counts(string dimension) =>
        AggregateStore.Counts(connection, dimension, scope);

    public override IEnumerable<(long LocalDay, byte[] Counts)> DailyHistograms(string measure) =>
        AggregateStore.DailyHistograms(connection, measure, scope);
}
