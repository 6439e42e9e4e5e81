using Dapper;
using Voicebot.Core.Data;
using Voicebot.Core.Figures;
using Voicebot.Core.Phones;
using Voicebot.Core.Search;
using Voicebot.Core.Time;

namespace Voicebot.Core.Conversations;

/// <summary>A <see cref="ConversationFilter"/> as conditions over <c>conversations c</c>; values go into the parameters.</summary>
internal sealed class FilterSql
{
    private const string HalfAMillisecond = "0.0005"; // shorter waits are none

    private readonly ConversationFilter filter;
    private readonly PreparedConnection connection;
    private readonly DynamicParameters parameters;
    private readonly string prefix;
    private readonly List<string> conditions = [];

    /// <param name="prefix">Keeps the parameters of the opposites, and of another filter, apart.</param>
    private FilterSql(ConversationFilter filter, PreparedConnection connection, DynamicParameters parameters, string prefix)
    {
        (this.filter, this.connection, this.parameters, this.prefix) = (filter, connection, parameters, prefix);
        AddScope();
        AddKinds();
        AddNumbers();
        AddAnswers();
        AddTexts();
    }

    /// <summary>All conditions, beginning with WHERE; empty for none.</summary>
    /// <param name="also">Another filter, whose conditions have to be met as well.</param>
    public static string Where(ConversationFilter filter, PreparedConnection connection, DynamicParameters parameters,
        ConversationFilter? also = null)
    {
        var all = Conditions(filter, connection, parameters, "");
        if (also is not null)
            all.AddRange(Conditions(also, connection, parameters, "also_"));
        return all.Count == 0 ? "" : "WHERE " + string.Join(" AND ", all);
    }

    /// <summary>What finds the row ids of a search: each statement some of them, and one may be found by several.</summary>
    /// <param name="prefix">Of the parameters' names.</param>
    public static IReadOnlyList<string> Found(string search, bool maskPhones, Dialect dialect, DynamicParameters parameters,
        string prefix = "")
    {
        var (asked, match) = ($"{prefix}search", $"{prefix}match");
        // A pasted id, or its beginning, is found as well as words.
        var byId = $"SELECT id FROM conversations WHERE conversation_id >= @{asked} AND conversation_id < @{asked} || "
            + $"{dialect.AfterAllTexts}";
        parameters.Add(asked, search);
        if (SearchText.Match(dialect, search) is { } words)
        {
            parameters.Add(match, words);
            return [dialect.FindWords($"@{match}"), byId];
        }
        if (maskPhones && PhoneMatch.HoldsDigits(search))
            return [byId];
        // Signs alone are no words; they are looked for in the short texts, where ringed digits could be a masked number's.
        return [$"SELECT id FROM conversation_texts WHERE {dialect.Contains("summary", $"@{asked}")} OR "
            + $"{dialect.Contains("title", $"@{asked}")}", byId];
    }

    private static List<string> Conditions(ConversationFilter filter, PreparedConnection connection, DynamicParameters parameters,
        string prefix)
    {
        var all = new FilterSql(filter, connection, parameters, prefix).conditions;
        if (filter.Not is { } not)
            all.AddRange(new FilterSql(not with { MaskPhones = filter.MaskPhones }, connection, parameters, $"{prefix}not_").conditions
                .Select(condition => $"({condition}) IS NOT TRUE"));
        return all;
    }

    private void AddScope()
    {
        var zone = DerivedState.Zone(connection);
        long? start = filter.Period.From is { } from ? zone.StartOf(from) : null;
        long? end = filter.Period.To is { } to ? zone.EndOf(to) : null;
        // The index of the starts covers most conditions and has the order of lists.
        AnyOf(filter.IsScope && filter.AgentIds.Count == 1 ? "c.agent_id" : connection.Dialect.WithoutIndex("c.agent_id"), "agentId",
            filter.AgentIds);
        Compare("c.start_time >=", "periodStart", start);
        Compare("c.start_time <", "periodEnd", end);
        Compare("c.start_time <", "startsBefore", filter.StartsBefore);
        AnyOf("c.conversation_id", "ids", filter.Ids);
        if (filter.Weekdays.Count > 0)
            conditions.Add(LocalHours.Condition(zone, filter.Weekdays, [], start, end));
        if (filter.Hours.Count > 0)
            conditions.Add(LocalHours.Condition(zone, [], filter.Hours, start, end));
    }

