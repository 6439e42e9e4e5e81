using System.Diagnostics.CodeAnalysis;
using Voicebot.Core.Figures;

namespace Voicebot.Core.Conversations;

/// <summary>
/// The narrow stored row of one conversation: what KPIs count and lists sort by.
/// Instants are unix seconds; null means unknown, never zero.
/// </summary>
public sealed record Conversation
{
    public required string ConversationId { get; init; }
    public required string AgentId { get; init; }
    public string? AgentName { get; init; }
    /// <summary>The vendor's word: initiated, in-progress, processing, done, failed, or one to come.</summary>
    public required string Status { get; init; }
    /// <summary>success, failure or unknown.</summary>
    public required string CallSuccessful { get; init; }
    public long? StartTime { get; init; }
    public long? DurationSeconds { get; init; }
    public long? MessageCount { get; init; }
    /// <summary>Agent turns with a message; null without a transcript.</summary>
    public long? BotMessageCount { get; init; }
    /// <summary>inbound, outbound, or null where a conversation has no direction (web, text).</summary>
    public string? Direction { get; init; }
    /// <summary>The vendor's initiation source, such as twilio, sip_trunk, widget.</summary>
    public string? Source { get; init; }
    public required Channel Channel { get; init; }
    public string? MainLanguage { get; init; }
    public string? AgentPhone { get; init; }
    public string? ClientPhone { get; init; }
    /// <summary>Other ids of the client (see <see cref="Phones.ClientIdentity.Others"/>).</summary>
    public string? ClientIds { get; init; }
    /// <summary>By which the conversations of one person are found (see <see cref="Phones.ClientIdentity.Key"/>).</summary>
    public long? ClientKey { get; init; }
    /// <summary>By which people who come back are counted (see <see cref="Phones.ClientIdentity.PersonKey"/>).</summary>
    public long? PersonKey { get; init; }
    /// <summary>The same by the user's id that the company gave; null without one.</summary>
    public long? UserKey { get; init; }
    /// <summary>The version of the agent.</summary>
    public string? VersionId { get; init; }
    /// <summary>The branch of the agent, of which versions are made.</summary>
    public string? BranchId { get; init; }
    /// <summary>positive, neutral, negative or a word to come; null where the vendor did not look.</summary>
    public string? Sentiment { get; init; }
    /// <summary>-1 to 1.</summary>
    public double? SentimentScore { get; init; }
    /// <summary>That of the worst turn.</summary>
    public double? SentimentLowest { get; init; }
    /// <summary>0 to 1.</summary>
    public double? Frustration { get; init; }
    /// <summary>That of the worst turn.</summary>
    public double? FrustrationHighest { get; init; }
    /// <summary>Ids of the vendor's tags.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];
    /// <summary>1–5.</summary>
    public double? Rating { get; init; }
    /// <summary>What the person wrote beside the rating.</summary>
    public string? Comment { get; init; }
    /// <summary>Seconds in the queue before the conversation, not part of its duration; null when it never waited.</summary>
    public double? QueueSeconds { get; init; }
    /// <summary>The campaign that the call was dialled for.</summary>
    public string? CampaignId { get; init; }
    /// <summary>How dialling ended (see <see cref="CallResults"/>); null where the vendor does not say.</summary>
    public string? CallResult { get; init; }
    /// <summary>Turns in which a person said or sent something; null without a transcript.</summary>
    public long? ClientTurnCount { get; init; }
    public string? TerminationReason { get; init; }
    public required EndReason EndReason { get; init; }
    public bool Transferred { get; init; }
    public bool AgentHandover { get; init; }
    public bool TechnicalError { get; init; }
    public long? CostCredits { get; init; }
    public double? CostUsd { get; init; }
    /// <summary>Billionths of a dollar by <see cref="CostPart"/>, where the vendor says them.</summary>
    public IReadOnlyList<(string Part, long Nanos)> CostParts { get; init; } = [];
    public string? Title { get; init; }
    public string? Summary { get; init; }
    /// <summary>success, failure, unknown or a value to come, by criterion id.</summary>
    public IReadOnlyList<(string CriterionId, string Result)> Criteria { get; init; } = [];
    /// <summary>How often each tool was called, and how often it answered with an error.</summary>
    public IReadOnlyList<(string Tool, long Calls, long Errors)> Tools { get; init; } = [];
    /// <summary>How often each result of a transfer came, successes and failures, by the vendor's result type.</summary>
    public IReadOnlyList<(string ResultType, long Count)> Transfers { get; init; } = [];
    /// <summary>Collected values as JSON text, null for a collected null.</summary>
    public IReadOnlyList<(string DataId, string? Json)> Collected { get; init; } = [];
    /// <summary>How long the user waited for each turn of the agent, in milliseconds, where the vendor measured it.</summary>
    public IReadOnlyList<long> ResponseTimes { get; init; } = [];
    /// <summary>What was said, a line per turn, for the search; null without a transcript.</summary>
    public string? TranscriptText { get; init; }

    public bool Finished => IsFinal(Status);

    /// <summary>The vendor's status of a conversation that is over.</summary>
    public static bool IsFinal([NotNullWhen(true)] string? status) => status is "done" or "failed";

    /// <summary>Done without success and without a transfer, because the far end broke it off (KPI 6).</summary>
    public bool Dropout => Status == "done" && CallSuccessful != "success" && !Transferred && EndReason.BreaksOff();
}

/// <summary>How the far end was connected.</summary>
public enum Channel
{
    Phone,
    Web,
    Text,
}
