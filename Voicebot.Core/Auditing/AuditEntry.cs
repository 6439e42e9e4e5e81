namespace Voicebot.Core.Auditing;

/// <summary>One thing that somebody did.</summary>
public sealed record AuditEntry
{
    public long Id { get; init; }
    /// <summary>Unix seconds.</summary>
    public long At { get; init; }
    /// <summary>owner, viewer, or system for what happens by itself.</summary>
    public string Role { get; init; } = "";
    /// <summary>The person's name where a platform signs people in.</summary>
    public string? Who { get; init; }
    /// <summary>One of <see cref="AuditActions"/>.</summary>
    public string Action { get; init; } = "";
    /// <summary>What it was done to: a conversation's id, a file's name, a masked number.</summary>
    public string? Subject { get; init; }
    public string? Detail { get; init; }
}
