namespace Voicebot.Core.Kpis;

/// <summary>How the conversations of a period divide; lists are sorted by total, largest first. A null key is an unknown value.</summary>
public sealed record Breakdowns
{
    public string? AgentId { get; init; }
    public string? Month { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }
    public required string TimeZone { get; init; }
    public long TotalConversations { get; init; }
    /// <summary>
    /// Side by side, the busiest first; those that had conversations in the period before only, too, where it is compared.
    /// </summary>
    public required IReadOnlyList<AgentFigures> Agents { get; init; }
    public required IReadOnlyList<Share> EndReasons { get; init; }
    public required IReadOnlyList<Share> Languages { get; init; }
    public required IReadOnlyList<Share> Channels { get; init; }
    public required IReadOnlyList<Share> Sources { get; init; }
    public required IReadOnlyList<Share> Statuses { get; init; }
    public required IReadOnlyList<ToolStats> Tools { get; init; }
    /// <summary>Tags of ElevenLabs; a conversation may have several.</summary>
    public required IReadOnlyList<TagCount> Tags { get; init; }
    /// <summary>Versions of the agents; conversations of which none is known are left out.</summary>
    public required IReadOnlyList<VersionFigures> Versions { get; init; }
    /// <summary>Campaigns that calls were dialled for.</summary>
    public required IReadOnlyList<CampaignCount> Campaigns { get; init; }
    /// <summary>How often each result of a transfer came, to people and to agents, failures included.</summary>
    public required IReadOnlyList<TransferCount> Transfers { get; init; }
    public required DurationDistribution Durations { get; init; }
    public required ResponseLatency ResponseLatency { get; init; }
    public required IReadOnlyList<CriterionDay> CriteriaDaily { get; init; }
    /// <summary>Days with ratings only.</summary>
    public required IReadOnlyList<RatingDay> RatingsDaily { get; init; }
}

public sealed record Share(string? Key, long Total);

/// <param name="Title">Null where ElevenLabs has not told it.</param>
public sealed record TagCount(string TagId, string? Title, long Count);

public sealed record VersionFigures(string? BranchId, string? VersionId, long Total, long Finished, long Successful);

public sealed record CampaignCount(string CampaignId, long Count);

/// <param name="ResultType">In the words of ElevenLabs.</param>
/// <param name="Count">Of results.</param>
public sealed record TransferCount(string ResultType, long Count, long Conversations);

/// <summary>Error rate in percent of the calls.</summary>
public sealed record ToolStats(string Name, long Conversations, long Calls, long Errors, double? ErrorRate);

/// <summary>Seconds, over conversations with a duration above 0; percentiles as Excel's PERCENTILE.INC.</summary>
public sealed record DurationDistribution(long Count, double? P50Secs, double? P90Secs, double? P95Secs,
    IReadOnlyList<DurationBucket> Buckets);

/// <summary>From inclusive, to exclusive; null is open.</summary>
public sealed record DurationBucket(long FromSecs, long? ToSecs, long Count);

/// <summary>Milliseconds that users waited for a turn of the agent, over the turns where the vendor measured it.</summary>
public sealed record ResponseLatency(long Count, double? P50Ms, double? P90Ms, double? P95Ms, IReadOnlyList<LatencyBucket> Buckets);

public sealed record LatencyBucket(long FromMs, long? ToMs, long Count);

/// <summary>One criterion on one local day.</summary>
public sealed record CriterionDay(string Id, DateOnly Date, long Pass, long Fail, long Unknown);

/// <summary>How many rated on one local day, and the sum of their ratings.</summary>
public sealed record RatingDay(DateOnly Date, long Count, double Sum);
