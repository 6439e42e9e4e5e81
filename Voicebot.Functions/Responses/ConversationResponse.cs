using Voicebot.Core.Conversations;
using Voicebot.Core.Figures;
using Voicebot.Core.Phones;
using Voicebot.Core.Search;
using Voicebot.Core.Settings;

namespace Voicebot.Functions.Responses;

/// <summary>One row of the list; unknown values are null.</summary>
internal record ConversationResponse
{
    public required string ConversationId { get; init; }
    public required string AgentId { get; init; }
    public required string AgentName { get; init; }
    public required string Status { get; init; }
    public required string CallSuccessful { get; init; }
    public DateTimeOffset? StartTime { get; init; }
    public long? StartTimeUnix { get; init; }
    public long? DurationSecs { get; init; }
    public long? MessageCount { get; init; }
    public long? BotMessageCount { get; init; }
    /// <summary>Turns in which a person said or sent something; null without a transcript.</summary>
    public long? ClientTurnCount { get; init; }
    public string? Direction { get; init; }
    /// <summary>answered, voicemail, busy, no_answer, failed or a word to come; null where the vendor does not say.</summary>
    public string? CallResult { get; init; }
    public required string Channel { get; init; }
    public string? AgentPhone { get; init; }
    /// <summary>Masked unless the settings say otherwise.</summary>
    public string? ClientPhone { get; init; }
    public bool PhonesMasked { get; init; }
    public string? ConversationSource { get; init; }
    public double? Rating { get; init; }
    /// <summary>What the person wrote beside the rating.</summary>
    public string? Comment { get; init; }
    /// <summary>positive, neutral, negative or a word to come; null where ElevenLabs did not look, as with the scores.</summary>
    public string? Sentiment { get; init; }
    /// <summary>-1 to 1.</summary>
    public double? SentimentScore { get; init; }
    /// <summary>That of the worst turn.</summary>
    public double? SentimentLowest { get; init; }
    /// <summary>0 to 1.</summary>
    public double? Frustration { get; init; }
    /// <summary>That of the worst turn.</summary>
    public double? FrustrationHighest { get; init; }
    /// <summary>In the queue, not part of the duration; null when it never waited.</summary>
    public double? QueueWaitSecs { get; init; }
    public string? BranchId { get; init; }
    public string? VersionId { get; init; }
    public string? CampaignId { get; init; }
    /// <summary>Ids of the tags of ElevenLabs, as they were last seen.</summary>
    public required IReadOnlyList<string> TagIds { get; init; }
    public string? TerminationReason { get; init; }
    public required string EndReason { get; init; }
    public bool Transferred { get; init; }
    public bool AgentHandover { get; init; }
    public bool Dropout { get; init; }
    public bool TechnicalError { get; init; }
    /// <summary>Credits.</summary>
    public long? Cost { get; init; }
    /// <summary>US dollars.</summary>
    public double? CostUsd { get; init; }
    public string? TranscriptSummary { get; init; }
    public string? CallSummaryTitle { get; init; }
    public string? MainLanguage { get; init; }
    public required string DetailsState { get; init; }
    /// <summary>When the vendor was found to have deleted it; null for nearly all.</summary>
    public DateTimeOffset? DeletedAt { get; init; }
    /// <summary>Result by criterion id.</summary>
    public required IReadOnlyDictionary<string, string> Criteria { get; init; }

    /// <summary>Where the search was found; null without a search, and when only the id matched.</summary>
    public SearchHit? SearchHit { get; init; }

    public static ConversationResponse Of(ConversationRow row, EffectiveSettings settings)
    {
        var client = settings.MaskPhones ? row.Client() : null;
        return Of(row, settings, text => client is null ? text : client.Within(text));
    }

    /// <param name="shown">What of a text may be shown.</param>
    private static ConversationResponse Of(ConversationRow row, EffectiveSettings settings, Func<string?, string?> shown) => new()
    {
        ConversationId = row.ConversationId,
        AgentId = row.AgentId,
        AgentName = row.AgentName,
        Status = row.Status,
        CallSuccessful = row.CallSuccessful,
        StartTime = row.StartTime is { } start ? settings.Zone.Local(start) : null,
        StartTimeUnix = row.StartTime,
        DurationSecs = row.DurationSeconds,
        MessageCount = row.MessageCount,
        BotMessageCount = row.BotMessageCount,
        ClientTurnCount = row.ClientTurnCount,
        Direction = row.Direction,
        CallResult = row.CallResult,
        Channel = row.Channel,
        AgentPhone = row.AgentPhone,
        ClientPhone = settings.MaskPhones ? PhoneMask.Apply(row.ClientPhone) : row.ClientPhone,
        PhonesMasked = settings.MaskPhones,
        ConversationSource = row.Source,
        Rating = row.Rating,
        Comment = shown(row.Comment),
        Sentiment = row.Sentiment,
        SentimentScore = row.SentimentScore,
        SentimentLowest = row.SentimentLowest,
        Frustration = row.Frustration,
        FrustrationHighest = row.FrustrationHighest,
        QueueWaitSecs = row.QueueSeconds,
        BranchId = row.BranchId,
        VersionId = row.VersionId,
        CampaignId = row.CampaignId,
        TagIds = ConversationAnswers.CollectedIds(row.Tags),
        TerminationReason = shown(row.TerminationReason),
        EndReason = row.EndReason,
        Transferred = row.Transferred,
        AgentHandover = row.AgentHandover,
        Dropout = row.Dropout,
        TechnicalError = row.TechnicalError,
        Cost = row.CostCredits,
        CostUsd = row.CostUsd,
        TranscriptSummary = shown(row.Summary),
        CallSummaryTitle = shown(row.Title),
        MainLanguage = row.MainLanguage,
        DetailsState = row.DetailsState,
        DeletedAt = row.DeletedAt is { } deleted ? settings.Zone.Local(deleted) : null,
        Criteria = ConversationAnswers.Criteria(row.Criteria).ToDictionary(answer => answer.CriterionId, answer => answer.Result),
    };
}

/// <summary>
/// One page; <c>criteria_columns</c> are the criteria that occur on it, <c>criteria_names</c> the known names by id, also of criteria
/// that do not occur on it.
/// </summary>
internal sealed record ConversationListResponse(
    long Total, int Page, int PerPage, IReadOnlyList<string> CriteriaColumns, IReadOnlyDictionary<string, string> CriteriaNames,
        IReadOnlyList<ConversationResponse> Conversations)
{
    public static ConversationListResponse Of(ConversationList list, int page, int perPage, EffectiveSettings settings)
    {
        var rows = list.Rows.Select(row =>
            ConversationResponse.Of(row, settings) with
            {
                SearchHit = Shown(list.Hits.GetValueOrDefault(row.Id), row, settings),
            }).ToList();
        return new ConversationListResponse(list.Total, page, perPage,
            [.. rows.SelectMany(row => row.Criteria.Keys).Distinct().Order(StringComparer.Ordinal)], list.CriterionNames, rows);
    }

    /// <summary>A found text can hold the person's number, too.</summary>
    private static SearchHit? Shown(SearchHit? hit, ConversationRow row, EffectiveSettings settings) =>
        hit is null || !settings.MaskPhones ? hit
            : hit with { Parts = [.. hit.Parts.Select(part => part with { Text = row.Client().Within(part.Text)! })] };
}
