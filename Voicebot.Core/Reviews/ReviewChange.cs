namespace Voicebot.Core.Reviews;

/// <summary>What a person does with a conversation; null leaves as it is.</summary>
public sealed record ReviewChange
{
    public const int MaxOwnerLength = 60;
    public const int MaxLabelLength = 40;
    public const int MostLabels = 20;
    public const int MaxNoteLength = 4000;

    public required string ConversationId { get; init; }
    /// <summary>The one that was read; another one by now keeps everything as it is. Null does not ask.</summary>
    public long? Version { get; init; }
    public string? State { get; init; }
    /// <summary>Empty for nobody.</summary>
    public string? Owner { get; init; }
    public IReadOnlyList<string>? Labels { get; init; }
    public string? Note { get; init; }
}
