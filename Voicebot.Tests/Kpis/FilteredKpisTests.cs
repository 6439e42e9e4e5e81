using CsCheck;
using Microsoft.Extensions.Time.Testing;
using Voicebot.Core.Conversations;
using Voicebot.Core.Kpis;
using Voicebot.Core.Time;
using Voicebot.Tests.Data;

namespace Voicebot.Tests.Kpis;

/// <summary>Under every condition of the list the figures are those of exactly the conversations that meet it.</summary>
public sealed class FilteredKpisTests : IDisposable
{
    private static readonly ReportingZone Warsaw = ReportingZone.Find("Europe/Warsaw")!;

    /// <summary>Holds of every conversation, but not of agents and days alone, so that the rows are counted.</summary>
    private static readonly ConversationFilter Everything = new() { Directions = ["inbound", "outbound", "other"] };

    private readonly TestDatabase test = new(options => options with { TimeZone = Warsaw });
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 10, 15, 30, 0, TimeSpan.Zero));
    private readonly KpiService kpis;
    private readonly BreakdownService breakdowns;

    public FilteredKpisTests()
    {
        test.Settings.ApplyZone();
        kpis = new KpiService(test.Reading, clock);
        breakdowns = new BreakdownService(test.Reading, clock);
    }

    public void Dispose() => test.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Report_FiveHundredRandomFilters_EqualsANaiveCount(bool fromColumns)
    {
        if (fromColumns)
            test.Columns.Fill(CancellationToken.None); // they follow what changes from here on
        Gen.Select(RandomConversations.Any.Where(all => all.Length > 10), RandomCondition.Some.Array[10]).Sample(
            (conversations, filters) =>
            {
                test.EraseAll();
                test.Store(conversations);
                foreach (var conditions in filters)
                {
                    Assert.Equal(fromColumns, test.Columns.IsReady);
                    var filter = conditions.Aggregate(new ConversationFilter(), (sum, one) => one.Set(sum));
                    var met = conversations.Where(one => conditions.All(condition => condition.Holds(one, Warsaw))).ToList();

                    var report = kpis.Report(filter, null, comparePrevious: false);

                    try
                    {
                        Assert.Equivalent(NaiveFigures.Of(met, filter.Period, Warsaw), report);
                    }
                    catch (Xunit.Sdk.EquivalentException exception)
                    {
                        throw new InvalidOperationException(string.Join(" & ", conditions.Select(one => one.Text)), exception);
                    }
                }
            },
            iter: 50,
            threads: 1);
    }

    /// <summary>Figures that are kept and figures that are counted are the same, comparison, breakdowns and all.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Report_ConditionThatHoldsOfAll_EqualsTheDailyFigures(bool fromColumns)
    {
        if (fromColumns)
            test.Columns.Fill(CancellationToken.None);
        Gen.Select(RandomConversations.Any, Gen.Int[0, Scopes.Length - 1]).Sample(
            (conversations, number) =>
            {
                test.EraseAll();
                test.Store(conversations);
                var (kept, counted) = (Scopes[number], Scopes[number] with { Directions = Everything.Directions });

                Assert.Equivalent(kpis.Report(kept, null, comparePrevious: true), kpis.Report(counted, null, comparePrevious: true),
                    strict: true);
                Assert.Equivalent(breakdowns.Report(kept, null, comparePrevious: true),
                    breakdowns.Report(counted, null, comparePrevious: true), strict: true);
            },
            iter: 60,
            threads: 1);
    }

    private static ConversationFilter[] Scopes { get; } =
    [
        new(),
        new() { AgentIds = ["agent_a"] },
        new() { AgentIds = ["agent_b", "agent_c"], Period = Period.Of(new Month(2026, 11)) },
        new() { Period = Period.Of(new Month(2026, 11)) },
        new() { Period = Period.Of(new Month(2026, 10)) },
        new() { Period = new Period(new DateOnly(2026, 11, 10), new DateOnly(2026, 11, 10)) },
    ];
}
