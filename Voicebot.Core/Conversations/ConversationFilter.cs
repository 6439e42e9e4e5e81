using Dapper;
using Voicebot.Core.Data;
using Voicebot.Core.Figures;
using Voicebot.Core.Json;
using Voicebot.Core.Phones;
using Voicebot.Core.Search;
using Voicebot.Core.Time;

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
    /// <summary>How dialling ended (see <see cref="CallResults"/>), or unknown (none of these).</summary>
    public string? CallResult { get; init; }
    /// <summary>A person said or sent something.</summary>
    public bool? Talked { get; init; }
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
    /// <summary>Part of a number of either end; of a masked one, only the whole number or what the mask shows.</summary>
    public string? Phone { get; init; }
    /// <summary>Whoever asks sees the clients' numbers masked only: no condition and no hit may tell more.</summary>
    public bool MaskPhones { get; init; }
    /// <summary>Words of title, summary or transcript, or an id (see <see cref="SearchText"/>).</summary>
    public string? Search { get; init; }
    /// <summary>Only how the search is carried out (see <see cref="SearchBreadth"/>).</summary>
    internal bool SearchIsBroad { get; init; }
    /// <summary>Called this tool at least once.</summary>
    public string? Tool { get; init; }
    /// <summary>Got an error from this tool at least once.</summary>
    public string? ToolError { get; init; }
    /// <summary>Local weekday of the start, 1 is Monday.</summary>
    public int? Weekday { get; init; }
    /// <summary>Local hour of the start, 0–23.</summary>
    public int? Hour { get; init; }
    /// <summary>Any of these conversations; empty means all.</summary>
    public IReadOnlyList<string> Ids { get; init; } = [];

    /// <summary>True when only agents and days are asked for, which the daily aggregates can count.</summary>
    public bool IsScope => this with { AgentIds = Scope.AgentIds, Period = Scope.Period, MaskPhones = Scope.MaskPhones } == Scope;

    /// <summary>Agents and days for the daily aggregates; the other conditions are left out.</summary>
    public AggregateScope ToScope() => new(AgentIds, Period.From?.DayNumber, Period.To?.DayNumber);

    /// <summary>The condition over <c>conversations c</c>, beginning with WHERE; values go into the parameters.</summary>
    /// <param name="connection">Where it is asked; learns the functions that the condition needs.</param>
    public string ToSql(PreparedConnection connection, DynamicParameters parameters)
    {
        var zone = DerivedState.Zone(connection);
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

        long? start = Period.From is { } from ? zone.StartOf(from) : null;
        long? end = Period.To is { } to ? zone.EndOf(to) : null;
        // The plus keeps SQLite at the index of the starts, which covers most conditions and has the order of lists.
        if (AgentIds.Count == 1)
            Add($"{(IsScope ? "" : "+")}c.agent_id = @agentId", "agentId", AgentIds[0]);
        else if (AgentIds.Count > 1)
            Add("+c.agent_id IN @agentIds", "agentIds", AgentIds);
        Add("c.start_time >= @periodStart", "periodStart", start);
        Add("c.start_time < @periodEnd", "periodEnd", end);
        if (Ids.Count > 0)
            Add("c.conversation_id IN @ids", "ids", Ids);
        if (Weekday is not null || Hour is not null)
            conditions.Add(LocalHours.Condition(zone, Weekday, Hour, start, end));
        if (Outcome == "unknown")
            conditions.Add("c.finished = 1 AND c.call_successful NOT IN ('success', 'failure')");
        else
            Add("c.finished = 1 AND c.call_successful = @outcome", "outcome", Outcome);
        if (Status is "finished" or "unfinished")
            conditions.Add($"c.finished = {(Status == "finished" ? 1 : 0)}");
        else
            Add("c.status = @status", "status", Status);
        Add("c.end_reason = @endReason", "endReason", EndReason);
        if (CallResult == CallResults.Unknown)
            conditions.Add($"(c.call_result IS NULL OR c.call_result NOT IN ({string.Join(", ", CallResults.All.Select(word => $"'{word}'"))}))");
        else
            Add("c.call_result = @callResult", "callResult", CallResult);
        Flag("(COALESCE(c.client_turn_count, 0) > 0)", Talked);
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
            conditions.Add(JsonMember.Condition("c.criteria", criterion.CriterionId, "criterion", "", criterion.Result == "unknown" ? "NOT IN ('success', 'failure')" : "= @criterionResult", parameters));
            parameters.Add("criterionResult", criterion.Result);
        }
        if (Phone is not null)
            Add(PhoneCondition(connection), "phone", Phone);
        if (Tool is not null)
            conditions.Add(JsonMember.Condition("c.tools", Tool, "tool", "", "IS NOT NULL", parameters));
        if (ToolError is not null)
            conditions.Add(JsonMember.Condition("c.tools", ToolError, "toolError", "[1]", "> 0", parameters));
        AddSearch(conditions, parameters);
        return conditions.Count == 0 ? "" : "WHERE " + string.Join(" AND ", conditions);
    }

    private static ConversationFilter Scope { get; } = new();

    /// <summary>The company's own numbers are never masked.</summary>
    private string PhoneCondition(PreparedConnection connection)
    {
        connection.Define("phone_part", PhoneMatch.IsPart);
        connection.Define("phone_same", PhoneMatch.IsSameOrShown);
        connection.Define("client_is", ClientIdentity.IsOneOf);
        var client = $"{(MaskPhones ? "phone_same" : "phone_part")}(c.client_phone, @phone) OR (c.client_ids IS NOT NULL AND client_is(c.client_ids, @phone))";
        return $"({client} OR phone_part(c.agent_phone, @phone))";
    }

    private void AddSearch(List<string> conditions, DynamicParameters parameters)
    {
        if (Search is not { } search)
            return;
        // A pasted id, or its beginning, is found as well as words.
        var found = "SELECT id FROM conversations WHERE conversation_id >= @search AND conversation_id < @search || char(1114111)";
        if (SearchText.Match(search) is { } match)
        {
            found = "SELECT rowid FROM conversation_search WHERE conversation_search MATCH @match UNION " + found;
            parameters.Add("match", match);
        }
        else if (!MaskPhones || !PhoneMatch.HoldsDigits(search))
        {
            // Signs alone are no words; they are looked for in the short texts, where ringed digits could be a masked number's.
            found = "SELECT id FROM conversation_texts WHERE contains(summary, @search) OR contains(title, @search) UNION " + found;
        }
        conditions.Add($"{(SearchIsBroad ? "+" : "")}c.id IN ({found})");
        parameters.Add("search", search);
    }
}

/// <summary>A criterion with a result: success, failure, or unknown (neither of the two).</summary>
public sealed record CriterionCondition(string CriterionId, string Result);
