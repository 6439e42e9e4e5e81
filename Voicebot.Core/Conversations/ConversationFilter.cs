using Dapper;
using Voicebot.Core.Data;
using Voicebot.Core.Figures;
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
    /// <summary>Any of success, failure, and unknown (neither of the two); finished conversations only.</summary>
    public IReadOnlyList<string> Outcomes { get; init; } = [];
    /// <summary>A vendor status, or "finished" (done or failed) or "unfinished".</summary>
    public string? Status { get; init; }
    public IReadOnlyList<string> EndReasons { get; init; } = [];
    /// <summary>How dialling ended (see <see cref="CallResults"/>), or unknown (none of these).</summary>
    public string? CallResult { get; init; }
    /// <summary>A person said or sent something.</summary>
    public bool? Talked { get; init; }
    /// <summary>Any of inbound, outbound, and other (neither of the two).</summary>
    public IReadOnlyList<string> Directions { get; init; } = [];
    public IReadOnlyList<string> Channels { get; init; } = [];
    public IReadOnlyList<string> Sources { get; init; } = [];
    public IReadOnlyList<string> Languages { get; init; } = [];
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
    /// <summary>Any of these rounded ratings.</summary>
    public IReadOnlyList<int> Ratings { get; init; } = [];
    public double? RatingMin { get; init; }
    public double? RatingMax { get; init; }
    /// <summary>All of these; one criterion with two results meets nothing.</summary>
    public IReadOnlyList<CriterionCondition> Criteria { get; init; } = [];
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
    public DatumCondition? Datum { get; init; }
    public string? Tag { get; init; }
    /// <summary>The version of the agent.</summary>
    public string? Version { get; init; }
    /// <summary>Any of these labels of the vendor's analysis of the mood.</summary>
    public IReadOnlyList<string> Sentiments { get; init; } = [];
    /// <summary>Any of these local weekdays of the start, 1 is Monday.</summary>
    public IReadOnlyList<int> Weekdays { get; init; } = [];
    /// <summary>Any of these local hours of the start, 0–23.</summary>
    public IReadOnlyList<int> Hours { get; init; } = [];
    /// <summary>Any of these conversations; empty means all.</summary>
    public IReadOnlyList<string> Ids { get; init; } = [];

    /// <summary>Unix seconds, exclusive: the end of a part of a day. No parameter sets it.</summary>
    internal long? StartsBefore { get; init; }

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

        void AnyOf(string column, string name, IReadOnlyList<string> values, string? other = null, string otherCondition = "")
        {
            var words = values.Where(value => value != other).ToList();
            var choices = new List<string>();
            if (words.Count == 1)
                choices.Add($"{column} = @{name}");
            else if (words.Count > 1)
                choices.Add($"{column} IN @{name}");
            if (words.Count < values.Count)
                choices.Add(otherCondition);
            if (choices.Count > 0)
                conditions.Add($"({string.Join(" OR ", choices)})");
            if (words.Count > 0)
                parameters.Add(name, words.Count == 1 ? words[0] : words);
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
        // The index of the starts covers most conditions and has the order of lists.
        var scattered = connection.Dialect.WithoutIndex("c.agent_id");
        if (AgentIds.Count == 1)
            Add($"{(IsScope ? "c.agent_id" : scattered)} = @agentId", "agentId", AgentIds[0]);
        else if (AgentIds.Count > 1)
            Add($"{scattered} IN @agentIds", "agentIds", AgentIds);
        Add("c.start_time >= @periodStart", "periodStart", start);
        Add("c.start_time < @periodEnd", "periodEnd", end);
        Add("c.start_time < @startsBefore", "startsBefore", StartsBefore);
        if (Ids.Count > 0)
            Add("c.conversation_id IN @ids", "ids", Ids);
        if (Weekdays.Count > 0 || Hours.Count > 0)
            conditions.Add(LocalHours.Condition(zone, Weekdays, Hours, start, end));
        if (Outcomes.Count > 0)
            conditions.Add("c.finished = 1");
        AnyOf("c.call_successful", "outcome", Outcomes, "unknown", "c.call_successful NOT IN ('success', 'failure')");
        if (Status is "finished" or "unfinished")
            conditions.Add($"c.finished = {(Status == "finished" ? 1 : 0)}");
        else
            Add("c.status = @status", "status", Status);
        AnyOf("c.end_reason", "endReason", EndReasons);
        if (CallResult == CallResults.Unknown)
            conditions.Add($"(c.call_result IS NULL OR c.call_result NOT IN "
                + $"({string.Join(", ", CallResults.All.Select(word => $"'{word}'"))}))");
        else
            Add("c.call_result = @callResult", "callResult", CallResult);
        if (Talked is { } talked)
            conditions.Add($"COALESCE(c.client_turn_count, 0) {(talked ? ">" : "=")} 0");
        AnyOf("c.direction", "direction", Directions, "other", "c.direction IS NULL OR c.direction NOT IN ('inbound', 'outbound')");
        AnyOf("c.channel", "channel", Channels);
        AnyOf("c.source", "source", Sources);
        AnyOf("c.main_language", "language", Languages);
        AnyOf("c.sentiment", "sentiment", Sentiments);
        Add("c.version_id = @version", "version", Version);
        Add($"c.tags IS NOT NULL AND {connection.Dialect.ListHas("c.tags", "@tag")}", "tag", Tag);
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
        if (Ratings.Count > 0)
            conditions.Add($"{connection.Dialect.Truncated("c.rating + 0.5")} IN ({string.Join(", ", Ratings)})");
        Add("c.rating >= @ratingMin", "ratingMin", RatingMin);
        Add("c.rating <= @ratingMax", "ratingMax", RatingMax);
        foreach (var (number, criterion) in Criteria.Index())
        {
            conditions.Add(connection.Dialect.Member("c.criteria", criterion.CriterionId, $"criterion{number}", "",
                criterion.Result == "unknown" ? "NOT IN ('success', 'failure')" : $"= @criterionResult{number}", parameters));
            parameters.Add($"criterionResult{number}", criterion.Result);
        }
        if (Phone is not null)
            AddPhone(Phone, connection, conditions, parameters);
        if (Tool is not null)
            conditions.Add(connection.Dialect.Member("c.tools", Tool, "tool", "", "IS NOT NULL", parameters));
        if (ToolError is not null)
            conditions.Add(connection.Dialect.Member("c.tools", ToolError, "toolError", "[1]", "> 0", parameters));
        if (Datum is not null)
            AddDatum(Datum, connection, conditions, parameters);
        AddSearch(connection.Dialect, conditions, parameters);
        return conditions.Count == 0 ? "" : "WHERE " + string.Join(" AND ", conditions);
    }

    private static ConversationFilter Scope { get; } = new();

    /// <summary>The company's own numbers are never masked.</summary>
    private void AddPhone(string phone, PreparedConnection connection, List<string> conditions, DynamicParameters parameters)
    {
        parameters.Add("phone", phone);
        string Where(string name, Func<string?, string, bool> rule, string column) =>
            connection.Where(new ColumnCondition(name, rule, column, "conversations c", "phone", phone), parameters);

        var client = MaskPhones
            ? Where("phone_same", PhoneMatch.IsSameOrShown, "c.client_phone")
            : Where("phone_part", PhoneMatch.IsPart, "c.client_phone");
        var otherIds = Where("client_is", ClientIdentity.IsOneOf, "c.client_ids");
        conditions.Add($"({client} OR (c.client_ids IS NOT NULL AND {otherIds}) OR "
            + $"{Where("phone_part", PhoneMatch.IsPart, "c.agent_phone")})");
    }

    /// <summary>A value is compared as it is shown, so that a masked number cannot be found out here.</summary>
    private void AddDatum(DatumCondition datum, PreparedConnection connection, List<string> conditions, DynamicParameters parameters)
    {
        var collected = new List<string> { connection.Dialect.Member("t.collected", datum.DataId, "datum", "", "IS NOT NULL",
            parameters) };
        if (datum.Value is { } value)
        {
            var client = MaskPhones ? "COALESCE(c.client_phone, '') || '\n' || COALESCE(c.client_ids, '')" : "''";
            parameters.Add("datumValue", value);
            collected.Add(connection.Where(new ColumnCondition("datum_is", DatumCondition.IsShownAs,
                $"{connection.Dialect.MemberJson("t.collected", datum.DataId, "datum")} || '\u001E' || {client}",
                "conversation_texts t JOIN conversations c ON c.id = t.id", "datumValue", value), parameters));
        }
        conditions.Add($"c.collected_ids IS NOT NULL AND EXISTS (SELECT 1 FROM conversation_texts t WHERE t.id = c.id AND "
            + $"{string.Join(" AND ", collected)})");
    }

    private void AddSearch(Dialect dialect, List<string> conditions, DynamicParameters parameters)
    {
        if (Search is null)
            return;
        var found = string.Join(" UNION ", FoundSql(dialect, parameters));
        conditions.Add($"{(SearchIsBroad ? dialect.WithoutIndex("c.id") : "c.id")} IN ({found})");
    }

    /// <summary>What finds the row ids of the search: each statement some of them, and one may be found by several.</summary>
    internal IReadOnlyList<string> FoundSql(Dialect dialect, DynamicParameters parameters)
    {
        // A pasted id, or its beginning, is found as well as words.
        var byId = "SELECT id FROM conversations WHERE conversation_id >= @search AND conversation_id < @search || "
            + $"{dialect.AfterAllTexts}";
        parameters.Add("search", Search);
        if (SearchText.Match(dialect, Search!) is { } match)
        {
            parameters.Add("match", match);
            return [dialect.FindWords("@match"), byId];
        }
        if (MaskPhones && PhoneMatch.HoldsDigits(Search!))
            return [byId];
        // Signs alone are no words; they are looked for in the short texts, where ringed digits could be a masked number's.
        return [$"SELECT id FROM conversation_texts WHERE {dialect.Contains("summary", "@search")} OR "
            + $"{dialect.Contains("title", "@search")}", byId];
    }
}
