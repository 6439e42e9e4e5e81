namespace Voicebot.Core.Kpis;

/// <summary>Two sets of conversations side by side, and how the first differs from the second; free of any language.</summary>
public sealed record SegmentComparison
{
    public required string TimeZone { get; init; }
    public required KpiFigures First { get; init; }
    public required KpiFigures Second { get; init; }
    /// <summary>How many conversations are in both.</summary>
    public long Shared { get; init; }
    /// <summary>The first's value with the second's as the one before; nothing is judged where conversations are shared.</summary>
    public required IReadOnlyList<FigureChange> Figures { get; init; }
    /// <summary>The same of each criterion; its name is the criterion's id.</summary>
    public required IReadOnlyList<FigureChange> Criteria { get; init; }
}
