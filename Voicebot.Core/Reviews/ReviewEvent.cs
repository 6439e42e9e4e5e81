namespace Voicebot.Core.Reviews;

/// <summary>One thing that a person did with it; null is what was left as it was.</summary>
public sealed record ReviewEvent
{
    /// <summary>Unix seconds.</summary>
    public long At { get; init; }
    /// <summary>owner or viewer, as in the audit log.</summary>
    public string Role { get; init; } = "";
    /// <summary>The person's name where a platform signs people in.</summary>
    public string? Who { get; init; }
    public string? State { get; init; }
    /// <summary>Empty for nobody.</summary>
    public string? Owner { get; init; }
    public IReadOnlyList<string>? Labels { get; init; }
    public string? Note { get; init; }
}
