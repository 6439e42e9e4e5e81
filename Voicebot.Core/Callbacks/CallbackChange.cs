namespace Voicebot.Core.Callbacks;

/// <summary>What somebody did about a person.</summary>
public sealed record CallbackChange
{
    public const int MaxNoteLength = 1000;

    /// <summary>Any conversation of the person.</summary>
    public required string ConversationId { get; init; }
    /// <summary>One of <see cref="CallbackAction.All"/>.</summary>
    public required string Action { get; init; }
    /// <summary>Of the mark that was read, 0 for none; another one by now keeps everything as it is. Null does not ask.</summary>
    public long? Version { get; init; }
    /// <summary>Null keeps the note, an empty one removes it.</summary>
    public string? Note { get; init; }
    /// <summary>When one who did not answer comes back, in unix seconds; null leaves it to the settings.</summary>
    public long? Until { get; init; }
}
