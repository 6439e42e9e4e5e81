namespace Voicebot.Core.Conversations;

/// <summary>The stored list document of a conversation and where its details stand.</summary>
public sealed record StoredDocuments
{
    public long Id { get; init; }
    public string ConversationId { get; init; } = "";
    public string AgentId { get; init; } = "";
    public string DetailsState { get; init; } = "";
    public bool Settled { get; init; }
    public long? FirstRunId { get; init; }
    public long? ChangedRunId { get; init; }
    /// <summary>How often in a row the details could not be read.</summary>
    public long DetailsFailures { get; init; }
    /// <summary>When the vendor was found to have deleted it, in unix seconds.</summary>
    public long? DeletedAt { get; init; }
    /// <summary>Texts were forgotten on purpose, so what the vendor still has is not stored again.</summary>
    public bool TextsForgotten { get; init; }
    public bool PhonesForgotten { get; init; }
    public string? ListJson { get; init; }
}