    private void AddKinds()
    {
        if (Choice("c.call_successful", "outcome", filter.Outcomes, ("unknown", "c.call_successful NOT IN ('success', 'failure')"))
            is { } outcome)
            conditions.Add($"c.finished = 1 AND {outcome}");
        AnyOf("c.status", "status", filter.Statuses, ("finished", "c.finished = 1"), ("unfinished", "c.finished = 0"));
        AnyOf("c.end_reason", "endReason", filter.EndReasons);
        AnyOf("c.call_result", "callResult", filter.CallResults, (CallResults.Unknown,
            $"c.call_result IS NULL OR c.call_result NOT IN ({string.Join(", ", CallResults.All.Select(word => $"'{word}'"))})"));
        if (filter.Talked is { } talked)
            conditions.Add($"COALESCE(c.client_turn_count, 0) {(talked ? ">" : "=")} 0");
        AnyOf("c.direction", "direction", filter.Directions,
            ("other", "c.direction IS NULL OR c.direction NOT IN ('inbound', 'outbound')"));
        AnyOf("c.channel", "channel", filter.Channels);
        AnyOf("c.source", "source", filter.Sources);
        AnyOf("c.main_language", "language", filter.Languages);
        AnyOf("c.sentiment", "sentiment", filter.Sentiments);
        AnyOf("c.version_id", "version", filter.Versions);
        AnyOf("c.branch_id", "branch", filter.Branches);
        AnyOf("c.campaign_id", "campaign", filter.Campaigns);
        Flag("c.has_comment", filter.Commented);
        Flag("c.finished * c.transferred", filter.Transferred);
        Flag("c.finished * c.agent_handover", filter.Handover);
        Flag("c.dropout", filter.Dropout);
        Flag("c.finished * c.technical_error", filter.Error);
        Known("c.deleted_at", filter.Deleted);
    }

    private void AddNumbers()
    {
        Known("c.rating", filter.Rated);
        Known("c.cost_credits", filter.CostKnown);
        Known("c.cost_usd", filter.CostUsdKnown);
        Known("c.bot_message_count", filter.HasTranscript);
        Compare("c.duration_seconds >=", "durationMin", filter.DurationMin);
        Compare("c.duration_seconds > 0 AND c.duration_seconds <=", "durationMax", filter.DurationMax);
        Compare("c.cost_credits >=", "costMin", filter.CostMin);
        Compare("c.cost_credits <=", "costMax", filter.CostMax);
        if (filter.Waited is { } waited)
            conditions.Add($"COALESCE(c.queue_seconds, 0) {(waited ? ">=" : "<")} {HalfAMillisecond}");
        // As the columns know it, in whole ten-thousandths.
        Compare("c.frustration >=", "frustrationMin", filter.FrustrationMin is { } least
            ? (ConversationCounting.TenThousandth(least) - 0.5) / ConversationCounting.TenThousandths : null);
        if (filter.Ratings.Count > 0)
            conditions.Add($"{connection.Dialect.Truncated("c.rating + 0.5")} IN ({string.Join(", ", filter.Ratings)})");
        Compare("c.rating >=", "ratingMin", filter.RatingMin);
        Compare("c.rating <=", "ratingMax", filter.RatingMax);
    }

    /// <summary>What a conversation has several of.</summary>
    private void AddAnswers()
    {
        foreach (var (number, criterion) in filter.Criteria.Index())
        {
            var result = $"{prefix}criterionResult{number}";
            conditions.Add(connection.Dialect.Member("c.criteria", criterion.CriterionId, $"{prefix}criterion{number}", "",
                criterion.Result == "unknown" ? "NOT IN ('success', 'failure')" : $"= @{result}", parameters));
            parameters.Add(result, criterion.Result);
        }
        Any(filter.Tools, "tool", (tool, name) => connection.Dialect.Member("c.tools", tool, name, "", "IS NOT NULL", parameters));
        Any(filter.ToolErrors, "toolError", (tool, name) => connection.Dialect.Member("c.tools", tool, name, "[1]", "> 0", parameters));
        Any(filter.Transfers, "transfer", (type, name) =>
            connection.Dialect.Member("c.transfers", type, name, "", "IS NOT NULL", parameters));
        Any(filter.Tags, "tag", (tag, name) =>
        {
            parameters.Add(name, tag);
            return $"c.tags IS NOT NULL AND {connection.Dialect.ListHas("c.tags", $"@{name}")}";
        });
    }

