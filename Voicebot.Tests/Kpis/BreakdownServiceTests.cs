using CsCheck;
using Voicebot.Core.Conversations;
using Voicebot.Core.Kpis;
using Voicebot.Core.Time;
using Voicebot.Tests.Data;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Kpis;

/// <summary>The breakdowns equal a naive count over the same conversations.</summary>
public sealed class BreakdownServiceTests : IDisposable
{
    private static readonly ReportingZone Zone = ReportingZone.Find("Europe/Warsaw")!;
    private readonly TestDatabase test = new(options => options with { TimeZone = Zone });

    public BreakdownServiceTests() => test.Settings.ApplyZone();

    public void Dispose() => test.Dispose();

    [Fact]
    public void Report_RandomConversations_EqualsANaiveCount() => Gen.Select(RandomConversations.Any, Gen.Bool).Sample(
        (conversations, everything) =>
        {
            test.EraseAll();
            test.Store(conversations);
            var month = new Month(2026, 10);

            var report = new BreakdownService(test.Reading, TimeProvider.System)
                .Report(new ConversationFilter
                {
                    AgentIds = ["agent_a", "agent_b"],
                    Period = everything ? Period.AllTime : Period.Of(month)
                }, "agent_a,agent_b");

            var counted = conversations.Where(one => one.AgentId != "agent_c"
                && (everything || (one.StartTime is { } start && Month.Of(Zone.Day(start)) == month))).ToList();
            Assert.Equal(counted.Count, report.TotalConversations);
            Assert.Equal(Shares(counted.Select(one => one.EndReason.ToText())),
                report.EndReasons.OrderBy(share => share.Key, StringComparer.Ordinal));
            Assert.Equal(Shares(counted.Select(one => one.Status)), report.Statuses.OrderBy(share => share.Key, StringComparer.Ordinal));
            Assert.Equal(counted.Count == 0 ? [] : [new Share(null, counted.Count)], report.Languages);
            Assert.Equal(report.EndReasons.Select(share => share.Total).OrderDescending(), report.EndReasons.Select(share => share.Total));
            CheckTools(counted, report);
            CheckOrigins(counted, report);
            CheckAgents(counted, report);
            CheckDistributions(counted, report);
            Assert.Equal(
                counted.Where(one => one.StartTime is not null)
                    .SelectMany(one =>
                        one.Criteria.Select(criterion => (criterion.CriterionId, Day: Zone.Day(one.StartTime!.Value), criterion.Result)))
                    .GroupBy(one => (one.CriterionId, one.Day)).OrderBy(group => group.Key)
                    .Select(group =>
                        new CriterionDay(group.Key.CriterionId, group.Key.Day, group.Count(one => one.Result == "success"),
                            group.Count(one => one.Result == "failure"), group.Count(one => one.Result is not ("success" or "failure")))),
                report.CriteriaDaily.OrderBy(day => (day.Id, day.Date)));
        },
        iter: 60,
        threads: 1);

    private static void CheckOrigins(List<Conversation> counted, Breakdowns report)
    {
        Assert.Equal(counted.SelectMany(one => one.Tags).CountBy(tag => tag).Select(tag => new TagCount(tag.Key, null, tag.Value))
            .OrderBy(tag => tag.TagId, StringComparer.Ordinal), report.Tags.OrderBy(tag => tag.TagId, StringComparer.Ordinal));
        Assert.Equal(counted.Where(one => one.CampaignId is not null).CountBy(one => one.CampaignId!)
            .Select(one => new CampaignCount(one.Key, one.Value)).ToHashSet(), report.Campaigns.ToHashSet());
        Assert.Equal(counted.Where(one => one.BranchId is not null || one.VersionId is not null)
            .GroupBy(one => (one.BranchId, one.VersionId))
            .Select(one => new VersionFigures(one.Key.BranchId, one.Key.VersionId, one.Count(), one.Count(c => c.Finished),
                one.Count(c => c.Finished && c.CallSuccessful == "success"))).ToHashSet(), report.Versions.ToHashSet());
        Assert.Equal(counted.SelectMany(one => one.Transfers).GroupBy(one => one.ResultType)
            .Select(one => new TransferCount(one.Key, one.Sum(each => each.Count), one.Count())).ToHashSet(),
            report.Transfers.ToHashSet());
        Assert.Equal(report.Tags.Select(tag => tag.Count).OrderDescending(), report.Tags.Select(tag => tag.Count));
    }

