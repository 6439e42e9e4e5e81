using Voicebot.Core.Synchronization;

namespace Voicebot.Core.Health;

/// <summary>Agents whose figures are older than a night, each of its own: one that never had data does not silence the others.</summary>
public static class StaleData
{
    public const string Code = "data_stale";

    public static IEnumerable<HealthProblem> Of(HealthFacts facts) =>
        facts.Options.Demo || !facts.IsConfigured
            ? []
            : facts.Agents.Where(agent => !agent.IsRunning).SelectMany(agent => Of(agent, facts.Now));

    private static IEnumerable<HealthProblem> Of(AgentFreshness agent, long now)
    {
        var name = agent.Name;
        var detail = agent.State(now) switch
        {
            FreshnessState.Stale => $"The data of {name} are {HoursOrDays(agent.Age(now)!.Value)} old. Start a synchronisation; if it "
                + "fails, its message says what to do.",
            FreshnessState.Never => $"There are no data of {name} yet: none of its synchronisations went well. Start one again; if it "
                + "fails, its message says what to do.",
            _ => null,
        };
        if (detail is not null)
            yield return new HealthProblem(Code, Severity.Warning, detail, Remedy.Of(RemedyAction.StartSync, ("agent_id", agent.AgentId)))
            {
                AgentId = agent.AgentId,
                Since = agent.LastGoodAt ?? agent.FailingSince,
            };
    }

    private static string HoursOrDays(long seconds) => seconds < 48 * 3600 ? $"{seconds / 3600} hours" : $"{seconds / 86_400} days";
}
