using Voicebot.Core.Phones;

namespace Voicebot.Core.Notes;

/// <summary>What happened on a day, so that people know it when they look at its figures: "new script", "no telephone line".</summary>
public sealed record DayNote
{
    public const int MostNotes = 1000;
    public const int MaxTextLength = 300;

    public long Id { get; init; }
    /// <summary>In the reporting zone.</summary>
    public required DateOnly Day { get; init; }
    public required string Text { get; init; }
    /// <summary>Null for all agents.</summary>
    public string? AgentId { get; init; }
    /// <summary>owner or viewer, as in the audit log, of who wrote it last.</summary>
    public string Role { get; init; } = "";
    /// <summary>That person's name where a platform signs people in.</summary>
    public string? Who { get; init; }
    /// <summary>Counts up with every change, so that the later of two people sees that there was another.</summary>
    public long Version { get; init; } = 1;
    /// <summary>Unix seconds.</summary>
    public long ChangedAt { get; init; }

    /// <summary>The same without the number, or other address, of somebody; itself where it does not hold it.</summary>
    public DayNote Without(ClientIdentity somebody) =>
        somebody.Removed(Text) is { } removed && removed != Text ? this with { Text = removed } : this;
}
