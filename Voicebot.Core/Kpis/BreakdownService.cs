using Voicebot.Core.Agents;
using Voicebot.Core.Conversations;
using Voicebot.Core.Figures;
using Voicebot.Core.Freshness;
using Voicebot.Core.Search;

namespace Voicebot.Core.Kpis;

/// <summary>Answers how the conversations of a filter divide, from the daily aggregates where they suffice, else from the rows.</summary>
public sealed class BreakdownService(FilteredReading reading, TimeProvider clock)
{
    private static readonly long[] DurationSteps = [0, 10, 30, 60, 120, 180, 300, 600, 1_200];
    private static readonly long[] LatencySteps = [0, 500, 1_000, 1_500, 2_000, 3_000, 5_000];

    /// <param name="agentId">The agents that were asked for, as they were written, or null for all.</param>
    /// <param name="comparePrevious">Whether it is wanted, too, how each agent moved since the period before.</param>
    /// <exception cref="QueryTooBroadException">Counting the rows would take too much work.</exception>
    public Breakdowns Report(ConversationFilter filter, string? agentId, bool comparePrevious = false,
        CancellationToken cancellation = default) => reading.Read(filter, state =>
    {
        var (connection, zone) = (state.Connection, state.Zone);
        var aggregates = FilteredAggregates.Of(state, filter);
        var compared = comparePrevious
            ? ComparedPeriods.Of(filter.Period, DataFreshness.DataUntil(connection, filter.AgentIds, clock), zone)
            : null;
        IReadOnlyList<Share> Shares(string dimension) =>
            [.. aggregates.Counts(dimension)
                .Select(row => new Share(row.Key.Length == 0 ? null : row.Key, row.Tally.Total)).OrderByDescending(share => share.Total)];
        return new Breakdowns
        {
            AgentId = agentId,
            Month = filter.Period.Month?.ToString(),
            From = filter.Period.From,
            To = filter.Period.To,
            TimeZone = zone.Id,
            TotalConversations = aggregates.Days().Sum(day => day.Total),
            Agents = AgentSums.Of(state, aggregates, filter, compared),
            EndReasons = Shares(Dimension.EndReason),
            Languages = Shares(Dimension.Language),
            Channels = Shares(Dimension.Channel),
            Sources = Shares(Dimension.Source),
            Statuses = Shares(Dimension.Status),
            Tools = [.. aggregates.Counts(Dimension.Tool).Select(row => Tool(row.Key, row.Tally))
                .OrderByDescending(tool => tool.Calls)],
            Tags = Tags(aggregates, TagNameStore.All(connection)),
            Versions = [.. aggregates.Counts(Dimension.Version).Select(row => Version(row.Key, row.Tally))
                .OrderByDescending(version => version.Total)],
            Campaigns = [.. aggregates.Counts(Dimension.Campaign).Select(row => new CampaignCount(row.Key, row.Tally.Total))
                .OrderByDescending(campaign => campaign.Count)],
            Transfers = [.. aggregates.Counts(Dimension.Transfer)
                .Select(row => new TransferCount(row.Key, row.Tally.Good, row.Tally.Total)).OrderByDescending(one => one.Count)],
            Durations = Durations(aggregates.HistogramOf(Measure.Duration).Counted()),
            ResponseLatency = Latency(aggregates.HistogramOf(Measure.ResponseTime).Counted()),
            CriteriaDaily = [.. aggregates.DailyCounts(Dimension.Criterion).Where(row => row.LocalDay > 0)
                .Select(row =>
                    new CriterionDay(row.Key, DateOnly.FromDayNumber((int)row.LocalDay), row.Tally.Good, row.Tally.Bad,
                        row.Tally.Total - row.Tally.Good - row.Tally.Bad))],
            RatingsDaily = RatingDays(aggregates.DailyHistograms(Measure.Rating)),
        };
    }, cancellation);

    private static IReadOnlyList<RatingDay> RatingDays(IEnumerable<(long LocalDay, byte[] Counts)> days)
    {
        var sums = new SortedDictionary<long, Histogram>();
        foreach (var (localDay, counts) in days.Where(day => day.LocalDay > 0))
        {
            if (!sums.TryGetValue(localDay, out var sum))
                sums[localDay] = sum = new Histogram();
            sum.Add(counts);
        }
        return [.. sums.Select(day => (day.Key, Ratings: day.Value.Counted())).Where(day => day.Ratings.Count > 0).Select(day =>
            new RatingDay(DateOnly.FromDayNumber((int)day.Key), day.Ratings.Sum(one => one.Count),
                Math.Round(day.Ratings.Sum(one => one.Value / 1e6 * one.Count), 2)))];
    }

    private static IReadOnlyList<TagCount> Tags(Aggregates aggregates, IReadOnlyDictionary<string, string> titles) =>
        [.. aggregates.Counts(Dimension.Tag).Select(row => new TagCount(row.Key, titles.GetValueOrDefault(row.Key), row.Tally.Total))
            .OrderByDescending(tag => tag.Count)];

    private static VersionFigures Version(string key, Tally tally)
    {
        var (branchId, versionId) = VersionKey.Read(key);
        return new VersionFigures(branchId, versionId, tally.Total, tally.Good + tally.Bad, tally.Good);
    }

    private static ToolStats Tool(string name, Tally tally) =>
        new(name, tally.Total, tally.Good, tally.Bad, tally.Good == 0 ? null : Math.Round(100.0 * tally.Bad / tally.Good, 2));

    private static DurationDistribution Durations(IReadOnlyList<(long Value, long Count)> counted) => new(
        counted.Sum(one => one.Count),
        Percentiles.Rounded(counted, 0.5),
        Percentiles.Rounded(counted, 0.9),
        Percentiles.Rounded(counted, 0.95),
        [.. Buckets(counted, DurationSteps).Select(bucket => new DurationBucket(bucket.From, bucket.To, bucket.Count))]);

    private static ResponseLatency Latency(IReadOnlyList<(long Value, long Count)> counted) => new(
        counted.Sum(one => one.Count),
        Percentiles.Rounded(counted, 0.5),
        Percentiles.Rounded(counted, 0.9),
        Percentiles.Rounded(counted, 0.95),
        [.. Buckets(counted, LatencySteps).Select(bucket => new LatencyBucket(bucket.From, bucket.To, bucket.Count))]);

    private static IEnumerable<(long From, long? To, long Count)> Buckets(IReadOnlyList<(long Value, long Count)> counted, long[] steps)
    {
        for (var i = 0; i < steps.Length; i++)
        {
            var from = steps[i];
            long? to = i + 1 < steps.Length ? steps[i + 1] : null;
            yield return (from, to, counted.Where(one => one.Value >= from && (to is null || one.Value < to)).Sum(one => one.Count));
        }
    }
}
