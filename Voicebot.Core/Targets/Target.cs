namespace Voicebot.Core.Targets;

/// <summary>What a figure should reach, set by the owner for everybody.</summary>
public sealed record Target
{
    public const int MostTargets = 500;

    public long Id { get; init; }
    /// <summary>One of <see cref="TargetFigure.All"/>, as the figure is called in the report.</summary>
    public required string Figure { get; init; }
    /// <summary>Null for all agents together, and for each that has none of its own.</summary>
    public string? AgentId { get; init; }
    /// <summary>In the figure's own unit.</summary>
    public required double Value { get; init; }
    /// <summary>Counts up with every change, so that the later of two people sees that there was another.</summary>
    public long Version { get; init; } = 1;
    /// <summary>Unix seconds.</summary>
    public long ChangedAt { get; init; }
}
