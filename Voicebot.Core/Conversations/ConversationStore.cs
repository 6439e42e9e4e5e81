using Dapper;
using Microsoft.Data.Sqlite;
using Voicebot.Core.Data;

namespace Voicebot.Core.Conversations;

/// <summary>Reads stored conversations for lists, exports and the detail view.</summary>
public sealed class ConversationStore(Database database)
{
    private const string Columns = """
        c.id, c.conversation_id AS ConversationId, c.agent_id AS AgentId, c.agent_name AS AgentName, c.status, c.call_successful AS CallSuccessful,
        c.start_time AS StartTime, c.duration_seconds AS DurationSeconds, c.message_count AS MessageCount, c.bot_message_count AS BotMessageCount,
        c.direction, c.source, c.channel, c.main_language AS MainLanguage, c.agent_phone AS AgentPhone, c.client_phone AS ClientPhone, c.rating,
        c.termination_reason AS TerminationReason, c.end_reason AS EndReason, c.transferred, c.agent_handover AS AgentHandover, c.dropout,
        c.technical_error AS TechnicalError, c.cost_credits AS CostCredits, c.cost_usd AS CostUsd, c.details_state AS DetailsState,
        c.details_error AS DetailsError, c.deleted_at AS DeletedAt, t.title, t.summary
        """;

    /// <summary>One page and the total, read from one snapshot. Page counts from 1.</summary>
    public ConversationList List(ConversationFilter filter, ConversationSort sort, int page, int perPage) => database.Read(connection =>
    {
        using var snapshot = new ReadSnapshot(connection);
        var parameters = new DynamicParameters();
        var where = filter.ToSql(parameters);
        parameters.Add("limit", perPage);
        parameters.Add("offset", (long)(page - 1) * perPage);
        var total = connection.ExecuteScalar<long>($"SELECT COUNT(*) FROM conversations c {where}", parameters);
        // The page is chosen on the narrow rows; only its own texts are read.
        var rows = connection.Query<ConversationRow>($"""
            SELECT {Columns}
            FROM (SELECT c.id FROM conversations c {where} {sort.ToSql()} LIMIT @limit OFFSET @offset) p
            JOIN conversations c ON c.id = p.id
            LEFT JOIN conversation_texts t ON t.id = c.id
            {sort.ToSql()}
            """, parameters).ToList();
        var criteria = CriteriaOf(connection, rows.Select(row => row.Id));
        return new ConversationList(total, rows, criteria);
    });

    /// <summary>Every matching row, newest first, read from the connection while it is enumerated.</summary>
    public IEnumerable<ConversationRow> Stream(SqliteConnection connection, ConversationFilter filter)
    {
        var parameters = new DynamicParameters();
        var where = filter.ToSql(parameters);
        return connection.Query<ConversationRow>(
            $"SELECT {Columns} FROM conversations c LEFT JOIN conversation_texts t ON t.id = c.id {where} {ConversationSort.NewestFirst.ToSql()}", parameters, buffered: false);
    }

    public StoredConversation? Find(string conversationId) => database.Read(connection =>
    {
        var row = connection.QuerySingleOrDefault<ConversationRow>(
            $"SELECT {Columns} FROM conversations c LEFT JOIN conversation_texts t ON t.id = c.id WHERE c.conversation_id = @conversationId", new { conversationId });
        if (row is null)
            return null;
        var criteria = CriteriaOf(connection, [row.Id]);
        var detail = connection.ExecuteScalar<byte[]?>("SELECT detail_json FROM conversation_texts WHERE id = @Id", row);
        return new StoredConversation(row, criteria[row.Id], detail is null ? null : CompressedJson.Read(detail));
    });

    /// <summary>Months with conversations, newest first.</summary>
    public IReadOnlyList<Month> Months(IReadOnlyList<string> agentIds) => database.Read(connection =>
    {
        var parameters = new DynamicParameters();
        var where = new ConversationFilter { AgentIds = agentIds }.ToSql(parameters);
        var days = connection.Query<int?>($"SELECT DISTINCT c.local_day FROM conversations c {where}", parameters);
        return days.OfType<int>().Select(day => Month.Of(DateOnly.FromDayNumber(day))).Distinct().OrderDescending().ToList();
    });

    private static ILookup<long, CriterionAnswer> CriteriaOf(SqliteConnection connection, IEnumerable<long> ids) =>
        connection.Query<CriterionAnswer>(
            "SELECT conversation, criterion_id AS CriterionId, result FROM criterion_results WHERE conversation IN @ids ORDER BY criterion_id", new { ids })
            .ToLookup(answer => answer.Conversation);
}

/// <summary>A page with the total of all pages, and the criteria of its rows by row id.</summary>
public sealed record ConversationList(long Total, IReadOnlyList<ConversationRow> Rows, ILookup<long, CriterionAnswer> Criteria);

/// <summary>One conversation with the vendor's detail document, when it has been read.</summary>
public sealed record StoredConversation(ConversationRow Row, IEnumerable<CriterionAnswer> Criteria, string? DetailJson);

/// <summary>How one criterion was answered: success, failure or unknown.</summary>
public sealed record CriterionAnswer
{
    public long Conversation { get; init; }
    public string CriterionId { get; init; } = "";
    public string Result { get; init; } = "";
}