    /// <summary>Each step belongs to the bar that begins with it.</summary>
    [Fact]
    public void Report_ValuesAtTheSteps_FallIntoTheBarsThatBeginThere()
    {
        test.Store(
            A.Conversation("a") with
            {
                DurationSeconds = 10,
                ResponseTimes = [0, 499, 500, 999, 1_000, 1_499, 1_500, 1_999, 2_000, 2_999, 3_000, 4_999, 5_000, 60_000],
            },
            A.Conversation("b") with
            {
                DurationSeconds = 9,
            }, A.Conversation("c") with { DurationSeconds = 29 }, A.Conversation("d") with { DurationSeconds = 30 },
            A.Conversation("e") with
            {
                DurationSeconds = 1_199,
            }, A.Conversation("f") with { DurationSeconds = 1_200 }, A.Conversation("g") with { DurationSeconds = 0 });

        var report = Report();

        Assert.Equal(
            [(0, 500, 2), (500, 1_000, 2), (1_000, 1_500, 2), (1_500, 2_000, 2), (2_000, 3_000, 2), (3_000, 5_000, 2),
                (5_000, (long?)null, 2)],
            report.ResponseLatency.Buckets.Select(bucket => (bucket.FromMs, bucket.ToMs, bucket.Count)));
        Assert.Equal([1, 2, 1, 0, 0, 0, 0, 1, 1], report.Durations.Buckets.Select(bucket => bucket.Count));
        Assert.Equal([0, 10, 30, 60, 120, 180, 300, 600, 1_200], report.Durations.Buckets.Select(bucket => bucket.FromSecs));
        Assert.Equal(6, report.Durations.Count);
    }

    /// <summary>Percentiles as Excel's PERCENTILE.INC gives them, with two decimals, of seconds and of milliseconds.</summary>
    [Fact]
    public void Report_Distributions_TellTheMiddleAndTheLongest()
    {
        test.Store(Enumerable.Range(1, 12).Select(number => A.Conversation($"c{number}") with
        {
            DurationSeconds = number * 10,
            ResponseTimes = [number * 100],
        }));

        var report = Report();

        Assert.Equal((12, 65.0, 109.0, 114.5),
            (report.Durations.Count, report.Durations.P50Secs, report.Durations.P90Secs, report.Durations.P95Secs));
        Assert.Equal((12, 650.0, 1_090.0, 1_145.0), (report.ResponseLatency.Count, report.ResponseLatency.P50Ms,
            report.ResponseLatency.P90Ms, report.ResponseLatency.P95Ms));
    }

    [Fact]
    public void Report_Nothing_HasNoPercentilesAndEmptyBars()
    {
        var report = Report();

        Assert.Equal((0, null, null, null),
            (report.Durations.Count, report.Durations.P50Secs, report.Durations.P90Secs, report.Durations.P95Secs));
        Assert.Equal((0, null), (report.ResponseLatency.Count, report.ResponseLatency.P50Ms));
        Assert.All(report.Durations.Buckets, bucket => Assert.Equal(0, bucket.Count));
        Assert.Empty(report.Agents);
        Assert.Empty(report.Tools);
        Assert.Empty(report.RatingsDaily);
    }

    /// <summary>The most called first; the rate is of the calls, with two decimals.</summary>
    [Fact]
    public void Report_Tools_AreOrderedByCallsWithTheirRateOfErrors()
    {
        test.Store(
            A.Conversation("a") with { Tools = [("seldom", 1, 0), ("often", 4, 1), ("sometimes", 3, 1)] },
            A.Conversation("b") with { Tools = [("often", 2, 1), ("not called", 0, 0)] });

        Assert.Equal(
            [new("often", 2, 6, 2, 33.33), new("sometimes", 1, 3, 1, 33.33), new("seldom", 1, 1, 0, 0),
                new ToolStats("not called", 1, 0, 0, null)],
            Report().Tools);
    }

    /// <summary>Several ratings of a day are a sum, with two decimals; days go up, those without a rating are left out.</summary>
    [Fact]
    public void Report_Ratings_AreSumsOfDays()
    {
        var day = new DateOnly(2026, 10, 24);
        test.Store(
            A.Conversation("late") with { StartTime = Zone.StartOf(day.AddDays(2)), Rating = 5 },
            A.Conversation("a") with { StartTime = Zone.StartOf(day), Rating = 4.333 },
            A.Conversation("b") with { StartTime = Zone.EndOf(day) - 1, Rating = 1.333 },
            A.Conversation("c") with { StartTime = Zone.StartOf(day) + 1, Rating = 1.333 },
            A.Conversation("unrated") with { StartTime = Zone.StartOf(day.AddDays(1)) },
            A.Conversation("undated") with { StartTime = null, Rating = 3 });

        Assert.Equal([new(day, 3, 7), new RatingDay(day.AddDays(2), 1, 5)], Report().RatingsDaily);
        test.Store(A.Conversation("c") with { StartTime = Zone.StartOf(day) + 1, Rating = 1.363 });
        Assert.Equal(7.03, Report().RatingsDaily[0].Sum);
    }

