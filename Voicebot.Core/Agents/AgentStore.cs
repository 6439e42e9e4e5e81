using Dapper;
using Voicebot.Core.Data;

namespace Voicebot.Core.Agents;

/// <summary>SQL over the agents, the active ones first, in the order of their configuration.</summary>
public static class AgentStore
{
    /// <summary>
    /// The name under which the agent of <c>conversations c</c> is shown: a person's, else the vendor's, else the vendor's at that time,
    /// else the id.
    /// </summary>
    public const string NameSql =
        "COALESCE((SELECT COALESCE(a.typed_name, a.name) FROM agents a WHERE a.agent_id = c.agent_id), c.agent_name, c.agent_id)";

    /// <summary>Without those whose ids could lead a path elsewhere: they came with a file that somebody has changed.</summary>
    public static IReadOnlyList<Agent> All(PreparedConnection connection) =>
        connection.Query<(string Id, string? Name, long Retired)>(
            "SELECT agent_id, COALESCE(typed_name, name), retired FROM agents ORDER BY retired, position")
            .Where(row => Agent.IsId(row.Id))
            .Select(row => new Agent(row.Id, row.Name) { IsRetired = row.Retired != 0 }).ToList();

    /// <summary>
    /// Makes these the agents. One that is missing among them is retired when conversations of it are stored, else forgotten. A
    /// name that is not given is kept from before; the vendor's own name is not taken for a person's.
    /// </summary>
    public static void Replace(PreparedConnection connection, IReadOnlyList<Agent> agents)
    {
        var ids = agents.Select(agent => agent.Id).ToList();
        connection.Execute("DELETE FROM agents WHERE agent_id NOT IN @ids AND NOT EXISTS (SELECT 1 FROM conversations c WHERE "
            + "c.agent_id = agents.agent_id)", new { ids });
        connection.Execute("UPDATE agents SET retired = 1 WHERE agent_id NOT IN @ids", new { ids });
        for (var position = 0; position < agents.Count; position++)
        {
            var agent = agents[position];
            connection.Execute("""
                INSERT INTO agents (agent_id, typed_name, position, retired) VALUES (@Id, @name, @position, @IsRetired)
                ON CONFLICT (agent_id) DO UPDATE SET
                    typed_name = CASE WHEN excluded.typed_name IS NULL THEN agents.typed_name ELSE NULLIF(excluded.typed_name,
                        agents.name) END,
                    position = excluded.position, retired = excluded.retired
                """, new { agent.Id, name = agent.Name == agent.Id ? null : agent.Name, position, agent.IsRetired });
        }
    }

    /// <summary>The vendor's name for an agent of which none is known yet.</summary>
    public static void NameIfNameless(PreparedConnection connection, string agentId, string name) =>
        Follow(connection, agentId, name, "AND name IS NULL");

    /// <summary>The name that the agent has at the vendor now; a person's own stays in front of it.</summary>
    public static void Rename(PreparedConnection connection, string agentId, string name) =>
        Follow(connection, agentId, name, "AND name IS DISTINCT FROM @name");

    /// <summary>Agents of stored conversations that nobody configured come in as retired ones, so that they count.</summary>
    public static void AddRetired(PreparedConnection connection) => connection.Execute($"""
        INSERT INTO agents (agent_id, name, position, retired)
        SELECT agent_id, substr(MAX(agent_name), 1, @MaxNameLength), 1000000, 1 FROM conversations WHERE agent_id NOT IN (SELECT agent_id
            FROM agents) AND {connection.Dialect.IsPlainName("agent_id")}
        GROUP BY agent_id
        """, new { Agent.MaxNameLength });

    private static void Follow(PreparedConnection connection, string agentId, string name, string condition)
    {
        if (Agent.Foreign(name) is { } foreign)
            connection.Run($"UPDATE agents SET name = @name, typed_name = NULLIF(typed_name, @name) WHERE agent_id = @agentId {condition}",
                ("@agentId", agentId), ("@name", foreign));
    }
}
