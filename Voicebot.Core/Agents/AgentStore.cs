using Dapper;
using Microsoft.Data.Sqlite;

namespace Voicebot.Core.Agents;

/// <summary>SQL over the configured agents, in the order of their configuration.</summary>
public static class AgentStore
{
    /// <summary>The name under which the agent of <c>conversations c</c> is shown: the configured one, else the vendor's at that time, else the id.</summary>
    public const string NameSql = "COALESCE((SELECT a.name FROM agents a WHERE a.agent_id = c.agent_id), c.agent_name, c.agent_id)";

    public static IReadOnlyList<Agent> All(SqliteConnection connection) =>
        connection.Query<(string Id, string? Name)>("SELECT agent_id, name FROM agents ORDER BY position")
            .Select(row => new Agent(row.Id, row.Name)).ToList();

    /// <summary>A name that is not given is kept from before.</summary>
    public static void Replace(SqliteConnection connection, IReadOnlyList<Agent> agents)
    {
        var known = All(connection).ToDictionary(agent => agent.Id, agent => agent.Name);
        connection.Execute("DELETE FROM agents");
        for (var position = 0; position < agents.Count; position++)
        {
            var agent = agents[position];
            connection.Execute("INSERT INTO agents (agent_id, name, position) VALUES (@Id, @name, @position)",
                new { agent.Id, name = agent.Name ?? known.GetValueOrDefault(agent.Id), position });
        }
    }

    /// <summary>The vendor's name for an agent that was configured by its id alone.</summary>
    public static void NameIfNameless(SqliteConnection connection, string agentId, string name) =>
        connection.Execute("UPDATE agents SET name = @name WHERE agent_id = @agentId AND name IS NULL", new { agentId, name });
}
