using Voicebot.Core.Figures;
using Voicebot.Core.Kpis;
using Voicebot.Core.Targets;
using Voicebot.Core.Time;

namespace Voicebot.Tests.Kpis;

public sealed class FigureTargetsTests
{
    private static readonly DayFigures Day = new()
    {
        Total = 60,
        Finished = 50,
        Done = 45,
        StatusFailed = 5,
        Successful = 40,
        Dropouts = 5,
        Errors = 5,
        CostKnown = 40,
        Cost = 4_000,
        CostUsdKnown = 40,
        CostUsdNanos = 10_000_000_000,
        DurationCount = 40,
        DurationSum = 2_400,
    };

    [Theory]
    [InlineData("conversion_rate", 80, "met", 0.0)]
    [InlineData("conversion_rate", 80.01, "missed", -0.01)]
    [InlineData("dropout_rate", 10, "met", 0.0)]
    [InlineData("dropout_rate", 9.5, "missed", 0.5)]
    [InlineData("connection_rate", 95, "missed", -5.0)]
    [InlineData("error_rate", 12, "met", -2.0)]
    [InlineData("avg_cost_per_session", 99.5, "missed", 0.5)]
    [InlineData("cost_usd_per_success", 0.25, "met", 0.0)]
    [InlineData("cost_usd_per_minute", 0.2, "missed", 0.05)]
    [InlineData("avg_rating", 4, "too_few", 0.5)]
    [InlineData("criteria_pass_rate", 90, "unknown", null)]
    public void Of_AFigure_SaysWhetherItIsAsGoodAsItsTarget(string name, double target, string standing, double? distance)
    {
        var figures = KpiCalculator.Figures(Period.AllTime, Day, [], [(4.5, 10)]);

        var told = Assert.Single(FigureTargets.Of(figures, [new Target { Figure = name, Value = target }]));

        Assert.Equal((name, target, standing, distance), (told.Figure, told.Target, told.Standing, told.Distance));
        Assert.Equal(GoodWay.Of(name), told.Better);
    }

    [Fact]
    public void Of_EveryFigureThatMayHaveATarget_HasAValueToCompare()
    {
        var figures = KpiCalculator.Figures(Period.AllTime, Day, [], [(4.5, 10)]) with
        {
            CriteriaStats =
            [
                new CriterionStats { Id = "a", Name = "a", Pass = 30, Fail = 10 },
                new CriterionStats { Id = "b", Name = "b", Pass = 1, Fail = 1 },
            ],
        };

        var told = FigureTargets.Of(figures, TargetFigure.All.Reverse().Select(figure => new Target { Figure = figure.Name, Value = 5 }));

        Assert.Equal(TargetFigure.All.Select(figure => figure.Name), told.Select(one => one.Figure));
        Assert.DoesNotContain(told, one => one.Value is null);
        Assert.Equal((73.81, 42L), (told[1].Value, told[1].N));
    }

    [Fact]
    public void For_Agents_TakesTheOwnOfTheOnlyOneElseThatOfAll()
    {
        Target Of(string figure, string? agentId, double value) => new() { Figure = figure, AgentId = agentId, Value = value };
        Target[] targets =
            [Of("conversion_rate", "a", 1), Of("conversion_rate", null, 2), Of("error_rate", null, 3), Of("dropout_rate", "b", 4)];
        double[] For(params string[] agentIds) => [.. TargetChoice.For(targets, agentIds).Select(target => target.Value)];

        Assert.Equal([1, 3], For("a"));
        Assert.Equal([2, 3, 4], For("b"));
        Assert.Equal([2, 3], For("a", "b"));
        Assert.Equal([2, 3], For());
    }
}
