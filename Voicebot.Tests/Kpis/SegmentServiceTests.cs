using CsCheck;
using Voicebot.Core.Conversations;
using Voicebot.Core.Kpis;
using Voicebot.Core.Time;
using Voicebot.Tests.Data;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Kpis;

/// <summary>
/// Two filters side by side: figures and shared conversations are counted exactly, and nothing is claimed where there are shared ones.
/// </summary>
public sealed class SegmentServiceTests : IDisposable
{
    private static readonly ReportingZone Warsaw = ReportingZone.Find("Europe/Warsaw")!;
    private static readonly ConversationFilter Inbound = new() { Directions = ["inbound"] };
    private static readonly ConversationFilter Outbound = new() { Directions = ["outbound"] };

    private readonly TestDatabase test = new(options => options with { TimeZone = Warsaw });
    private readonly SegmentService segments;
    private readonly KpiService kpis;

    public SegmentServiceTests()
    {
        test.Settings.ApplyZone();
        segments = new SegmentService(test.Reading);
        kpis = new KpiService(test.Reading, TimeProvider.System);
    }

    public void Dispose() => test.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Report_RandomPairsOfFilters_EqualsANaiveCount(bool fromColumns)
    {
        if (fromColumns)
            test.Columns.Fill(CancellationToken.None); // they follow what changes from here on
        Gen.Select(RandomConversations.Any.Where(all => all.Length > 10), Gen.Select(RandomCondition.Some, RandomCondition.Some).Array[10])
            .Sample(
                (conversations, pairs) =>
                {
                    test.EraseAll();
                    test.Store(conversations);
                    foreach (var (one, other) in pairs)
                    {
                        Assert.Equal(fromColumns, test.Columns.IsReady);
                        long Met(params RandomCondition[] conditions) =>
                            conversations.LongCount(single => conditions.All(condition => condition.Holds(single, Warsaw)));
                        var (first, second) = (Filter(one), Filter(other));

                        var report = segments.Report(first, second);

                        Assert.Equal((Met(one), Met(other), Met([.. one, .. other])),
                            (report.First.TotalConversations, report.Second.TotalConversations, report.Shared));
                        Assert.Equivalent(report.First, kpis.Report(first, null, comparePrevious: false));
                        Assert.Equivalent(report.Second, kpis.Report(second, null, comparePrevious: false));
                    }
                },
                iter: 30,
                threads: 1);
    }

    /// <summary>More than one block of columns has.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Report_ManyConversations_CountsTheSharedOnesOfEveryPart(bool fromColumns)
    {
        test.Store(Enumerable.Range(0, 17_000).Select(number => A.Conversation($"c{number}") with
        {
            Direction = number is < 16_900 and > 100 ? "inbound" : "outbound",
            Rating = number is > 50 and < 16_950 ? 5 : 1,
        }));
        if (fromColumns)
            test.Columns.Fill(CancellationToken.None);

        Assert.Equal(100, segments.Report(Outbound, new ConversationFilter { Ratings = [5] }).Shared);
        Assert.Equal(17_000, segments.Report(new ConversationFilter(), new ConversationFilter()).Shared);
        Assert.Equal(0, segments.Report(Inbound, Outbound).Shared);
    }

    [Fact]
    public void Report_NothingInCommon_SaysHowTheFirstDiffersFromTheSecond()
    {
        StoreTwoKinds();

        var report = segments.Report(Inbound, Outbound);

        var conversion = Change(report, "conversion_rate");
        Assert.Equal((0L, 75.0, 25.0, 50.0, Judgement.Better),
            (report.Shared, conversion.Value, conversion.Previous, conversion.Change, conversion.Judgement));
        Assert.InRange(conversion.Low!.Value, 20, 50);
        Assert.Equal(Judgement.Worse, Change(segments.Report(Outbound, Inbound), "conversion_rate").Judgement);
        Assert.Equal(("polite", Judgement.Better), (report.Criteria.Single().Name, report.Criteria.Single().Judgement));
        Assert.Equal((30L, 10L), (report.First.SuccessfulCount, report.Second.SuccessfulCount));
        Assert.Equal((Judgement.NotJudged, 0.0), (Change(report, "total_conversations").Judgement,
            Change(report, "total_conversations").Change));
        Assert.Equal(Judgement.TooFew, Change(report, "avg_rating").Judgement);
    }

    /// <summary>Intervals of a difference hold for independent sides.</summary>
    [Fact]
    public void Report_AConversationInCommon_TellsTheChangesAndJudgesNone()
    {
        StoreTwoKinds();

        var report = segments.Report(Inbound, new ConversationFilter());

        Assert.Equal(40, report.Shared);
        var conversion = Change(report, "conversion_rate");
        Assert.Equal((25.0, null, null, Judgement.Shared), (conversion.Change, conversion.Low, conversion.High, conversion.Judgement));
        Assert.Equal(Judgement.Shared, report.Criteria.Single().Judgement);
        Assert.Equal((Judgement.NotJudged, -50.0), (Change(report, "total_conversations").Judgement,
            Change(report, "total_conversations").Change));
        Assert.Equal(Judgement.TooFew, Change(report, "avg_rating").Judgement);
        Assert.DoesNotContain(report.Figures.Concat(report.Criteria), figure => figure.Low is not null
            || figure.Judgement is Judgement.Better or Judgement.Worse or Judgement.Changed or Judgement.NoClearChange);
    }

    private void StoreTwoKinds()
    {
        IEnumerable<Conversation> Kind(string direction, int successes) => Enumerable.Range(0, 40).Select(number =>
            A.Conversation($"{direction} {number}") with
            {
                Direction = direction,
                CallSuccessful = number < successes ? "success" : "failure",
                Criteria = [("polite", number < successes ? "success" : "failure")],
                Rating = number == 0 ? 5 : null,
            });
        test.Store([.. Kind("inbound", 30), .. Kind("outbound", 10)]);
    }

    private static ConversationFilter Filter(RandomCondition[] conditions) =>
        conditions.Aggregate(new ConversationFilter(), (sum, one) => one.Set(sum));

    private static FigureChange Change(SegmentComparison report, string name) => report.Figures.Single(figure => figure.Name == name);
}
