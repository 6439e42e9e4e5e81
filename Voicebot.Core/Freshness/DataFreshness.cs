using Dapper;
using Voicebot.Core.Data;

namespace Voicebot.Core.Freshness;

/// <summary>Up to when the stored data are complete, by the runs that went well. Instants are unix seconds.</summary>
public static class DataFreshness
{
    // A run that could not read single details is good: its list is complete, and the details are tried again.
    internal const string ListWentWell = "(status = 'completed' OR (status = 'partial' AND error_code = 'details_failed'))";

    /// <summary>
    /// Up to when the data of the agents are complete, in unix seconds: the oldest of their newest good runs. An agent that never had one
    /// does not silence the others (its own freshness tells), and a retired one makes them no older; null when none had. For no
    /// agents: the newest good run of any.
    /// </summary>
    public static long? LastGood(PreparedConnection connection, IReadOnlyCollection<string> agentIds) =>
        connection.ExecuteScalar<long?>(agentIds.Count == 0
            ? $"SELECT finished_at FROM sync_runs WHERE {ListWentWell} AND sync_type <> 'refetch' ORDER BY id DESC LIMIT 1"
            : $"""
            SELECT MIN(finished_at) FROM sync_runs WHERE id IN (
                SELECT MAX(id) FROM sync_runs WHERE {ListWentWell} AND sync_type <> 'refetch' AND agent_id IN @agentIds
                    AND (agent_id NOT IN (SELECT agent_id FROM agents WHERE retired = 1)
                        OR NOT EXISTS (SELECT 1 FROM agents WHERE retired = 0 AND agent_id IN @agentIds))
                GROUP BY agent_id)
            """, new { agentIds });

    /// <summary>
    /// Up to when the data of the agents are known, in unix seconds: the last good synchronisation; before the first, now.
    /// </summary>
    public static long DataUntil(PreparedConnection connection, IReadOnlyCollection<string> agentIds, TimeProvider clock) =>
        DataUntil(LastGood(connection, agentIds), clock);

    /// <param name="lastGood">As <see cref="LastGood(PreparedConnection, IReadOnlyCollection{string})"/> gives it.</param>
    public static long DataUntil(long? lastGood, TimeProvider clock)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        return Math.Min(lastGood ?? now, now);
    }

    /// <summary>Those of the agents that never had a good run.</summary>
    public static IReadOnlyList<string> WithoutGood(PreparedConnection connection, IReadOnlyCollection<string> agentIds)
    {
        var known = connection.Query<string>($"SELECT DISTINCT agent_id FROM sync_runs WHERE {ListWentWell} AND sync_type <> 'refetch'")
            .ToHashSet();
        return [.. agentIds.Where(id => !known.Contains(id))];
    }
}
