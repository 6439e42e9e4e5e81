namespace Voicebot.Core.Kpis;

/// <summary>A figure beside its target.</summary>
public sealed record FigureTarget
{
    /// <summary>As the figure is called in the report.</summary>
    public required string Figure { get; init; }
    /// <summary>Whose target it is; null for the one of all agents.</summary>
    public string? AgentId { get; init; }
    /// <summary>In the figure's own unit: percent, stars, credits or US dollars.</summary>
    public required double Target { get; init; }
    /// <summary>Which way is good: up or down.</summary>
    public required string Better { get; init; }
    /// <summary>Null where nothing was counted.</summary>
    public double? Value { get; init; }
    /// <summary>How many stand behind the value.</summary>
    public long N { get; init; }
    /// <summary>Value less target, in the figure's unit (percentage points for rates); null without a value.</summary>
    public double? Distance { get; init; }
    /// <summary>
    /// met or missed, as the counts are; too_few below 30, where that would say little; unknown without a value.
    /// </summary>
    public required string Standing { get; init; }
}
