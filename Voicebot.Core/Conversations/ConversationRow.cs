using Voicebot.Core.Figures;
using Voicebot.Core.Phones;

namespace Voicebot.Core.Conversations;

/// <summary>One row of a list or an export, as stored. Instants are unix seconds.</summary>
public sealed record ConversationRow
{
    public long Id { get; init; }
    public string ConversationId { get; init; } = "";
    public string AgentId { get; init; } = "";
    /// <summary>See <see cref="Agents.AgentStore.NameSql"/>.</summary>
    public string AgentName { get; init; } = "";
    public string Status { get; init; } = "";
    public string CallSuccessful { get; init; } = "";
    public long? StartTime { get; init; }
    public long? DurationSeconds { get; init; }
    public long? MessageCount { get; init; }
    public long? BotMessageCount { get; init; }
    public long? ClientTurnCount { get; init; }
    public string? Direction { get; init; }
    public string? Source { get; init; }
    public string Channel { get; init; } = "";
    public string? MainLanguage { get; init; }
    public string? AgentPhone { get; init; }
    public string? ClientPhone { get; init; }
    /// <summary>Other ids of the client (see <see cref="ClientIdentity.Others"/>).</summary>
    public string? ClientIds { get; init; }
    public string? VersionId { get; init; }
    public string? BranchId { get; init; }
    /// <summary>See <see cref="Conversation.Sentiment"/>, and so on.</summary>
    public string? Sentiment { get; init; }
    public double? SentimentScore { get; init; }
    public double? SentimentLowest { get; init; }
    public double? Frustration { get; init; }
    public double? FrustrationHighest { get; init; }
    /// <summary>JSON, ids; null without any.</summary>
    public string? Tags { get; init; }
    public double? QueueSeconds { get; init; }
    public string? CampaignId { get; init; }
    public double? Rating { get; init; }
    public string? CallResult { get; init; }
    public string? TerminationReason { get; init; }
    public string EndReason { get; init; } = "";
    public bool Transferred { get; init; }
    public bool AgentHandover { get; init; }
    public bool Dropout { get; init; }
    public bool TechnicalError { get; init; }
    public long? CostCredits { get; init; }
    public double? CostUsd { get; init; }
    /// <summary>
    /// pending, read, failed, missing (the vendor has no such conversation any more) or given_up (it never ended, and is not asked for any
    /// more).
    /// </summary>
    public string DetailsState { get; init; } = "";
    public string? DetailsError { get; init; }
    /// <summary>When the vendor was found to have deleted it; what we know of it stays.</summary>
    public long? DeletedAt { get; init; }
    /// <summary>When title, summary, transcript and collected data were forgotten here on purpose; null for most.</summary>
    public long? TextsForgottenAt { get; init; }
    /// <summary>JSON, result by criterion; null without any (see <see cref="ConversationAnswers"/>).</summary>
    public string? Criteria { get; init; }
    public string? Title { get; init; }
    public string? Summary { get; init; }
    public string? Comment { get; init; }

    /// <summary>Whom no text may name while numbers are masked.</summary>
    public ClientIdentity Client() => ClientIdentity.Of(ClientPhone, ClientIds);
}
