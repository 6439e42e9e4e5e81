namespace Voicebot.Core.Targets;

/// <summary>Which targets hold for the agents that somebody looks at; pure.</summary>
public static class TargetChoice
{
    /// <summary>At most one of each figure: that of the only agent, else the one for all agents.</summary>
    /// <param name="agentIds">The agents that are looked at together.</param>
    public static IReadOnlyList<Target> For(IEnumerable<Target> targets, IReadOnlyList<string> agentIds)
    {
        var only = agentIds.Count == 1 ? agentIds[0] : null;
        return
        [
            .. targets.Where(target => target.AgentId is null || target.AgentId == only)
                .GroupBy(target => target.Figure, StringComparer.Ordinal)
                .Select(each => each.FirstOrDefault(target => target.AgentId is not null) ?? each.First()),
        ];
    }
}
