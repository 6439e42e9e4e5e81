using CsCheck;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Voicebot.Core.Conversations;
using Voicebot.Core.Figures;
using Voicebot.Core.Kpis;
using Voicebot.Core.Settings;
using Voicebot.Core.Time;
using Voicebot.Tests.Data;

namespace Voicebot.Tests.Kpis;

/// <summary>What SQL counts equals what a naive count over the same conversations gives.</summary>
public sealed class KpiRecountTests : IDisposable
{
    private static readonly ReportingZone Warsaw = ReportingZone.Find("Europe/Warsaw")!;

    private static readonly ConversationFilter[] Filters =
    [
        new(),
        new() { AgentIds = ["agent_a"] },
        new() { AgentIds = ["agent_a", "agent_c"], Period = new Period(new DateOnly(2026, 10, 24), new DateOnly(2026, 10, 26)) },
        new() { Period = Period.Of(new Month(2026, 10)) },
        new() { Period = new Period(new DateOnly(2026, 11, 1), null) },
        new() { AgentIds = ["agent_nobody"] },
    ];

    private readonly TestDatabase test = new(options => options with { TimeZone = Warsaw });
    private readonly KpiService kpis;
    private ReportingZone zone = Warsaw;

    public KpiRecountTests()
    {
        test.Settings.ApplyZone();
        kpis = new KpiService(test.Database, new FakeTimeProvider());
    }

    public void Dispose() => test.Dispose();

    [Fact]
    public void Report_RandomConversations_EqualsANaiveRecount() =>
        Gen.Select(RandomConversations.Any, Gen.Int[0, Filters.Length - 1]).Sample(
            (conversations, filter) =>
            {
                test.EraseAll();
                test.Store(conversations);

                var report = kpis.Report(Filters[filter], null, comparePrevious: false);

                Assert.Equivalent(Naive([.. conversations.Where(conversation => Matches(Filters[filter], conversation))],
                    Filters[filter].Period), report);
                CheckSums(report);
            },
            iter: 120,
            threads: 1);

    [Fact]
    public void Report_TenThousandChangedErasedAndInAnotherZone_EqualsANaiveRecount()
    {
        var conversations = Numbered(
            [.. RandomConversations.Any.Single(conversations => conversations.Length > 40, "djGa-Fr9Ij62")], 10_000);
        test.Store(conversations);
        Check(conversations);

        for (var i = 0; i < conversations.Count; i += 7)
            conversations[i] = conversations[(i * 31) % conversations.Count] with { ConversationId = conversations[i].ConversationId };
        test.Store(conversations.Where((_, i) => i % 7 == 0));
        Check(conversations);

        test.Erase(conversations.Where((_, i) => i % 11 == 0).Select(conversation => conversation.ConversationId));
        conversations = [.. conversations.Where((_, i) => i % 11 != 0)];
        Check(conversations);
        Assert.Equal(0, test.Database.Read(Recount.Differences));

        zone = ReportingZone.Find("Australia/Lord_Howe")!;
        new VoicebotSettings(test.Database, test.Options with { TimeZone = zone }, test.Protection, NullLogger<VoicebotSettings>.Instance)
            .ApplyZone();
        Check(conversations);

        void Check(List<Conversation> all) => Assert.All(Filters, filter =>
            Assert.Equivalent(Naive([.. all.Where(conversation => Matches(filter, conversation))], filter.Period),
                kpis.Report(filter, null, comparePrevious: false)));
    }

    /// <summary>So many out of a few, at other times.</summary>
    private static List<Conversation> Numbered(List<Conversation> few, int count) =>
        [.. Enumerable.Range(0, count)
            .Select(i =>
                few[i % few.Count] with { ConversationId = $"conv_{i}", StartTime = few[i % few.Count].StartTime + i * 97 % 900_000,
                    DurationSeconds = few[i % few.Count].DurationSeconds + i % 50 })];

