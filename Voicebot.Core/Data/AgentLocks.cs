namespace Voicebot.Core.Data;

/// <summary>The agents whose conversations a transaction may change, because nobody else can until it ends.</summary>
public sealed class AgentLocks
{
    private readonly IReadOnlySet<string>? held;

    private AgentLocks(IReadOnlySet<string>? held) => this.held = held;

    /// <summary>Of a transaction beside which nobody else writes.</summary>
    public static AgentLocks All { get; } = new(null);

    /// <summary>Locks these, before anything is read; waits for who holds one of them.</summary>
    public static AgentLocks Take(PreparedConnection connection, IReadOnlySet<string> agentIds)
    {
        if (connection.Dialect.LockAgents is not { } sql)
            return All;
        connection.Run(sql, ("@agents", Dialect.List(agentIds)));
        return new AgentLocks(agentIds);
    }

    /// <exception cref="AgentNotLockedException">It is not among them; the transaction has to begin anew with it.</exception>
    public void Require(string agentId)
    {
        if (held?.Contains(agentId) == false)
            throw new AgentNotLockedException(agentId);
    }
}
