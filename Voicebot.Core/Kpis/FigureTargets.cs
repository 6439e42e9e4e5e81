using Voicebot.Core.Targets;

namespace Voicebot.Core.Kpis;

/// <summary>Sets figures beside their targets; pure.</summary>
public static class FigureTargets
{
    public const string Met = "met";
    public const string Missed = "missed";
    public const string TooFew = "too_few";
    public const string Unknown = "unknown";

    /// <param name="targets">Those in force, see <see cref="TargetChoice"/>.</param>
    public static IReadOnlyList<FigureTarget> Of(KpiFigures figures, IEnumerable<Target> targets) => All(targets, name => name switch
    {
        "conversion_rate" => (figures.ConversionRate, figures.FinishedCount),
        "criteria_pass_rate" => Criteria(figures),
        "dropout_rate" => (figures.DropoutRate, figures.FinishedCount),
        "avg_rating" => (figures.AvgRating, figures.RatingCount),
        "connection_rate" => (figures.ConnectionRate, figures.FinishedCount),
        "error_rate" => (figures.ErrorRate, figures.FinishedCount),
        "avg_cost_per_session" => (figures.AvgCostPerSession, figures.CostKnownCount),
        "cost_usd_per_success" => (figures.CostUsdPerSuccess, figures.SuccessfulCount),
        "cost_usd_per_minute" => (figures.CostUsdPerMinute, figures.CostUsdKnownCount),
        _ => null,
    });

    /// <summary>Those of the figures that agents are set side by side by.</summary>
    public static IReadOnlyList<FigureTarget> Of(AgentFigures agent, IEnumerable<Target> targets) => All(targets, name => name switch
    {
        "conversion_rate" => (agent.ConversionRate, agent.FinishedCount),
        "dropout_rate" => (agent.DropoutRate, agent.FinishedCount),
        "error_rate" => (agent.ErrorRate, agent.FinishedCount),
        "avg_cost_per_session" => (agent.AvgCostPerSession, agent.CostKnownCount),
        _ => null,
    });

    private static IReadOnlyList<FigureTarget> All(IEnumerable<Target> targets, Func<string, (double? Value, long N)?> figure)
    {
        var all = targets.ToList();
        return
        [
            // In the order of the figures, whenever somebody set them.
            .. from known in TargetFigure.All
               from target in all
               where target.Figure == known.Name && figure(known.Name) is not null
               let found = figure(known.Name)!.Value
               select One(known, target, found.Value, found.N),
        ];
    }

    private static FigureTarget One(TargetFigure figure, Target target, double? value, long n) => new()
    {
        Figure = figure.Name,
        AgentId = target.AgentId,
        Target = target.Value,
        Better = figure.Better,
        Value = value,
        N = n,
        Distance = value is { } known ? Math.Round(known - target.Value, figure.Decimals) : null,
        Standing = value is not { } counted ? Unknown
            : n < Comparer.LeastN ? TooFew
            : figure.IsMet(counted, target.Value) ? Met : Missed,
    };

    /// <summary>All criteria together.</summary>
    private static (double? Value, long N) Criteria(KpiFigures figures)
    {
        var pass = figures.CriteriaStats.Sum(one => one.Pass);
        var judged = pass + figures.CriteriaStats.Sum(one => one.Fail);
        return (KpiCalculator.Percent(pass, judged), judged);
    }
}
