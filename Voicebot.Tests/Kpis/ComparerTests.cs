using Voicebot.Core.Figures;
using Voicebot.Core.Kpis;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Kpis;

/// <summary>What may be said of a change, at the borders of each rule.</summary>
public sealed class ComparerTests
{
    private const string Lead = "conversion_rate";

    [Theory]
    [InlineData(30, 30, Judgement.Better, 100.0)]
    [InlineData(29, 30, Judgement.TooFew, null)]
    [InlineData(30, 29, Judgement.TooFew, null)]
    public void OfAgent_Rate_IsShownFromThirtyOnBothSides(long now, long before, string judgement, double? change)
    {
        var changes = Comparer.OfAgent(new DayFigures { Finished = now, Successful = now, Dropouts = 0 },
            new DayFigures { Finished = before, Successful = 0, Dropouts = before });

        Assert.Equal([(Lead, judgement, change), ("dropout_rate", judgement, -change)],
            changes.Select(one => (one.Name, one.Judgement, one.Change)));
        Assert.Equal([(now, before), (now, before)], changes.Select(one => (one.N, one.PreviousN)));
    }

    /// <summary>Fewer drop-outs are better, more successes are; a transfer is neither.</summary>
    [Fact]
    public void Figures_ClearChange_IsBetterWorseOrNeither()
    {
        var (many, few) = (Sums(figures => (figures.Total, figures.Finished) = (100, 100)), Sums(figures =>
        {
            (figures.Total, figures.Finished) = (100, 100);
            (figures.Successful, figures.Transfers, figures.Dropouts, figures.Done, figures.Errors) = (90, 90, 90, 90, 90);
        }));
        string[] names = [Lead, "transfer_rate", "dropout_rate", "connection_rate", "error_rate"];

        Assert.Equal([Judgement.Better, Judgement.Changed, Judgement.Worse, Judgement.Better, Judgement.Worse],
            names.Select(name => Find(Comparer.Figures(few, many), name).Judgement));
        Assert.Equal([Judgement.Worse, Judgement.Changed, Judgement.Better, Judgement.Worse, Judgement.Better],
            names.Select(name => Find(Comparer.Figures(many, few), name).Judgement));
        Assert.All(names, name => Assert.Equal(("rate", "points", 90.0, 0.0), (Find(Comparer.Figures(few, many), name).Kind,
            Find(Comparer.Figures(few, many), name).Unit, Find(Comparer.Figures(few, many), name).Value!.Value,
            Find(Comparer.Figures(few, many), name).Previous!.Value)));
    }

    [Theory]
    [InlineData(30, 30, 300, true)]
    [InlineData(29, 30, 300, false)]
    [InlineData(30, 29, 300, false)]
    [InlineData(30, 30, 0, false)]
    public void Figures_Mean_NeedsThirtyOnBothSidesAndSomethingBefore(long now, long before, long messages, bool shown)
    {
        var change = Find(Comparer.Figures(
            Sums(figures => (figures.Transcripts, figures.BotMessages, figures.BotMessagesSquared) = (now, 5 * now, 25 * now)),
            Sums(figures => (figures.Transcripts, figures.BotMessages, figures.BotMessagesSquared) = (before, messages, 10 * messages))),
            "avg_bot_messages");

        Assert.Equal(("mean", "percent", 5.0), (change.Kind, change.Unit, change.Value!.Value));
        Assert.Equal(shown ? (Judgement.Changed, -50.0) : (Judgement.TooFew, null), (change.Judgement, change.Change));
    }

    [Theory]
    [InlineData(30, 30, 300, 100, 200.0)]
    [InlineData(29, 30, 300, 100, null)]
    [InlineData(30, 29, 300, 100, null)]
    [InlineData(30, 30, 300, 0, null)]
    [InlineData(30, 30, 0, 100, -100.0)]
    public void Figures_Sum_NeedsThirtyOnBothSidesAndSomethingBefore(long now, long before, long cost, long costBefore, double? change)
    {
        var total = Find(Comparer.Figures(Sums(figures => (figures.CostKnown, figures.Cost) = (now, cost)),
            Sums(figures => (figures.CostKnown, figures.Cost) = (before, costBefore))), "total_cost");

        Assert.Equal(("sum", "percent", now, before), (total.Kind, total.Unit, total.N, total.PreviousN));
        Assert.Equal((change, change is null ? Judgement.TooFew : Judgement.NotJudged), (total.Change, total.Judgement));
        Assert.Equal(((double)cost, (double)costBefore, false), (total.Value, total.Previous, total.MoreThanTenfold));
    }

    [Theory]
    [InlineData(10_990, false)]
    [InlineData(10_991, true)]
    [InlineData(0, false)]
    public void Figures_Amount_IsMoreThanTenfoldPast999Percent(long total, bool tenfold) =>
        Assert.Equal(tenfold, Find(Comparer.Figures(Sums(figures => figures.Total = total), Sums(figures => figures.Total = 1_000)),
            "total_conversations").MoreThanTenfold);

