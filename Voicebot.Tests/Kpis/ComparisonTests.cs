using Microsoft.Extensions.Time.Testing;
using Voicebot.Core.Conversations;
using Voicebot.Core.Kpis;
using Voicebot.Core.Settings;
using Voicebot.Core.Time;
using Voicebot.Tests.Data;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Kpis;

public sealed class ComparisonTests : IDisposable
{
    private readonly TestDatabase test = new();
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 25, 13, 0, 0, TimeSpan.Zero)); // 14:00 in Warsaw
    private readonly KpiService kpis;

    public ComparisonTests()
    {
        test.Settings.Save(new SettingsChange { Zone = ReportingZone.Find("Europe/Warsaw") });
        kpis = new KpiService(test.Reading, clock);
    }

    public void Dispose() => test.Dispose();

    [Fact]
    public void Report_RunningMonth_IsComparedUntilTheSameTimeOfTheDay()
    {
        test.Store(
            A.Conversation("now") with { StartTime = Local(11, 25, 13, 59) },
            A.Conversation("first") with
            {
                StartTime = Local(10, 1, 0, 0),
                CostCredits = 7,
                Rating = 4,
                DurationSeconds = 12,
                Criteria = [("polite", "success")],
            },
            A.Conversation("last") with
            {
                StartTime = Local(10, 25, 13, 59),
                CostCredits = 5,
                Rating = 2,
                DurationSeconds = 30,
                Criteria = [("polite", "failure")],
            },
            A.Conversation("later that day") with { StartTime = Local(10, 25, 14, 0), CostCredits = 100 },
            A.Conversation("next day") with { StartTime = Local(10, 26, 9, 0), CostCredits = 100 });

        var report = kpis.Report(Month(11), null, comparePrevious: true);

        Assert.Equal((2L, 12L, 3.0, 21.0),
            (report.Previous!.TotalConversations, report.Previous.TotalCost, report.Previous.AvgRating, report.Previous.AvgDurationSecs));
        Assert.Equal((1L, 1L), (report.Previous.CriteriaStats.Single().Pass, report.Previous.CriteriaStats.Single().Fail));
        Assert.Equal((new DateOnly(2026, 10, 1), new DateOnly(2026, 10, 25)), (report.Previous.From, report.Previous.To));
        Assert.Equal(new DateTimeOffset(2026, 10, 25, 14, 0, 0, TimeSpan.FromHours(1)), report.Comparison!.PreviousUntil);
        Assert.Equal((31, 4L), (report.PreviousTrends!.Count, report.PreviousTrends.Sum(day => day.Total)));
    }

    [Fact]
    public void Report_FewOnASide_ShowsNoChange()
    {
        Fill(11, 2, 40, 1);
        Fill(10, 2, 29, 0);

        var conversion = Figure(Month(11), "conversion_rate");

        Assert.Equal((100.0, 0.0, 40L, 29L), (conversion.Value, conversion.Previous, conversion.N, conversion.PreviousN));
        Assert.Equal((null, null, Judgement.TooFew), (conversion.Change, conversion.Low, conversion.Judgement));
    }

    [Theory]
    [InlineData(0.9, 0.5, Judgement.Better)]
    [InlineData(0.5, 0.9, Judgement.Worse)]
    [InlineData(0.6, 0.55, Judgement.NoClearChange)]
    public void Report_Rate_IsJudgedByItsInterval(double now, double before, string judgement)
    {
        Fill(11, 2, 100, now);
        Fill(10, 2, 100, before);

        var conversion = Figure(Month(11), "conversion_rate");

        Assert.Equal(judgement, conversion.Judgement);
        Assert.Equal(100 * (now - before), conversion.Change!.Value, 6);
        Assert.True(conversion.Low < conversion.Change && conversion.Change < conversion.High);
        Assert.Equal("points", conversion.Unit);
    }

    /// <summary>20 of 37 against 13 of 41; the interval is Newcombe's, counted elsewhere. Rounded rates would differ by 22.34.</summary>
    [Fact]
    public void Report_Changes_AreRoundedOnceToTwoDecimals()
    {
        Fill(11, 2, 37, 20 / 37.0);
        Fill(10, 2, 41, 13 / 41.0);

        var report = kpis.Report(Month(11), null, true);
        var conversion = Find(report, "conversion_rate");

        Assert.Equal((22.35, 0.46, 41.57), (conversion.Change, conversion.Low, conversion.High));
        Assert.Equal(-9.76, Find(report, "total_conversations").Change);
    }

    [Fact]
    public void Report_Sums_AreToldAndMarkedWhenTenfold()
    {
        Fill(11, 2, 500, 1, one => one with { CostCredits = 10, CostUsd = 0.5, DurationSeconds = 60 });
        Fill(10, 2, 40, 1, one => one with { CostCredits = 10, CostUsd = 0.5, DurationSeconds = 60 });

        var report = kpis.Report(Month(11), null, true);
        var total = report.Comparison!.Figures.Single(one => one.Name == "total_conversations");

        Assert.Equal((500.0, 40.0, 1150.0, true, Judgement.NotJudged),
            (total.Value, total.Previous, total.Change, total.MoreThanTenfold, total.Judgement));
        Assert.Equal((0.5, 0.5), (report.CostUsdPerSuccess, report.CostUsdPerMinute));
        Assert.Equal((0.5, 0.0), (Find(report, "cost_usd_per_success").Value, Find(report, "cost_usd_per_success").Change));
        Assert.Equal((10.0, 0.0, Judgement.NoClearChange),
            (Find(report, "avg_cost_per_session").Value, Find(report, "avg_cost_per_session").Change,
            Find(report, "avg_cost_per_session").Judgement));
    }

    [Fact]
    public void Report_Mean_IsJudgedByItsSpread()
    {
        Fill(11, 2, 60, 1, one => one with { CostCredits = 80 + one.StartTime % 7 });
        Fill(10, 2, 60, 1, one => one with { CostCredits = 100 + one.StartTime % 7 });

        var cost = Figure(Month(11), "avg_cost_per_session");

        Assert.Equal((Judgement.Better, "percent"), (cost.Judgement, cost.Unit));
        Assert.InRange(cost.Change!.Value, -20.0, -19.0);
        Assert.InRange(cost.High!.Value - cost.Low!.Value, 0.5, 5);
    }

    [Theory]
    [InlineData(0, 100, "nothing")]
    [InlineData(12, 100, "too_few")]
    [InlineData(100, 12, "no_comparison")]
    public void Report_Verdict_SaysWhenNothingCanBeSaid(int now, int before, string state)
    {
        Fill(11, 2, now, 1);
        Fill(10, 2, before, 0);

        var verdict = kpis.Report(Month(11), null, true).Comparison!.Verdict;

        Assert.Equal((state, (long)now, (long)before), (verdict.State, verdict.N, verdict.PreviousN));
        Assert.Empty(verdict.Claims);
    }

    [Fact]
    public void Report_Verdict_NamesTheLeadAndWhatChangedBeyondDoubt()
    {
        Fill(11, 2, 200, 0.8, one => one with { EndReason = EndReason.UserEnded, TechnicalError = one.StartTime % 2 == 0 });
        Fill(10, 2, 200, 0.4, one => one with { EndReason = EndReason.UserEnded });

        var verdict = kpis.Report(Month(11), null, true).Comparison!.Verdict;

        // Fewer drop-outs and more errors than before; connections did not move.
        Assert.Equal(("mixed", "conversion_rate"), (verdict.State, verdict.Lead));
        Assert.Equal(["dropout_rate", "error_rate"], verdict.Claims.Order(StringComparer.Ordinal));
        Assert.Contains("connection_rate", verdict.Unchanged);
    }

    [Fact]
    public void Report_Criteria_AreComparedByCounts()
    {
        Fill(11, 2, 60, 1, one =>
            one with { Criteria = [("polite", "success"), ("solved", one.StartTime % 2 == 0 ? "success" : "unknown")] });
        Fill(10, 2, 60, 1, one => one with { Criteria = [("polite", "failure")] });

        var criteria = kpis.Report(Month(11), null, true).Comparison!.Criteria;

        Assert.Equal([("polite", 100.0, 0.0, Judgement.Better), ("solved", 100.0, null, Judgement.TooFew)],
            criteria.Select(one => (one.Name, one.Value ?? -1, one.Previous, one.Judgement)));
    }

    private FigureChange Figure(ConversationFilter filter, string name) => Find(kpis.Report(filter, null, true), name);

    private static FigureChange Find(KpiReport report, string name) => report.Comparison!.Figures.Single(one => one.Name == name);

    private void Fill(int month, int day, int count, double successful, Func<Conversation, Conversation>? change = null) => test.Store(
        Enumerable.Range(0, count).Select(i => A.Conversation($"{month}-{i}") with
        {
            StartTime = Local(month, day, 8, 0) + i,
            CallSuccessful = i < Math.Round(count * successful) ? "success" : "failure",
        }).Select(change ?? (one => one)));

    private static ConversationFilter Month(int month) => new() { Period = Period.Of(new Month(2026, month)) };

    private static long Local(int month, int day, int hour, int minute) =>
        new DateTimeOffset(new DateTime(2026, month, day, hour, minute, 0), month == 11 || day >= 25 ? TimeSpan.FromHours(1)
            : TimeSpan.FromHours(2)).ToUnixTimeSeconds();
}
