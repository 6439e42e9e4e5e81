using Microsoft.Extensions.Time.Testing;
using Voicebot.Core.Agents;
using Voicebot.Core.Conversations;
using Voicebot.Core.Kpis;
using Voicebot.Core.Settings;
using Voicebot.Core.Synchronization;
using Voicebot.Core.Time;
using Voicebot.Tests.Data;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Kpis;

public sealed class KpiServiceTests : IDisposable
{
    private readonly TestDatabase test = new();
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 22, 19, 15, 0, TimeSpan.Zero));
    private readonly SyncRunStore runs;
    private readonly KpiService kpis;

    public KpiServiceTests()
    {
        runs = new SyncRunStore(test.Database, clock);
        kpis = new KpiService(test.Reading, clock);
        test.Settings.Save(new SettingsChange { Zone = ReportingZone.Find("Europe/Warsaw"), Agents = [new Agent(A.Agent, "One")] });
    }

    public void Dispose() => test.Dispose();

    [Fact]
    public void Report_ComparedWithThePeriodBefore_GivesItsFigures()
    {
        test.Store(
        [
            A.Conversation("now") with { StartTime = At(2026, 11, 10), Criteria = [("polite", "success")] },
            A.Conversation("before") with { StartTime = At(2026, 10, 10) },
            A.Conversation("before2") with
            {
                StartTime = At(2026, 10, 11),
                CallSuccessful = "failure",
                Criteria = [("polite", "failure")],
            },
            A.Conversation("long ago") with { StartTime = At(2026, 9, 11) },
        ]);

        var report = kpis.Report(new ConversationFilter { Period = Period.Of(new Month(2026, 11)) }, null, comparePrevious: true);

        Assert.Equal((1, 100.0), (report.TotalConversations, report.ConversionRate));
        Assert.Equal((2, 50.0), (report.Previous!.TotalConversations, report.Previous.ConversionRate));
        Assert.Equal([("polite", 1L, 0L)], report.CriteriaStats.Select(one => (one.Id, one.Pass, one.Fail)));
        Assert.Equal([("polite", 0L, 1L)], report.Previous.CriteriaStats.Select(one => (one.Id, one.Pass, one.Fail)));
        Assert.Equal((new DateOnly(2026, 10, 1), new DateOnly(2026, 10, 22)), (report.Previous.From, report.Previous.To));
        Assert.Equal(("2026-11", "Europe/Warsaw", 30), (report.Month, report.TimeZone, report.DailyTrends.Count));
    }

    [Fact]
    public void Report_NotComparedOrOpenPeriod_HasNoPrevious()
    {
        Assert.Null(kpis.Report(new ConversationFilter { Period = Period.Of(new Month(2026, 11)) }, null,
            comparePrevious: false).Previous);
        Assert.Null(kpis.Report(new ConversationFilter(), null, comparePrevious: true).Previous);
    }

    [Fact]
    public void Report_AsOf_IsTheEndOfTheLastGoodRunInTheReportingZone()
    {
        var filter = new ConversationFilter { AgentIds = [A.Agent] };
        Assert.Null(kpis.Report(filter, null, false).AsOf);
        var run = runs.QueueOrAttach(A.Agent, SyncType.Manual, SyncWindow.Manual(new DateOnly(2026, 11, 22)));
        runs.TryOwn(run, "me");
        runs.Finish(run.Id, "me", SyncStatus.Completed, null, null);

        var asOf = kpis.Report(filter, null, false).AsOf;

        Assert.Equal(new DateTimeOffset(2026, 11, 22, 20, 15, 0, TimeSpan.FromHours(1)), asOf);
        Assert.Equal(TimeSpan.FromHours(1), asOf!.Value.Offset);
    }

    [Fact]
    public void Report_Criteria_AreCountedOverTheFilter()
    {
        test.Store(
            A.Conversation("a") with { Criteria = [("polite", "success"), ("solved", "failure")] },
            A.Conversation("b") with { Criteria = [("polite", "failure")] },
            A.Conversation("c") with { Criteria = [("polite", "unknown")] },
            A.Conversation("d") with { AgentId = "other", Criteria = [("polite", "success")] });

        var report = kpis.Report(new ConversationFilter { AgentIds = [A.Agent] }, A.Agent, false);

        Assert.Equal(
            [
                new CriterionStats
                {
                    Id = "polite",
                    Name = "polite",
                    Pass = 1,
                    Fail = 1,
                    Unknown = 1,
                    Total = 3,
                    PassRate = 50,
                    PassRateLow = 9.45,
                    PassRateHigh = 90.55,
                },
                new CriterionStats
                {
                    Id = "solved",
                    Name = "solved",
                    Pass = 0,
                    Fail = 1,
                    Unknown = 0,
                    Total = 1,
                    PassRate = 0,
                    PassRateLow = 0,
                    PassRateHigh = 79.35,
                },
            ],
            report.CriteriaStats);
    }

    [Fact]
    public void Report_EveryNumber_OpensTheConversationsItCounts()
    {
        test.Store(
            A.Conversation("a") with
            {
                DurationSeconds = 0,
                EndReason = EndReason.UserEnded,
                CallSuccessful = "failure",
                Direction = "inbound",
                Rating = 2.5,
            },
            A.Conversation("b") with { DurationSeconds = 29, Transferred = true, CostCredits = 3 },
            A.Conversation("c") with
            {
                DurationSeconds = 301,
                Status = "failed",
                TechnicalError = true,
                CallSuccessful = "unknown",
                Direction = "outbound",
            },
            A.Conversation("d") with
            {
                Status = "in-progress",
                Transferred = true,
                TechnicalError = true,
                CallSuccessful = "success",
                AgentHandover = true,
                CostUsd = 1,
            });
        var report = kpis.Report(new ConversationFilter(), null, false);

        long Listed(ConversationFilter filter) => test.Conversations.List(filter, ConversationSort.NewestFirst, 1, 50).Total;

        Assert.Equal(report.SuccessfulCount, Listed(new() { Outcomes = ["success"] }));
        Assert.Equal(report.FailedCount, Listed(new() { Outcomes = ["failure"] }));
        Assert.Equal(report.UnknownCount, Listed(new() { Outcomes = ["unknown"] }));
        Assert.Equal(report.DoneCalls, Listed(new() { Statuses = ["done"] }));
        Assert.Equal(report.FailedCalls, Listed(new() { Statuses = ["failed"] }));
        Assert.Equal(report.FinishedCount, Listed(new() { Statuses = ["finished"] }));
        Assert.Equal(report.InProgressCount, Listed(new() { Statuses = ["unfinished"] }));
        Assert.Equal(report.DurationCount, Listed(new() { DurationMin = 1 }));
        Assert.Equal(report.ShortCallsUnder30s, Listed(new() { DurationMax = 29 }));
        Assert.Equal(report.LongCallsOver300s, Listed(new() { DurationMin = 301 }));
        Assert.Equal(report.TransferCount, Listed(new() { Transferred = true }));
        Assert.Equal(report.AgentHandoverCount, Listed(new() { Handover = true }));
        Assert.Equal(report.DropoutCount, Listed(new() { Dropout = true }));
        Assert.Equal(report.TechnicalErrors, Listed(new() { Error = true }));
        Assert.Equal(report.CostKnownCount, Listed(new() { CostKnown = true }));
        Assert.Equal(report.CostUsdKnownCount, Listed(new() { CostUsdKnown = true }));
        Assert.Equal(report.RatingCount, Listed(new() { Rated = true }));
        Assert.Equal(report.RatingDistribution["3"], Listed(new() { Ratings = [3] }));
        Assert.Equal(report.InboundCalls, Listed(new() { Directions = ["inbound"] }));
        Assert.Equal(report.OtherCalls, Listed(new() { Directions = ["other"] }));
    }

    private static long At(int year, int month, int day) =>
        new DateTimeOffset(year, month, day, 12, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();
}