    private void AddTexts()
    {
        if (filter.Phone is { } phone)
            AddPhone(phone);
        conditions.AddRange(filter.Data.Index().Select(one => Datum(one.Item, $"{prefix}datum{one.Index}")));
        if (filter.Search is not { } search)
            return;
        var found = string.Join(" UNION ", Found(search, filter.MaskPhones, connection.Dialect, parameters, prefix));
        conditions.Add($"{(filter.SearchIsBroad ? connection.Dialect.WithoutIndex("c.id") : "c.id")} IN ({found})");
    }

    /// <summary>The company's own numbers are never masked.</summary>
    private void AddPhone(string phone)
    {
        var parameter = $"{prefix}phone";
        parameters.Add(parameter, phone);
        string Where(string name, Func<string?, string, bool> rule, string column) =>
            connection.Where(new ColumnCondition(name, rule, column, "conversations c", parameter, phone), parameters);

        var client = filter.MaskPhones
            ? Where("phone_same", PhoneMatch.IsSameOrShown, "c.client_phone")
            : Where("phone_part", PhoneMatch.IsPart, "c.client_phone");
        var otherIds = Where("client_is", ClientIdentity.IsOneOf, "c.client_ids");
        conditions.Add($"({client} OR (c.client_ids IS NOT NULL AND {otherIds}) OR "
            + $"{Where("phone_part", PhoneMatch.IsPart, "c.agent_phone")})");
    }

    /// <summary>A value is compared as it is shown, so that a masked number cannot be found out here.</summary>
    private string Datum(DatumCondition datum, string name)
    {
        var collected = new List<string> { connection.Dialect.Member("t.collected", datum.DataId, name, "", "IS NOT NULL", parameters) };
        if (datum.Values.Count > 0)
        {
            var client = filter.MaskPhones ? "COALESCE(c.client_phone, '') || '\n' || COALESCE(c.client_ids, '')" : "''";
            parameters.Add($"{name}Value", datum.Asked);
            collected.Add(connection.Where(new ColumnCondition("datum_is", DatumCondition.Holds,
                $"{connection.Dialect.MemberJson("t.collected", datum.DataId, name)} || '{DatumCondition.Separator}' || {client}",
                "conversation_texts t JOIN conversations c ON c.id = t.id", $"{name}Value", datum.Asked), parameters));
        }
        return $"{(datum.Operator == DatumCondition.Missing ? "NOT " : "")}(c.collected_ids IS NOT NULL AND EXISTS ("
            + $"SELECT 1 FROM conversation_texts t WHERE t.id = c.id AND {string.Join(" AND ", collected)}))";
    }

    private void Compare(string comparison, string name, object? value)
    {
        if (value is null)
            return;
        conditions.Add($"{comparison} @{prefix}{name}");
        parameters.Add($"{prefix}{name}", value);
    }

    /// <summary>One of these values.</summary>
    /// <param name="words">Words of ours that are a condition of their own.</param>
    private void AnyOf(string column, string name, IReadOnlyList<string> values, params (string Word, string Condition)[] words)
    {
        if (Choice(column, name, values, words) is { } choice)
            conditions.Add(choice);
    }

    private string? Choice(string column, string name, IReadOnlyList<string> values, params (string Word, string Condition)[] words)
    {
        var choices = words.Where(word => values.Contains(word.Word)).Select(word => word.Condition).ToList();
        var plain = values.Where(value => !words.Any(word => word.Word == value)).ToList();
        if (plain.Count > 0)
        {
            choices.Add(plain.Count == 1 ? $"{column} = @{prefix}{name}" : $"{column} IN @{prefix}{name}");
            parameters.Add($"{prefix}{name}", plain.Count == 1 ? plain[0] : plain);
        }
        return choices.Count == 0 ? null : $"({string.Join(" OR ", choices)})";
    }

    /// <summary>A condition of its own for each value, one of which holds.</summary>
    private void Any(IReadOnlyList<string> values, string name, Func<string, string, string> condition)
    {
        if (values.Count > 0)
            conditions.Add($"({string.Join(" OR ", values.Index().Select(one => condition(one.Item, $"{prefix}{name}{one.Index}")))})");
    }

    private void Flag(string column, bool? value)
    {
        if (value is { } flag)
            conditions.Add($"{column} = {(flag ? 1 : 0)}");
    }

    private void Known(string column, bool? value)
    {
        if (value is { } known)
            conditions.Add($"{column} IS {(known ? "NOT NULL" : "NULL")}");
    }
}
