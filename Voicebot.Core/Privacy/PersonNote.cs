namespace Voicebot.Core.Privacy;

/// <summary>What somebody here wrote about a conversation of a person, or did with it.</summary>
public sealed record PersonNote
{
    public const string Review = "review";
    public const string Callback = "callback";

    public required string ConversationId { get; init; }
    /// <summary>Where it was done: <see cref="Review"/> or <see cref="Callback"/>.</summary>
    public required string About { get; init; }
    /// <summary>Unix seconds.</summary>
    public long At { get; init; }
    /// <summary>owner or viewer, as in the audit log.</summary>
    public required string Role { get; init; }
    /// <summary>The name of who did it, where a platform signs people in.</summary>
    public string? Who { get; init; }
    public string? State { get; init; }
    public IReadOnlyList<string> Labels { get; init; } = [];
    public string? Note { get; init; }
}
