using Dapper;
using Microsoft.Data.Sqlite;

namespace Voicebot.Core.Conversations;

/// <summary>SQL that stores conversations; called inside a write transaction of the synchronisation.</summary>
public static class ConversationWriter
{
    /// <summary>What is already stored of a conversation; null when it is new.</summary>
    public static StoredDocuments? FindDocuments(SqliteConnection connection, string conversationId) =>
        connection.QuerySingleOrDefault<StoredDocuments>("""
            SELECT c.id, c.status, c.details_state AS DetailsState, c.settled, c.first_run_id AS FirstRunId, c.changed_run_id AS ChangedRunId, c.deleted_at AS DeletedAt, c.details_failures AS DetailsFailures, t.list_json AS ListJson
            FROM conversations c LEFT JOIN conversation_texts t ON t.id = c.id
            WHERE c.conversation_id = @conversationId
            """, new { conversationId });

    public static string? ReadDetail(SqliteConnection connection, long id) =>
        connection.ExecuteScalar<byte[]?>("SELECT detail_json FROM conversation_texts WHERE id = @id", new { id }) is { } bytes ? CompressedJson.Read(bytes) : null;

    /// <summary>Stores the row with all its parts, new or changed, and returns its id.</summary>
    public static long Upsert(SqliteConnection connection, Conversation conversation, int? localDay, long runId)
    {
        var id = connection.ExecuteScalar<long>("""
            INSERT INTO conversations (
                conversation_id, agent_id, agent_name, status, call_successful, start_time, local_day, duration_seconds, message_count, bot_message_count,
                direction, source, channel, main_language, agent_phone, client_phone, rating, termination_reason, end_reason, finished, transferred,
                agent_handover, dropout, technical_error, cost_credits, cost_usd, details_state, first_run_id, changed_run_id)
            VALUES (
                @ConversationId, @AgentId, @AgentName, @Status, @CallSuccessful, @StartTime, @localDay, @DurationSeconds, @MessageCount, @BotMessageCount,
                @Direction, @Source, @channelText, @MainLanguage, @AgentPhone, @ClientPhone, @Rating, @TerminationReason, @endReasonText, @Finished, @Transferred,
                @AgentHandover, @Dropout, @TechnicalError, @CostCredits, @CostUsd, 'pending', @runId, @runId)
            ON CONFLICT (conversation_id) DO UPDATE SET
                agent_id = excluded.agent_id, agent_name = excluded.agent_name, status = excluded.status, call_successful = excluded.call_successful,
                start_time = excluded.start_time, local_day = excluded.local_day, duration_seconds = excluded.duration_seconds,
                message_count = excluded.message_count, bot_message_count = excluded.bot_message_count, direction = excluded.direction,
                source = excluded.source, channel = excluded.channel, main_language = excluded.main_language, agent_phone = excluded.agent_phone,
                client_phone = excluded.client_phone, rating = excluded.rating, termination_reason = excluded.termination_reason,
                end_reason = excluded.end_reason, finished = excluded.finished, transferred = excluded.transferred,
                agent_handover = excluded.agent_handover, dropout = excluded.dropout, technical_error = excluded.technical_error,
                cost_credits = excluded.cost_credits, cost_usd = excluded.cost_usd, changed_run_id = excluded.changed_run_id
            RETURNING id
            """, Parameters(conversation, localDay, runId));
        connection.Execute("""
            INSERT INTO conversation_texts (id, title, summary) VALUES (@id, @Title, @Summary)
            ON CONFLICT (id) DO UPDATE SET title = excluded.title, summary = excluded.summary
            """, new { id, conversation.Title, conversation.Summary });
        return id;
    }

    public static void StoreListDocument(SqliteConnection connection, long id, string json) =>
        connection.Execute("UPDATE conversation_texts SET list_json = @json WHERE id = @id", new { id, json });

    public static void StoreDetailDocument(SqliteConnection connection, long id, string json) =>
        connection.Execute("UPDATE conversation_texts SET detail_json = @bytes WHERE id = @id", new { id, bytes = CompressedJson.Write(json) });

    public static void StoreCriteria(SqliteConnection connection, long id, IEnumerable<(string CriterionId, string Result)> criteria)
    {
        connection.Execute("DELETE FROM criterion_results WHERE conversation = @id", new { id });
        foreach (var (criterionId, result) in criteria)
            connection.Execute("INSERT INTO criterion_results (conversation, criterion_id, result) VALUES (@id, @criterionId, @result)", new { id, criterionId, result });
    }

    /// <param name="data">Values as JSON text, null for a collected null.</param>
    public static void StoreCollectedData(SqliteConnection connection, long id, IEnumerable<(string DataId, string? Json)> data)
    {
        connection.Execute("DELETE FROM collected_data WHERE conversation = @id", new { id });
        foreach (var (dataId, json) in data)
            connection.Execute("INSERT INTO collected_data (conversation, data_id, value) VALUES (@id, @dataId, @json)", new { id, dataId, json });
    }

    /// <summary>The details have been read well. Settled means that nothing more is expected from the vendor.</summary>
    public static void MarkRead(SqliteConnection connection, long id, long readAt, bool settled) =>
        connection.Execute("UPDATE conversations SET details_state = 'read', details_error = NULL, details_failures = 0, details_read_at = @readAt, settled = @settled WHERE id = @id",
            new { id, readAt, settled });

    /// <summary>The details could not be read, for the so-manieth time in a row; <paramref name="state"/> is failed or missing.</summary>
    public static void MarkUnread(SqliteConnection connection, long id, string state, string error, long readAt, bool settled) =>
        connection.Execute("UPDATE conversations SET details_state = @state, details_error = @error, details_failures = details_failures + 1, details_read_at = @readAt, settled = @settled WHERE id = @id",
            new { id, state, error, readAt, settled });

    /// <summary>The list row changed or came back, so the details have to be read again.</summary>
    public static void MarkStale(SqliteConnection connection, long id) =>
        connection.Execute("UPDATE conversations SET details_state = 'pending', settled = 0, deleted_at = NULL WHERE id = @id", new { id });

    /// <summary>The vendor has deleted the conversation: what we know of it stays, and is not asked for again.</summary>
    public static void MarkDeleted(SqliteConnection connection, long id, long deletedAt, long runId) =>
        connection.Execute("UPDATE conversations SET deleted_at = @deletedAt, settled = 1, changed_run_id = @runId WHERE id = @id", new { id, deletedAt, runId });

    private static DynamicParameters Parameters(Conversation conversation, int? localDay, long runId)
    {
        var parameters = new DynamicParameters(conversation);
        parameters.Add("channelText", conversation.Channel.ToText());
        parameters.Add("endReasonText", conversation.EndReason.ToText());
        parameters.Add("localDay", localDay);
        parameters.Add("runId", runId);
        return parameters;
    }
}

/// <summary>The stored list document of a conversation and where its details stand.</summary>
public sealed record StoredDocuments
{
    public long Id { get; init; }
    public string Status { get; init; } = "";
    public string DetailsState { get; init; } = "";
    public bool Settled { get; init; }
    public long? FirstRunId { get; init; }
    public long? ChangedRunId { get; init; }
    /// <summary>How often in a row the details could not be read.</summary>
    public long DetailsFailures { get; init; }
    /// <summary>When the vendor was found to have deleted it, in unix seconds.</summary>
    public long? DeletedAt { get; init; }
    public string? ListJson { get; init; }
}
