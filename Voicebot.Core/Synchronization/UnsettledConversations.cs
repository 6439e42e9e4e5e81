using Dapper;
using Microsoft.Data.Sqlite;

namespace Voicebot.Core.Synchronization;

/// <summary>SQL over the conversations that have to be read again.</summary>
public static class UnsettledConversations
{
    public static IEnumerable<string> Of(SqliteConnection connection, string agentId) =>
        connection.Query<string>("SELECT conversation_id FROM conversations WHERE agent_id = @agentId AND settled = 0 ORDER BY start_time DESC", new { agentId });

    /// <summary>Conversations that began in [<paramref name="start"/>, <paramref name="end"/>) and are not known to be deleted.</summary>
    public static IEnumerable<string> InWindow(SqliteConnection connection, string agentId, long start, long end) =>
        connection.Query<string>("""
            SELECT conversation_id FROM conversations
            WHERE agent_id = @agentId AND start_time >= @start AND start_time < @end AND deleted_at IS NULL
            """, new { agentId, start, end });

    /// <summary>Up to so many conversations whose details the agent's run could not read, with the reasons.</summary>
    public static IReadOnlyList<(string ConversationId, string Reason)> Failures(SqliteConnection connection, string agentId, long since, int limit) =>
        connection.Query<(string, string)>("""
            SELECT conversation_id, details_error FROM conversations
            WHERE agent_id = @agentId AND details_state IN ('failed', 'missing') AND details_read_at >= @since
            ORDER BY start_time DESC LIMIT @limit
            """, new { agentId, since, limit }).ToList();

    /// <summary>
    /// Marks the telephone conversations that have neither number for another reading of their details; of every month.
    /// Web and text conversations have no numbers and are left. Returns how many per agent.
    /// </summary>
    public static IReadOnlyDictionary<string, int> MarkWithoutNumbers(SqliteConnection connection, IReadOnlyList<string> agentIds) =>
        connection.Query<string>("""
            UPDATE conversations SET details_state = 'pending', settled = 0
            WHERE channel = 'phone' AND agent_phone IS NULL AND client_phone IS NULL AND phones_forgotten_at IS NULL AND texts_forgotten_at IS NULL AND agent_id IN @agentIds
            RETURNING agent_id
            """, new { agentIds }).CountBy(agentId => agentId).ToDictionary();
}
