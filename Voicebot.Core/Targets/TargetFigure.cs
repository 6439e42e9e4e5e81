using Voicebot.Core.Figures;

namespace Voicebot.Core.Targets;

/// <summary>A figure that may have a target: one that gets better one way, so that it can be said whether the target is met.</summary>
/// <param name="Name">As in the report.</param>
/// <param name="Unit">percent, rating (1–5), credits or usd.</param>
/// <param name="Decimals">As many as the report gives of it.</param>
public sealed record TargetFigure(string Name, string Unit, double Least, double Most, int Decimals)
{
    private const double MostCredits = 1_000_000;
    private const double MostDollars = 10_000;

    public static IReadOnlyList<TargetFigure> All { get; } =
    [
        Rate("conversion_rate"), Rate("criteria_pass_rate"), Rate("dropout_rate"), new("avg_rating", "rating", 1, 5, 2),
        Rate("connection_rate"), Rate("error_rate"), new("avg_cost_per_session", "credits", 0, MostCredits, 2),
        new("cost_usd_per_success", "usd", 0, MostDollars, 6), new("cost_usd_per_minute", "usd", 0, MostDollars, 6),
    ];

    /// <summary>Which way is good: up or down.</summary>
    public string Better { get; } = GoodWay.Of(Name) ?? throw new ArgumentException("It gets better neither way.", nameof(Name));

    public static TargetFigure? Find(string? name) => All.FirstOrDefault(figure => figure.Name == name);

    /// <summary>Whether a value is as good as the target, or better.</summary>
    public bool IsMet(double value, double target) => Better == GoodWay.Up ? value >= target : value <= target;

    private static TargetFigure Rate(string name) => new(name, "percent", 0, 100, 2);
}
