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
        kpis = new KpiService(test.Reading, new FakeTimeProvider());
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

                Assert.Equivalent(NaiveFigures.Of([.. conversations.Where(conversation => Matches(Filters[filter], conversation))],
                    Filters[filter].Period, zone), report);
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
            Assert.Equivalent(NaiveFigures.Of([.. all.Where(conversation => Matches(filter, conversation))], filter.Period, zone),
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
        && (filter.Period.From is not { } from || NaiveFigures.Day(conversation, zone) >= from)
        && (filter.Period.To is not { } to || NaiveFigures.Day(conversation, zone) <= to);

}
