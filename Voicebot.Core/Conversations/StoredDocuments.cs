using Voicebot.Core.Data;

namespace Voicebot.Core.Conversations;

/// <summary>The stored list document of a conversation and where its details stand.</summary>
public sealed record StoredDocuments
{
    // Larger ones are read one by one, when they are needed.
    private const int MostBytesAtOnce = 64 * 1024;

    public long Id { get; init; }
    public string ConversationId { get; init; } = "";
    public string AgentId { get; init; } = "";
    public string DetailsState { get; init; } = "";
    public bool Settled { get; init; }
    public long? FirstRunId { get; init; }
    /// <summary>When the run that brought it began, in unix seconds.</summary>
    public long? FirstRunStartedAt { get; init; }
    public long? ChangedRunId { get; init; }
    /// <summary>How often in a row the details could not be read.</summary>
    public long DetailsFailures { get; init; }
    /// <summary>When the vendor was found to have deleted it, in unix seconds.</summary>
    public long? DeletedAt { get; init; }
    /// <summary>Texts were forgotten on purpose, so what the vendor still has is not stored again.</summary>
    public bool TextsForgotten { get; init; }
    public bool PhonesForgotten { get; init; }
    public string? ListJson { get; init; }

    /// <summary>
    /// The stored detail document, compressed; null also when it has not been asked for or is large (see <see cref="HasDetail"/>).
    /// </summary>
    internal byte[]? Detail { get; init; }

    /// <summary>Null when it has not been asked for.</summary>
    internal bool? HasDetail { get; init; }

    /// <summary>Those of these conversations that are stored.</summary>
    /// <param name="withDetails">Also their detail documents.</param>
    internal static IEnumerable<StoredDocuments> Among(PreparedConnection connection, IEnumerable<string> conversationIds,
        bool withDetails)
    {
        var detail = withDetails
            ? $"CASE WHEN length(d.detail_json) <= {MostBytesAtOnce} THEN d.detail_json END, "
                + "CASE WHEN d.detail_json IS NOT NULL THEN 1 ELSE 0 END"
            : "NULL, NULL";
        using var row = connection.Rows($"""
            SELECT c.id, c.details_state, c.settled, c.first_run_id, c.changed_run_id, c.deleted_at, c.details_failures,
                c.texts_forgotten_at, c.phones_forgotten_at, d.list_json,
                c.agent_id, c.conversation_id, (SELECT r.started_at FROM sync_runs r WHERE r.id = c.first_run_id), {detail}
            FROM conversations c LEFT JOIN conversation_documents d ON d.id = c.id
            WHERE c.conversation_id IN (SELECT value FROM {connection.Dialect.Each("@ids")})
            """, ("@ids", Dialect.List(conversationIds)));
        while (row.Read())
            yield return new StoredDocuments
            {
                Id = row.GetInt64(0),
                DetailsState = row.GetString(1),
                Settled = row.GetInt64(2) != 0,
                FirstRunId = row.IsDBNull(3) ? null : row.GetInt64(3),
                ChangedRunId = row.IsDBNull(4) ? null : row.GetInt64(4),
                DeletedAt = row.IsDBNull(5) ? null : row.GetInt64(5),
                DetailsFailures = row.GetInt64(6),
                TextsForgotten = !row.IsDBNull(7),
                PhonesForgotten = !row.IsDBNull(8),
                ListJson = row.IsDBNull(9) ? null : row.GetString(9),
                AgentId = row.GetString(10),
                ConversationId = row.GetString(11),
                FirstRunStartedAt = row.IsDBNull(12) ? null : row.GetInt64(12),
                Detail = row.IsDBNull(13) ? null : row.GetFieldValue<byte[]>(13),
                HasDetail = row.IsDBNull(14) ? null : row.GetInt64(14) != 0,
            };
    }
}
