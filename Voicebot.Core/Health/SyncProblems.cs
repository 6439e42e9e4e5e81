using Voicebot.Core.Synchronization;

namespace Voicebot.Core.Health;

/// <summary>Agents whose last run failed: one problem for each reason, however many agents share it.</summary>
public static class SyncProblems
{
    public static IEnumerable<HealthProblem> Of(HealthFacts facts) =>
        facts.Agents
            .Where(agent => agent.LastRun is { WentWrong: true })
            .GroupBy(agent => agent.LastRun!.ErrorCode ?? "sync_failed")
            .Select(group => Of(group.Key, [.. group], facts));

    private static HealthProblem Of(string code, IReadOnlyList<AgentFreshness> agents, HealthFacts facts)
    {
        var first = agents[0];
        var only = agents.Count == 1 ? first.AgentId : null;
        var who = agents.Count == 1
            ? $"The synchronisation of {first.Name} failed"
            : $"The synchronisations of {agents.Count} agents failed";
        var why = first.LastRun!.ErrorMessage ?? "Start it again; the sync history tells more.";
        return new HealthProblem(code, SeverityOf(code, agents), $"{who}. {why}", RemedyOf(code, only, facts))
        {
            AgentId = only,
            Since = agents.Min(agent => agent.FailingSince),
        };
    }

    /// <summary>What passes by itself and has hardly begun worries nobody yet.</summary>
    private static Severity SeverityOf(string code, IReadOnlyList<AgentFreshness> agents) =>
        SyncFailure.Passes(code) && agents.All(agent => agent.LastRun!.Status == SyncStatus.Partial) ? Severity.Warning : Severity.Error;

    private static Remedy RemedyOf(string code, string? agentId, HealthFacts facts) => code switch
    {
        SyncFailure.NotConfigured or SyncFailure.KeySeesNothing or SyncFailure.KeyRefused or SyncFailure.PermissionMissing =>
            Remedy.Of(RemedyAction.OpenSettingsKey),
        SyncFailure.Quota => Remedy.Of(RemedyAction.CheckPlan),
        SyncFailure.AgentNotFound => Remedy.Of(RemedyAction.RetireAgent, ("agent_id", agentId)),
        SyncFailure.DiskFull => DiskProblems.FreeDisk(facts),
        SyncFailure.StorageReadOnly or SyncFailure.StorageFailed => Remedy.Of(RemedyAction.AllowWriting),
        SyncFailure.RateLimited or SyncFailure.Unavailable or SyncFailure.StorageLocked => Remedy.Of(RemedyAction.Wait),
        SyncFailure.Network => Remedy.Of(RemedyAction.AllowNetwork, ("host", facts.Settings.BaseUrl.Host)),
        SyncFailure.Certificate =>
            Remedy.Of(RemedyAction.SetCertificate, ("variable", "SSL_CERT_FILE"), ("host", facts.Settings.BaseUrl.Host)),
        SyncFailure.InternalError => Remedy.Of(RemedyAction.ReportError),
        _ => Remedy.Of(RemedyAction.StartSync, ("agent_id", agentId)),
    };
}