    /// <summary>What is not known is a share of its own; the largest comes first.</summary>
    [Fact]
    public void Report_Shares_AreOfEachKindAndUnknownIsNull()
    {
        test.Store(
            A.Conversation("a") with { MainLanguage = "pl", Channel = Channel.Web, Source = "widget" },
            A.Conversation("b") with { MainLanguage = "pl", Channel = Channel.Phone, Source = "twilio" },
            A.Conversation("c") with { MainLanguage = null, Channel = Channel.Phone, Source = null },
            A.Conversation("d") with { MainLanguage = "en", Channel = Channel.Phone, Source = null, Status = "failed" },
            A.Conversation("e") with { MainLanguage = "pl", Channel = Channel.Web, Source = null },
            A.Conversation("f") with { MainLanguage = null, Channel = Channel.Phone, Source = "twilio" });

        var report = Report();

        Assert.Equal([new("pl", 3), new(null, 2), new Share("en", 1)], report.Languages);
        Assert.Equal([new("phone", 4), new Share("web", 2)], report.Channels);
        Assert.Equal([new(null, 3), new("twilio", 2), new Share("widget", 1)], report.Sources);
        Assert.Equal([new("done", 5), new Share("failed", 1)], report.Statuses);
    }

    private Breakdowns Report() =>
        new BreakdownService(test.Reading, TimeProvider.System).Report(new ConversationFilter(), null);

    private static void CheckTools(List<Conversation> counted, Breakdowns report) =>
        Assert.Equal(
            counted.SelectMany(one => one.Tools).GroupBy(tool => tool.Tool).OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => (group.Key, (long)group.Count(), group.Sum(tool => tool.Calls), group.Sum(tool => tool.Errors))),
            report.Tools.OrderBy(tool => tool.Name, StringComparer.Ordinal)
                .Select(tool => (tool.Name, tool.Conversations, tool.Calls, tool.Errors)));

    private static void CheckAgents(List<Conversation> counted, Breakdowns report)
    {
        Assert.Equal(
            counted.GroupBy(one => one.AgentId).OrderByDescending(agent => agent.Count())
                .ThenBy(agent => agent.Key, StringComparer.Ordinal).Select(agent => (
                agent.Key, (long)agent.Count(), (long)agent.Count(one => one.Finished),
                (long)agent.Count(one => one.Finished && one.CallSuccessful == "success"),
                (long)agent.Count(one => one.Dropout), (long)agent.Count(one => one.Finished && one.TechnicalError),
                agent.Sum(one => one.CostCredits ?? 0))),
            report.Agents.Select(agent => (
                agent.AgentId, agent.TotalConversations, agent.FinishedCount, agent.SuccessfulCount, agent.DropoutCount,
                agent.TechnicalErrors, agent.TotalCost ?? 0)));
        Assert.All(report.Agents, agent =>
        {
            Assert.Null(agent.Changes);
            Assert.Equal(agent.FinishedCount == 0, agent.ConversionRate is null);
            Assert.True(agent.ConversionRate is null
                || (agent.ConversionLow <= agent.ConversionRate && agent.ConversionRate <= agent.ConversionHigh));
        });
        Assert.Equal(
            counted.Where(one => one.Rating is not null && one.StartTime is not null).GroupBy(one => Zone.Day(one.StartTime!.Value))
                .OrderBy(day => day.Key)
                .Select(day => (day.Key, (long)day.Count(), Math.Round(day.Sum(one => one.Rating!.Value), 1))),
            report.RatingsDaily.Select(day => (day.Date, day.Count, Math.Round(day.Sum, 1))));
    }

    private static void CheckDistributions(List<Conversation> counted, Breakdowns report)
    {
        var durations = counted.Select(one => one.DurationSeconds).OfType<long>().Where(seconds => seconds > 0).ToList();
        Assert.Equal(durations.Count, report.Durations.Count);
        Assert.All(report.Durations.Buckets,
            bucket =>
            Assert.Equal(durations.Count(seconds => seconds >= bucket.FromSecs && (bucket.ToSecs is null || seconds < bucket.ToSecs)),
                bucket.Count));
        Assert.Equal(durations.Count, report.Durations.Buckets.Sum(bucket => bucket.Count));
        var times = counted.SelectMany(one => one.ResponseTimes).Order().ToList();
        Assert.Equal(times.Count, report.ResponseLatency.Count);
        Assert.Equal(times.Count, report.ResponseLatency.Buckets.Sum(bucket => bucket.Count));
        Assert.Equal(times.Count == 0 ? null : (times[(times.Count - 1) / 2] + times[times.Count / 2]) / 2.0,
            report.ResponseLatency.P50Ms);
    }

    private static IEnumerable<Share> Shares(IEnumerable<string> keys) =>
        keys.CountBy(key => key).Select(pair => new Share(pair.Key, pair.Value)).OrderBy(share => share.Key, StringComparer.Ordinal);
}
