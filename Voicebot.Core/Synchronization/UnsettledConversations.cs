using Dapper;
using Voicebot.Core.Data;

namespace Voicebot.Core.Synchronization;

/// <summary>SQL over the conversations that have to be read again.</summary>
public static class UnsettledConversations
{
    // A conversation that stays unfinished is read when its age has about doubled since the last reading: after 1, 2, 4 … days.
    // A sixteenth less than double, because a night does not begin at the second.
    private static string IsDue(PreparedConnection connection)
    {
        // When it began, or was first seen here if that is later (see Settling.IsGivenUp).
        var begin = connection.Dialect.Greater(
            "COALESCE(c.start_time, 0)", "COALESCE((SELECT r.started_at FROM sync_runs r WHERE r.id = c.first_run_id), 0)");
        return $"""
            (c.finished = 1 OR c.details_state NOT IN ('read', 'missing') OR c.details_read_at IS NULL
                OR @now - {begin} < 86400 OR @now - {begin} >= 31 * (c.details_read_at - {begin}) / 16)
            """;
    }

    /// <summary>Those of the agent that are due to be read again now (unix seconds).</summary>
    public static IEnumerable<string> Of(PreparedConnection connection, string agentId, long now) =>
        connection.Query<string>($"""
            SELECT c.conversation_id FROM conversations c
            WHERE c.agent_id = @agentId AND c.settled = 0 AND {IsDue(connection)} ORDER BY c.start_time DESC NULLS LAST
            """, new { agentId, now });

    /// <summary>Those among these that are not final and due to be read again now.</summary>
    public static IReadOnlySet<long> Due(PreparedConnection connection, IReadOnlyCollection<long> ids, long now) =>
        ids.Count == 0 ? new HashSet<long>() : connection.Query<long>($"""
        SELECT c.id FROM conversations c
        WHERE c.id IN (SELECT value FROM {connection.Dialect.EachNumber("@ids")}) AND c.settled = 0 AND {IsDue(connection)}
        """, new { ids = Dialect.List(ids), now }).ToHashSet();

    /// <summary>
    /// Settled ones that began since the instant and whose details were last read before the other, newest first (unix seconds).
    /// </summary>
    public static IEnumerable<string> ReadBefore(PreparedConnection connection, string agentId, long since, long before) =>
        connection.Query<string>("""
            SELECT conversation_id FROM conversations
            WHERE agent_id = @agentId AND start_time >= @since AND details_read_at < @before AND settled = 1 AND deleted_at IS NULL
                AND texts_forgotten_at IS NULL
            ORDER BY start_time DESC NULLS LAST
            """, new { agentId, since, before });

    /// <summary>Whether no stored conversation of the agent began later (unix seconds).</summary>
    public static bool IsNewest(PreparedConnection connection, string agentId, long start) =>
        connection.ExecuteScalar<long?>("SELECT MAX(start_time) FROM conversations WHERE agent_id = @agentId",
            new { agentId }) is not { } latest || start >= latest;

    /// <summary>Whether it is listed under another agent than the one to which it belongs.</summary>
    public static bool IsListedElsewhere(PreparedConnection connection, string conversationId) => connection.ExecuteScalar<bool>($"""
        SELECT EXISTS (SELECT 1 FROM conversations c JOIN conversation_documents d ON d.id = c.id
            WHERE c.conversation_id = @conversationId AND {connection.Dialect.MemberText("d.list_json", "agent_id")} <> c.agent_id)
        """, new { conversationId });

    /// <summary>Conversations that began in [<paramref name="start"/>, <paramref name="end"/>) and are not known to be deleted.</summary>
    public static IEnumerable<string> InWindow(PreparedConnection connection, string agentId, long start, long end) =>
        connection.Query<string>("""
            SELECT conversation_id FROM conversations
            WHERE agent_id = @agentId AND start_time >= @start AND start_time < @end AND deleted_at IS NULL
            """, new { agentId, start, end });

    /// <summary>Up to so many conversations whose details the agent's run could not read, with the reasons.</summary>
    public static IReadOnlyList<(string ConversationId, string Reason)> Failures(PreparedConnection connection, string agentId, long since,
        int limit) =>
        connection.Query<(string, string)>("""
            SELECT conversation_id, details_error FROM conversations
            WHERE agent_id = @agentId AND details_state IN ('failed', 'missing') AND details_read_at >= @since
            ORDER BY start_time DESC NULLS LAST LIMIT @limit
            """, new { agentId, since, limit }).ToList();

    /// <summary>
    /// Marks the telephone conversations that have neither number for another reading of their details; of every month.
    /// Web and text conversations have no numbers and are left. Returns how many per agent.
    /// </summary>
    public static IReadOnlyDictionary<string, int> MarkWithoutNumbers(PreparedConnection connection, IReadOnlyList<string> agentIds) =>
        connection.Query<string>("""
            UPDATE conversations SET details_state = 'pending', settled = 0
            WHERE channel = 'phone' AND agent_phone IS NULL AND client_phone IS NULL AND phones_forgotten_at IS NULL
                AND texts_forgotten_at IS NULL AND agent_id IN @agentIds
            RETURNING agent_id
            """, new { agentIds }).CountBy(agentId => agentId).ToDictionary();
}