    /// <summary>The minutes stand behind the price of a minute, the successes behind that of a success.</summary>
    [Fact]
    public void Figures_PricesOfOne_AreSumsOverSums()
    {
        var now = Sums(figures => (figures.CostUsdKnown, figures.CostUsdNanos, figures.Successful, figures.DurationSum)
            = (50, 60_000_000_000, 40, 30 * 60));
        var before = Sums(figures => (figures.CostUsdKnown, figures.CostUsdNanos, figures.Successful, figures.DurationSum)
            = (50, 60_000_000_000, 60, 60 * 60));

        var figures = Comparer.Figures(now, before);

        Assert.Equal((1.5, 1.0, 50.0, 40L, 60L), Parts(Find(figures, "cost_usd_per_success")));
        Assert.Equal((2.0, 1.0, 100.0, 30L, 60L), Parts(Find(figures, "cost_usd_per_minute")));
        Assert.Equal((60.0, 60.0, 0.0, 50L, 50L), Parts(Find(figures, "total_cost_usd")));
        Assert.Null(Find(Comparer.Figures(Sums(sum => sum.CostUsdKnown = 50), before), "cost_usd_per_success").Value);
        Assert.Null(Find(Comparer.Figures(Sums(sum => sum.Successful = 50), before), "total_cost_usd").Value);

        static (double?, double?, double?, long, long) Parts(FigureChange one) =>
            (one.Value, one.Previous, one.Change, one.N, one.PreviousN);
    }

    [Theory]
    [InlineData(0, Judgement.TooFew, "nothing")]
    [InlineData(1, Judgement.TooFew, "too_few")]
    [InlineData(29, Judgement.TooFew, "too_few")]
    [InlineData(30, Judgement.TooFew, "no_comparison")]
    [InlineData(30, Judgement.NoClearChange, "none")]
    [InlineData(30, Judgement.Better, "better")]
    [InlineData(30, Judgement.Worse, "worse")]
    [InlineData(30, Judgement.Better, "better", Judgement.Better)]
    [InlineData(30, Judgement.Better, "mixed", Judgement.Worse)]
    [InlineData(30, Judgement.Better, "mixed", Judgement.Better, Judgement.Worse)]
    [InlineData(30, Judgement.Worse, "worse", Judgement.Worse)]
    [InlineData(30, Judgement.Worse, "mixed", Judgement.Better)]
    [InlineData(30, Judgement.Worse, "mixed", Judgement.Worse, Judgement.Better)]
    public void Verdict_State_IsTheLeadsUnlessAClaimDisagrees(long n, string lead, string state, params string[] claims)
    {
        var verdict = Comparer.Verdict([Change(Lead, lead, 1) with { N = n, PreviousN = 7 },
            .. claims.Select((judgement, index) => Change($"claim {index}", judgement, 1))]);

        Assert.Equal((state, Lead, n, 7L), (verdict.State, verdict.Lead, verdict.N, verdict.PreviousN));
        Assert.Equal(claims.Length, verdict.Claims.Count);
    }

    [Fact]
    public void Verdict_Claims_AreTheTwoClearestThatAreGoodOrBad()
    {
        FigureChange[] others =
        [
            Change("near", Judgement.Better, 2), Change("clearest", Judgement.Worse, 9), Change("clear", Judgement.Better, 5),
            Change("neither", Judgement.Changed, 20), Change("doubtful", Judgement.Better, 30) with { IsStriking = false },
            Change("still", Judgement.NoClearChange, 1), Change("still and neither", Judgement.NoClearChange, 1) with { Better = null },
            Change("few", Judgement.TooFew, 40), Change("told", Judgement.NotJudged, 50),
        ];
        var verdict = Comparer.Verdict([Change(Lead, Judgement.NoClearChange, 90), .. others]);

        Assert.Equal(["clearest", "clear"], verdict.Claims);
        Assert.Equal(["still"], verdict.Unchanged);
        var unknown = Comparer.Verdict([Change(Lead, Judgement.TooFew, 90), .. others]);
        Assert.Empty(unknown.Claims);
        Assert.Empty(unknown.Unchanged);
    }

    [Theory]
    [InlineData(0.0, 2.0, true)]
    [InlineData(-2.0, 0.0, true)]
    [InlineData(-1.0, 1.0, true)]
    [InlineData(0.1, 2.0, false)]
    [InlineData(-2.0, -0.1, false)]
    public void HasZero_Interval_EndsIncluded(double low, double high, bool expected) =>
        Assert.Equal(expected, new Interval(low, high).HasZero);

    [Fact]
    public void OutboundFunnel_Parts_AddUpToDialled()
    {
        var funnel = OutboundFunnel.Of(new DayFigures
        {
            Outbound = 100,
            OutboundAnswered = 40,
            OutboundTalked = 30,
            OutboundSuccessful = 20,
            OutboundVoicemail = 16,
            OutboundBusy = 8,
            OutboundNoAnswer = 4,
            OutboundFailed = 2,
        });
        Assert.Equal((100L, 40L, 30L, 20L), (funnel.Dialled, funnel.Answered, funnel.Talked, funnel.Successful));
        Assert.Equal((16L, 8L, 4L, 2L, 30L), (funnel.Voicemail, funnel.Busy, funnel.NoAnswer, funnel.Failed, funnel.Unknown));
    }

    private static FigureChange Find(IReadOnlyList<FigureChange> figures, string name) => figures.Single(one => one.Name == name);

    /// <param name="distance">How clear the change is.</param>
    private static FigureChange Change(string name, string judgement, double distance) => new()
    {
        Name = name,
        Kind = "rate",
        Unit = "points",
        Better = "up",
        N = 100,
        PreviousN = 100,
        Judgement = judgement,
        Change = distance,
        Low = 3,
        High = 4,
        IsStriking = true,
    };

    private static PeriodSums Sums(Action<DayFigures> set)
    {
        var day = new DayAggregate();
        set(day.Figures);
        return PeriodSums.Of(new OneDay(day));
    }
}
