using Dapper;
using Voicebot.Core.Data;
using Voicebot.Core.Figures;

namespace Voicebot.Core.Agents;

/// <summary>SQL over the names of the agents' evaluation criteria.</summary>
public static class CriterionNameStore
{
    /// <summary>Names by criterion id. Where agents share an id, the first of them in the order of their configuration names it.</summary>
    /// <param name="agentIds">The agents meant; empty means every agent.</param>
    public static IReadOnlyDictionary<string, string> Of(PreparedConnection connection, IReadOnlyList<string> agentIds)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var wanted = agentIds.ToHashSet(StringComparer.Ordinal);
        using var rows = connection.Rows("""
            SELECT n.agent_id, n.criterion_id, n.name FROM criterion_names n LEFT JOIN agents a ON a.agent_id = n.agent_id
            ORDER BY a.position IS NULL, a.retired, a.position, n.agent_id, n.criterion_id
            """);
        while (rows.Read())
            if (wanted.Count == 0 || wanted.Contains(rows.GetString(0)))
                names.TryAdd(rows.GetString(1), rows.GetString(2));
        return names;
    }

    /// <summary>True when a stored conversation of the agent was judged by a criterion whose name is not known.</summary>
    public static bool IsAnyMissing(PreparedConnection connection, string agentId) => connection.ExecuteScalar<bool>("""
        SELECT EXISTS (
            SELECT 1 FROM daily_counts c WHERE c.agent_id = @agentId AND c.dimension = @dimension
                AND NOT EXISTS (SELECT 1 FROM criterion_names n WHERE n.agent_id = c.agent_id AND n.criterion_id = c.key))
        """, new { agentId, dimension = Dimension.Criterion });

    /// <summary>A criterion that the agent no longer has keeps its name, because its conversations stay.</summary>
    public static void Save(PreparedConnection connection, string agentId, IEnumerable<(string CriterionId, string Name)> names)
    {
        foreach (var (criterionId, name) in names)
            connection.Run("""
                INSERT INTO criterion_names (agent_id, criterion_id, name) VALUES (@agentId, @criterionId, @name)
                ON CONFLICT (agent_id, criterion_id) DO UPDATE SET name = excluded.name
                """, ("@agentId", agentId), ("@criterionId", criterionId), ("@name", name));
    }
}
