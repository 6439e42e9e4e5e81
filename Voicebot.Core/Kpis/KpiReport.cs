namespace Voicebot.Core.Kpis;

/// <summary>
/// The twelve KPIs of a period. Rates are percent with two decimals, null without a denominator; the denominator of
/// conversion, connection, transfer, drop-out and error rates is <see cref="KpiFigures.FinishedCount"/>.
/// </summary>
public sealed record KpiReport : KpiFigures
{
    [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
    public KpiReport(KpiFigures figures) : base(figures) => (TimeZone, DailyTrends, HourlyVolume) = ("", [], []);

    public string? AgentId { get; init; }
    /// <summary>YYYY-MM when the period was asked for as a month.</summary>
    public string? Month { get; init; }
    public required string TimeZone { get; init; }
    /// <summary>End of the last good synchronisation, of several agents the oldest; null before the first.</summary>
    public DateTimeOffset? AsOf { get; init; }
    /// <summary>Agents that never had a good synchronisation, so that <see cref="AsOf"/> says nothing of them.</summary>
    public IReadOnlyList<string> AsOfWithout { get; init; } = [];
    public required IReadOnlyList<DailyTrend> DailyTrends { get; init; }
    public required IReadOnlyList<HourlyVolume> HourlyVolume { get; init; }
    /// <summary>
    /// The same figures of the period before, like with like (see <see cref="ComparedPeriods"/>), when they were asked for.
    /// </summary>
    public KpiFigures? Previous { get; init; }
    /// <summary>
    /// The days of the whole period before, for a line behind this one's; beyond what is compared where this one is still running.
    /// </summary>
    public IReadOnlyList<DailyTrend>? PreviousTrends { get; init; }
    /// <summary>
    /// The figures that have a target: of one agent its own, else, and of several together, that for all. Whatever else narrows the
    /// conversations, it is the same.
    /// </summary>
    public IReadOnlyList<FigureTarget> Targets { get; init; } = [];
    /// <summary>How the figures moved, when it was asked for and something can be compared.</summary>
    public Comparison? Comparison { get; init; }
}

/// <summary>The figures of one period; days are local and inclusive, null for all time.</summary>
public record KpiFigures
{
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }
    public long TotalConversations { get; init; }
    /// <summary>Status done or failed.</summary>
    public long FinishedCount { get; init; }
    public long InProgressCount { get; init; }

    public double? ConversionRate { get; init; }
    public long SuccessfulCount { get; init; }
    public long FailedCount { get; init; }
    public long UnknownCount { get; init; }

    public long DoneCalls { get; init; }
    public long FailedCalls { get; init; }
    public double? ConnectionRate { get; init; }

    public IReadOnlyList<CriterionStats> CriteriaStats { get; init; } = [];

    /// <summary>Conversations with a duration over 0; the base of the duration figures.</summary>
    public long DurationCount { get; init; }
    public double? AvgDurationSecs { get; init; }
    public long? MinDurationSecs { get; init; }
    public long? MaxDurationSecs { get; init; }
    /// <summary>Percentiles are interpolated as Excel's PERCENTILE.INC does.</summary>
    public double? MedianDurationSecs { get; init; }
    public double? P90DurationSecs { get; init; }
    public double? P95DurationSecs { get; init; }
    [System.Text.Json.Serialization.JsonPropertyName("short_calls_under_30s")]
    public long ShortCallsUnder30s { get; init; }
    [System.Text.Json.Serialization.JsonPropertyName("long_calls_over_300s")]
    public long LongCallsOver300s { get; init; }

    public long TransferCount { get; init; }
    public double? TransferRate { get; init; }
    /// <summary>Hand-overs to another AI agent; never part of the transfers.</summary>
    public long AgentHandoverCount { get; init; }

    public long DropoutCount { get; init; }
    public double? DropoutRate { get; init; }

    /// <summary>Conversations with a transcript; the base of both averages.</summary>
    public long TranscriptCount { get; init; }
    public double? AvgBotMessages { get; init; }
    public double? AvgMessageCount { get; init; }

    /// <summary>Credits, over the conversations whose credits are known.</summary>
    public long? TotalCost { get; init; }
    public double? AvgCostPerSession { get; init; }
    public long CostKnownCount { get; init; }
    /// <summary>US dollars, over the conversations whose dollars are known.</summary>
    public double? TotalCostUsd { get; init; }
    public double? AvgCostUsd { get; init; }
    public long CostUsdKnownCount { get; init; }
    /// <summary>All known dollars by the successful conversations; null without any.</summary>
    public double? CostUsdPerSuccess { get; init; }
    /// <summary>All known dollars by the minutes talked; null without any.</summary>
    public double? CostUsdPerMinute { get; init; }

    public long TechnicalErrors { get; init; }
    public double? ErrorRate { get; init; }

    public double? AvgRating { get; init; }
    public long RatingCount { get; init; }
    /// <summary>How many rated 1 to 5; a fraction counts with the nearest.</summary>
    public required IReadOnlyDictionary<string, long> RatingDistribution { get; init; }

    public long InboundCalls { get; init; }
    public long OutboundCalls { get; init; }
    /// <summary>Web, text and unknown.</summary>
    public long OtherCalls { get; init; }
    public required OutboundFunnel OutboundFunnel { get; init; }

    public required SentimentFigures Sentiment { get; init; }
    public required QueueFigures Queue { get; init; }
    /// <summary>Null where there are too many conversations to be counted before they are in memory.</summary>
    public RepeatCallers? RepeatCallers { get; init; }
    /// <summary>Conversations with a comment beside the rating.</summary>
    public long CommentCount { get; init; }
}

/// <summary>How one evaluation criterion was answered; <see cref="PassRate"/> is pass / (pass + fail) in percent.</summary>
public sealed record CriterionStats
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    /// <summary>What people call it; null when unknown.</summary>
    public string? DisplayName { get; init; }
    public long Pass { get; init; }
    public long Fail { get; init; }
    public long Unknown { get; init; }
    public long Total { get; init; }
    public double? PassRate { get; init; }
    /// <summary>The rate's own interval of 95 % (Wilson), in percent; null where nothing was judged.</summary>
    public double? PassRateLow { get; init; }
    public double? PassRateHigh { get; init; }
}

/// <summary>One local day; sums that nobody knows are null.</summary>
public sealed record DailyTrend
{
    public DateOnly Date { get; init; }
    public long Total { get; init; }
    public long Success { get; init; }
    public long Failed { get; init; }
    public long Unknown { get; init; }
    public double? AvgDuration { get; init; }
    public long? Cost { get; init; }
    public double? CostUsd { get; init; }
    public long Dropouts { get; init; }
    public long Transfers { get; init; }
    public long Errors { get; init; }
    /// <summary>Status done.</summary>
    public long Done { get; init; }
    /// <summary>
    /// Seconds of all its conversations with a duration over 0, and how many they are: averages of several days are sums over sums.
    /// </summary>
    public long DurationSecs { get; init; }
    public long DurationCount { get; init; }
    /// <summary>Conversations whose credits are known.</summary>
    public long CostKnownCount { get; init; }
}

/// <summary>Conversations that began in one hour of the week; weekday 1 is Monday, hours are local.</summary>
public sealed record HourlyVolume(int Weekday, int Hour, long Total);
