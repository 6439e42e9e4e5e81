namespace Voicebot.Core.Reviews;

/// <summary>Which of them; null and empty mean no condition.</summary>
public sealed record ReviewQuery
{
    /// <summary>One of <see cref="ReviewState.All"/>, or <see cref="Open"/>.</summary>
    public string? State { get; init; }
    public IReadOnlyList<string> AgentIds { get; init; } = [];
    public string? Owner { get; init; }
    public string? Label { get; init; }
    /// <summary>Put here by this rule.</summary>
    public long? RuleId { get; init; }

    /// <summary>new and in_work together.</summary>
    public const string Open = "open";

    /// <summary>All that are not open.</summary>
    public const string Closed = "closed";
}
