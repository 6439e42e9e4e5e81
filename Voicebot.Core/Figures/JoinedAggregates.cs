namespace Voicebot.Core.Figures;

/// <summary>Two sets that have no conversation in common, as one: whole days, say, and a part of the next.</summary>
public sealed class JoinedAggregates(Aggregates first, Aggregates second) : Aggregates
{
    public override IReadOnlyList<DayFigures> Days() =>
    [
        .. first.Days().Concat(second.Days()).GroupBy(day => day.LocalDay).OrderBy(day => day.Key)
            .Select(day => DayFigures.Sum(day).On(day.Key)),
    ];

    public override IReadOnlyDictionary<string, DayFigures> ByAgent() =>
        first.ByAgent().Concat(second.ByAgent()).GroupBy(agent => agent.Key, agent => agent.Value, StringComparer.Ordinal)
            .ToDictionary(agent => agent.Key, DayFigures.Sum, StringComparer.Ordinal);

    public override IReadOnlyList<(string Key, long LocalDay, Tally Tally)> DailyCounts(string dimension) =>
    [
        .. first.DailyCounts(dimension).Concat(second.DailyCounts(dimension)).GroupBy(count => (count.Key, count.LocalDay))
            .Select(count => (count.Key.Key, count.Key.LocalDay, Sum(count.Select(one => one.Tally))))
            .OrderBy(count => count.Key, StringComparer.Ordinal).ThenBy(count => count.LocalDay),
    ];

    public override IReadOnlyList<(string Key, Tally Tally)> Counts(string dimension) =>
    [
        .. first.Counts(dimension).Concat(second.Counts(dimension)).GroupBy(count => count.Key, count => count.Tally)
            .Select(count => (count.Key, Sum(count))).OrderBy(count => count.Key, StringComparer.Ordinal),
    ];

    public override IEnumerable<(long LocalDay, byte[] Counts)> DailyHistograms(string measure) =>
        first.DailyHistograms(measure).Concat(second.DailyHistograms(measure));

    private static Tally Sum(IEnumerable<Tally> tallies) => tallies.Aggregate(default(Tally), (sum, one) => sum + one);
}
