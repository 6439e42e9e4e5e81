using Dapper;

namespace Voicebot.Core.Conversations;

/// <summary>
/// Which conversations: the same conditions for lists, exports and the numbers on the page.
/// Null and empty mean no condition.
/// </summary>
public sealed record ConversationFilter
{
    /// <summary>Any of these agents; empty means every agent.</summary>
    public IReadOnlyList<string> AgentIds { get; init; } = [];
    public Period Period { get; init; } = Period.AllTime;
    /// <summary>success, failure, or unknown (neither of the two); finished conversations only.</summary>
    public string? Outcome { get; init; }
    /// <summary>A vendor status, or "finished" (done or failed) or "unfinished".</summary>
    public string? Status { get; init; }
    public string? EndReason { get; init; }
    /// <summary>inbound, outbound, or other.</summary>
    public string? Direction { get; init; }
    public string? Channel { get; init; }
    public string? Source { get; init; }
    public string? Language { get; init; }
    public bool? Transferred { get; init; }
    public bool? Handover { get; init; }
    public bool? Dropout { get; init; }
    public bool? Error { get; init; }
    public bool? Rated { get; init; }
    public bool? CostKnown { get; init; }
    public bool? CostUsdKnown { get; init; }
    public bool? HasTranscript { get; init; }
    /// <summary>Deleted at the vendor, but kept here.</summary>
    public bool? Deleted { get; init; }
    /// <summary>Seconds, inclusive.</summary>
    public long? DurationMin { get; init; }
    public long? DurationMax { get; init; }
    /// <summary>Credits, inclusive.</summary>
    public long? CostMin { get; init; }
    public long? CostMax { get; init; }
    /// <summary>The rounded rating.</summary>
    public int? Rating { get; init; }
    public double? RatingMin { get; init; }
    public double? RatingMax { get; init; }
    public CriterionCondition? Criterion { get; init; }
    /// <summary>Part of a number of either end.</summary>
    public string? Phone { get; init; }
    /// <summary>Text within the summary, the title or the id, in any case.</summary>
    public string? Search { get; init; }

    /// <summary>The condition over <c>conversations c</c>, beginning with WHERE; values go into the parameters.</summary>
    public string ToSql(DynamicParameters parameters)
    {
        var conditions = new List<string>();

        void Add(string condition, string name, object? value)
        {
            if (value is null)
                return;
            conditions.Add(condition);
            parameters.Add(name, value);
        }

        void Flag(string column, bool? value)
        {
            if (value is { } flag)
                conditions.Add($"{column} = {(flag ? 1 : 0)}");
        }

        void Known(string column, bool? value)
        {
            if (value is { } known)
                conditions.Add($"{column} IS {(known ? "NOT NULL" : "NULL")}");
        }

        if (AgentIds.Count > 0)
            Add("c.agent_id IN @agentIds", "agentIds", AgentIds);
        Add("c.local_day >= @fromDay", "fromDay", Period.From?.DayNumber);
        Add("c.local_day <= @toDay", "toDay", Period.To?.DayNumber);
        if (Outcome == "unknown")
            conditions.Add("c.finished = 1 AND c.call_successful NOT IN ('success', 'failure')");
        else
            Add("c.finished = 1 AND c.call_successful = @outcome", "outcome", Outcome);
        if (Status is "finished" or "unfinished")
            conditions.Add($"c.finished = {(Status == "finished" ? 1 : 0)}");
        else
            Add("c.status = @status", "status", Status);
        Add("c.end_reason = @endReason", "endReason", EndReason);
        if (Direction == "other")
            conditions.Add("(c.direction IS NULL OR c.direction NOT IN ('inbound', 'outbound'))");
        else
            Add("c.direction = @direction", "direction", Direction);
        Add("c.channel = @channel", "channel", Channel);
        Add("c.source = @source", "source", Source);
        Add("c.main_language = @language", "language", Language);
        Flag("c.finished * c.transferred", Transferred);
        Flag("c.finished * c.agent_handover", Handover);
        Flag("c.dropout", Dropout);
        Flag("c.finished * c.technical_error", Error);
        Known("c.rating", Rated);
        Known("c.cost_credits", CostKnown);
        Known("c.cost_usd", CostUsdKnown);
        Known("c.bot_message_count", HasTranscript);
        Known("c.deleted_at", Deleted);
        Add("c.duration_seconds >= @durationMin", "durationMin", DurationMin);
        Add("c.duration_seconds > 0 AND c.duration_seconds <= @durationMax", "durationMax", DurationMax);
        Add("c.cost_credits >= @costMin", "costMin", CostMin);
        Add("c.cost_credits <= @costMax", "costMax", CostMax);
        Add("CAST(c.rating + 0.5 AS INTEGER) = @rating", "rating", Rating);
        Add("c.rating >= @ratingMin", "ratingMin", RatingMin);
        Add("c.rating <= @ratingMax", "ratingMax", RatingMax);
        if (Criterion is { } criterion)
        {
            var result = criterion.Result == "unknown" ? "r.result NOT IN ('success', 'failure')" : "r.result = @criterionResult";
            Add($"EXISTS (SELECT 1 FROM criterion_results r WHERE r.conversation = c.id AND r.criterion_id = @criterionId AND {result})", "criterionId", criterion.CriterionId);
            parameters.Add("criterionResult", criterion.Result);
        }
        Add("(contains(c.client_phone, @phone) OR contains(c.agent_phone, @phone))", "phone", Phone);
        Add("EXISTS (SELECT 1 FROM conversation_texts t WHERE t.id = c.id AND (contains(t.summary, @search) OR contains(t.title, @search) OR contains(c.conversation_id, @search)))", "search", Search);
        return conditions.Count == 0 ? "" : "WHERE " + string.Join(" AND ", conditions);
    }
}

/// <summary>A criterion with a result: success, failure, or unknown (neither of the two).</summary>
public sealed record CriterionCondition(string CriterionId, string Result);
