using Voicebot.Core.Data;

namespace Voicebot.Core.Targets;

/// <summary>SQL over the targets. In the table all agents are an empty id, so that the database knows each target once.</summary>
public sealed class TargetStore(Database database, TimeProvider clock)
{
    /// <summary>In the order in which they were set.</summary>
    public IReadOnlyList<Target> All() => database.Read(All);

    /// <summary>Stores a new one.</summary>
    /// <exception cref="TargetRefusedException">There is one already, or there are as many as there may be.</exception>
    public Target Add(Target target) => database.Write(connection =>
    {
        var others = All(connection);
        RefuseTaken(target, others);
        if (others.Count >= Target.MostTargets)
            throw new TargetRefusedException(TargetRefusal.TooMany);
        var stored = target with { Version = 1, ChangedAt = clock.GetUtcNow().ToUnixTimeSeconds() };
        var id = connection.Scalar("""
            INSERT INTO targets (figure, agent_id, value, version, changed_at) VALUES (@figure, @agentId, @value, @version, @changedAt)
                RETURNING id
            """, Parameters(stored));
        return stored with { Id = (long)id! };
    });

    /// <summary>Stores it in the place of the one with its id; null when there is none.</summary>
    /// <param name="version">The version that it was changed from; null to ask for none.</param>
    /// <exception cref="TargetRefusedException">Another one is of its figure and agent, or somebody was faster.</exception>
    public Target? Replace(Target target, long? version) => database.Write(connection =>
    {
        var all = All(connection);
        if (all.Find(one => one.Id == target.Id) is not { } known)
            return null;
        RefuseChanged(known, version);
        RefuseTaken(target, all.Where(one => one.Id != target.Id));
        var stored = target with { Version = known.Version + 1, ChangedAt = clock.GetUtcNow().ToUnixTimeSeconds() };
        connection.Run("""
            UPDATE targets SET figure = @figure, agent_id = @agentId, value = @value, version = @version, changed_at = @changedAt
                WHERE id = @id
            """, [.. Parameters(stored), ("@id", stored.Id)]);
        return stored;
    });

    /// <summary>False when there is none.</summary>
    /// <param name="version">The version that was seen; null to ask for none.</param>
    /// <exception cref="TargetRefusedException">Somebody changed it meanwhile.</exception>
    public bool Remove(long id, long? version) => database.Write(connection =>
    {
        if (All(connection).Find(one => one.Id == id) is not { } known)
            return false;
        RefuseChanged(known, version);
        connection.Run("DELETE FROM targets WHERE id = @id", ("@id", id));
        return true;
    });

    /// <summary>Those of the state that the connection reads.</summary>
    public static List<Target> All(PreparedConnection connection)
    {
        var targets = new List<Target>();
        using var rows = connection.Rows("SELECT id, figure, agent_id, value, version, changed_at FROM targets ORDER BY id");
        while (rows.Read())
            targets.Add(new Target
            {
                Id = rows.GetInt64(0),
                Figure = rows.GetString(1),
                AgentId = rows.GetString(2) is { Length: > 0 } agentId ? agentId : null,
                Value = rows.GetDouble(3),
                Version = rows.GetInt64(4),
                ChangedAt = rows.GetInt64(5),
            });
        return targets;
    }

    private static void RefuseTaken(Target target, IEnumerable<Target> others)
    {
        if (others.Any(other => other.Figure == target.Figure && other.AgentId == target.AgentId))
            throw new TargetRefusedException(TargetRefusal.Taken);
    }

    private static void RefuseChanged(Target known, long? version)
    {
        if (version is not null && version != known.Version)
            throw new TargetRefusedException(TargetRefusal.ChangedMeanwhile);
    }

    private static (string Name, object? Value)[] Parameters(Target target) =>
    [
        ("@figure", target.Figure), ("@agentId", target.AgentId ?? ""), ("@value", target.Value), ("@version", target.Version),
        ("@changedAt", target.ChangedAt),
    ];
}
