using Voicebot.Core.Figures;
using Voicebot.Core.Health;
using Voicebot.Core.Synchronization;
using Voicebot.Core.Time;

namespace Voicebot.Functions.Responses;

/// <summary>
/// Liveness, the age of the data and what stands in the way (<c>problems</c>, worst first). The database is ok, checking or damaged. Ages
/// are seconds and
/// never negative; the last good sync is the oldest of the agents' (see <c>agents</c> for each). The circuit is closed, or open while
/// requests to ElevenLabs are held back.
/// </summary>
internal sealed record HealthResponse(
    string Status, string Version, int SchemaVersion, string Database, string TimeZone, bool Demo, DateTimeOffset? LastGoodSyncAt,
        long? LastGoodSyncAgeSecs,
    IReadOnlyList<AgentFreshnessResponse> Agents, IReadOnlyList<HealthProblemResponse> Problems, DiskResponse? Disk, int RunningSyncs,
        string ElevenlabsCircuit, int ElevenlabsConcurrency,
    IReadOnlyList<NextRunResponse> NextRuns, FiguresCheckResponse FiguresCheck);

/// <summary>
/// How fresh one agent's data are: new (nothing tried yet), fresh, stale (over 26 h), never (tried, and never went well) or unknown (the
/// clock went wrong).
/// </summary>
internal sealed record AgentFreshnessResponse(string AgentId, string Name, DateTimeOffset? LastGoodSyncAt, long? AgeSecs, string State)
{
    public static AgentFreshnessResponse Of(AgentFreshness agent, long now, ReportingZone zone) => new(
        agent.AgentId, agent.Name, agent.LastGoodAt is { } at ? zone.Local(at) : null, agent.Age(now), agent.State(now));
}

/// <summary>
/// Something that stands in the way: severity error, warning or advice; detail says in English what happened and what to do.
/// </summary>
internal sealed record HealthProblemResponse(string Code, string Severity, string Detail, string? AgentId, DateTimeOffset? Since,
    RemedyResponse Remedy)
{
    public static HealthProblemResponse Of(HealthProblem problem, ReportingZone zone) => new(
        problem.Code, problem.Severity.ToString().ToLowerInvariant(), problem.Detail, problem.AgentId, problem.Since is { } at
            ? zone.Local(at) : null,
        new RemedyResponse(problem.Remedy.Action, problem.Remedy.Params));
}

/// <summary>The one thing to do, for programs.</summary>
internal sealed record RemedyResponse(string Action, IReadOnlyDictionary<string, string> Params);

/// <summary>Room on the disk of the data folder.</summary>
internal sealed record DiskResponse(long FreeBytes, long TotalBytes);

/// <summary>
/// The last comparison of the stored figures with a recount of the conversations: unchecked (none yet), ok, or mended (so many days
/// differed and were counted anew). Conversations that are still read again after an update are left to derive.
/// </summary>
internal sealed record FiguresCheckResponse(string Status, DateTimeOffset? CheckedAt, long? DaysMended, bool Deriving)
{
    public static FiguresCheckResponse Of(DerivedState state, ReportingZone zone) => new(
        state.CheckedAt is null ? "unchecked" : state.Differences > 0 ? "mended" : "ok",
        state.CheckedAt is { } seconds ? zone.Local(seconds) : null,
        state.Differences,
        state.RederiveFrom > 0);
}

internal sealed record NextRunResponse(string Name, DateTimeOffset At);

internal sealed record MonthsResponse(IReadOnlyList<string> Months);