    /// <summary>What is shown in parts adds up to the whole.</summary>
    private static void CheckSums(KpiReport report)
    {
        Assert.Equal(report.FinishedCount, report.SuccessfulCount + report.FailedCount + report.UnknownCount);
        Assert.Equal(report.FinishedCount, report.DoneCalls + report.FailedCalls);
        Assert.Equal(report.TotalConversations, report.InboundCalls + report.OutboundCalls + report.OtherCalls);
        var funnel = report.OutboundFunnel;
        Assert.Equal(report.OutboundCalls,
            funnel.Answered + funnel.Voicemail + funnel.Busy + funnel.NoAnswer + funnel.Failed + funnel.Unknown);
        Assert.True(funnel.Successful <= funnel.Talked && funnel.Talked <= funnel.Answered);
        Assert.Equal(report.RatingCount, report.RatingDistribution.Values.Sum());
        Assert.Equal(report.DailyTrends.Sum(day => day.Total), report.HourlyVolume.Sum(cell => cell.Total));
    }

    private bool Matches(ConversationFilter filter, Conversation conversation) =>
        (filter.AgentIds.Count == 0 || filter.AgentIds.Contains(conversation.AgentId))
        && (filter.Period.From is not { } from || Day(conversation) >= from)
        && (filter.Period.To is not { } to || Day(conversation) <= to);

    private DateOnly? Day(Conversation conversation) => conversation.StartTime is { } start ? zone.Day(start) : null;

    private object Naive(List<Conversation> all, Period period)
    {
        var finished = all.Where(c => c.Status is "done" or "failed").ToList();
        var durations = all.Where(c => c.DurationSeconds > 0).Select(c => c.DurationSeconds!.Value).Order().ToList();
        var transcripts = all.Where(c => c.BotMessageCount is not null).ToList();
        var costs = all.Where(c => c.CostCredits is not null).Select(c => c.CostCredits!.Value).ToList();
        var dollars = all.Where(c => c.CostUsd is not null).Select(c => c.CostUsd!.Value).ToList();
        var ratings = all.Where(c => c.Rating is not null).Select(c => c.Rating!.Value).ToList();
        long Count(Func<Conversation, bool> condition) => finished.Count(condition);
        double? Rate(long part) => finished.Count == 0 ? null : Math.Round(100.0 * part / finished.Count, 2);
        double? Mean(IReadOnlyCollection<long> values) => values.Count == 0 ? null : Math.Round((double)values.Sum() / values.Count, 2);
        return new
        {
            period.From,
            period.To,
            TotalConversations = (long)all.Count,
            FinishedCount = (long)finished.Count,
            InProgressCount = (long)all.Count - finished.Count,
            ConversionRate = Rate(Count(c => c.CallSuccessful == "success")),
            SuccessfulCount = Count(c => c.CallSuccessful == "success"),
            FailedCount = Count(c => c.CallSuccessful == "failure"),
            UnknownCount = Count(c => c.CallSuccessful is not ("success" or "failure")),
            DoneCalls = Count(c => c.Status == "done"),
            FailedCalls = Count(c => c.Status == "failed"),
            ConnectionRate = Rate(Count(c => c.Status == "done")),
            DurationCount = (long)durations.Count,
            AvgDurationSecs = Mean(durations),
            MinDurationSecs = durations.Count == 0 ? (long?)null : durations[0],
            MaxDurationSecs = durations.Count == 0 ? (long?)null : durations[^1],
            ShortCallsUnder30s = (long)durations.Count(seconds => seconds < 30),
            LongCallsOver300s = (long)durations.Count(seconds => seconds > 300),
            TransferCount = Count(c => c.Transferred),
            TransferRate = Rate(Count(c => c.Transferred)),
            AgentHandoverCount = Count(c => c.AgentHandover),
            DropoutCount = Count(c => c.Dropout),
            DropoutRate = Rate(Count(c => c.Dropout)),
            TranscriptCount = (long)transcripts.Count,
            AvgBotMessages = Mean([.. transcripts.Select(c => c.BotMessageCount!.Value)]),
            AvgMessageCount = Mean([.. transcripts.Select(c => c.MessageCount!.Value)]),
            TotalCost = costs.Count == 0 ? (long?)null : costs.Sum(),
            AvgCostPerSession = Mean(costs),
            CostKnownCount = (long)costs.Count,
            TotalCostUsd = dollars.Count == 0 ? (double?)null : (double)Math.Round(dollars.Sum(value => (decimal)value), 6),
            CostUsdKnownCount = (long)dollars.Count,
            TechnicalErrors = Count(c => c.TechnicalError),
            ErrorRate = Rate(Count(c => c.TechnicalError)),
            RatingCount = (long)ratings.Count,
            RatingDistribution = Enumerable.Range(1, 5)
                .ToDictionary(stars => $"{stars}",
                    stars => (long)ratings.Count(rating => Math.Round(rating, MidpointRounding.AwayFromZero) == stars)),
            InboundCalls = (long)all.Count(c => c.Direction == "inbound"),
            OutboundCalls = (long)all.Count(c => c.Direction == "outbound"),
            OtherCalls = (long)all.Count(c => c.Direction is not ("inbound" or "outbound")),
            OutboundFunnel = Funnel([.. all.Where(c => c.Direction == "outbound")]),
            DailyTrends = Days(all, period),
        };
    }

