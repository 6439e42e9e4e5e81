using Voicebot.Core.Figures;

namespace Voicebot.Tests.Support;

/// <summary>What was put together by hand, as the figures of one day.</summary>
internal sealed class OneDay(DayAggregate day) : Aggregates
{
    public override IReadOnlyList<DayFigures> Days() => [day.Figures];

    public override IReadOnlyDictionary<string, DayFigures> ByAgent() =>
        new Dictionary<string, DayFigures> { ["agent"] = day.Figures };

    public override IReadOnlyList<(string Key, long LocalDay, Tally Tally)> DailyCounts(string dimension) =>
        [.. Counts(dimension).Select(count => (count.Key, 0L, count.Tally))];

    public override IReadOnlyList<(string Key, Tally Tally)> Counts(string dimension) =>
        [.. day.Counts.Where(count => count.Key.Dimension == dimension).Select(count => (count.Key.Key, count.Value))];

    public override IEnumerable<(long LocalDay, byte[] Counts)> DailyHistograms(string measure) =>
        [(0, day.HistogramOf(measure).ToBytes())];
}