    private static object Funnel(List<Conversation> dialled)
    {
        long Ended(string result) => dialled.Count(c => c.CallResult == result);
        var talked = dialled.Where(c => c.CallResult == "answered" && c.ClientTurnCount > 0).ToList();
        return new
        {
            Dialled = (long)dialled.Count,
            Answered = Ended("answered"),
            Talked = (long)talked.Count,
            Successful = (long)talked.Count(c => c.Finished && c.CallSuccessful == "success"),
            Voicemail = Ended("voicemail"),
            Busy = Ended("busy"),
            NoAnswer = Ended("no_answer"),
            Failed = Ended("failed"),
            Unknown = (long)dialled.Count(c => c.CallResult is not ("answered" or "voicemail" or "busy" or "no_answer" or "failed")),
        };
    }

    private List<object> Days(List<Conversation> all, Period period)
    {
        var dated = all.Where(c => c.StartTime is not null).ToLookup(c => Day(c)!.Value);
        if (dated.Count == 0 && (period.From is null || period.To is null))
            return [];
        var (first, last) = (period.From ?? dated.Min(day => day.Key), period.To ?? dated.Max(day => day.Key));
        return [.. Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(offset => first.AddDays(offset))
            .Select(date => (object)new
        {
            Date = date,
            Total = (long)dated[date].Count(),
            Success = (long)dated[date].Count(c => c.Finished && c.CallSuccessful == "success"),
            Failed = (long)dated[date].Count(c => c.Finished && c.CallSuccessful == "failure"),
            Unknown = (long)dated[date].Count(c => c.Finished && c.CallSuccessful is not ("success" or "failure")),
            Cost = dated[date].Any(c => c.CostCredits is not null) ? dated[date].Sum(c => c.CostCredits ?? 0) : (long?)null,
            Dropouts = (long)dated[date].Count(c => c.Dropout),
            Transfers = (long)dated[date].Count(c => c.Finished && c.Transferred),
            Errors = (long)dated[date].Count(c => c.Finished && c.TechnicalError),
            Done = (long)dated[date].Count(c => c.Status == "done"),
            DurationSecs = dated[date].Where(c => c.DurationSeconds > 0).Sum(c => c.DurationSeconds!.Value),
            DurationCount = (long)dated[date].Count(c => c.DurationSeconds > 0),
            CostKnownCount = (long)dated[date].Count(c => c.CostCredits is not null),
        })];
    }
}
