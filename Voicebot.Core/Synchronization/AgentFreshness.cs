using Dapper;
using Voicebot.Core.Agents;
using Voicebot.Core.Data;
using Voicebot.Core.Freshness;

namespace Voicebot.Core.Synchronization;

/// <summary>How fresh the data of one agent are, and how its last run ended. Instants are unix seconds.</summary>
public sealed record AgentFreshness(Agent Agent, long? LastGoodAt, EndedRun? LastRun, long? FailingSince, bool IsRunning)
{
    /// <summary>A night and two hours: with a sync every night, older data mean that one was missed.</summary>
    public static readonly TimeSpan StaleAfter = TimeSpan.FromHours(26);

    /// <summary>So far clocks may differ, or be set back, without a word.</summary>
    public static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    private const int RunsLookedAt = 100;

    public string AgentId => Agent.Id;

    public string Name => Agent.DisplayName;

    /// <summary>The newest run ended later than now: this computer's clock was ahead, or is behind.</summary>
    public bool IsFromTheFuture(long now) => LastGoodAt > now + (long)ClockTolerance.TotalSeconds;

    /// <summary>Seconds since the last good run, never negative; null without one, and where the clock makes it unknowable.</summary>
    public long? Age(long now) => LastGoodAt is { } at && !IsFromTheFuture(now) ? Math.Max(0, now - at) : null;

    public string State(long now) => this switch
    {
        { LastGoodAt: null, LastRun: null } => FreshnessState.New,
        { LastGoodAt: null } => FreshnessState.Never,
        _ when Age(now) is not { } age => FreshnessState.Unknown,
        _ => Age(now) > StaleAfter.TotalSeconds ? FreshnessState.Stale : FreshnessState.Fresh,
    };

    public static AgentFreshness Of(PreparedConnection connection, Agent agent)
    {
        var agentId = agent.Id;
        // By id, not by time: a clock that was ahead once must not hide the runs after it.
        var runs = connection.Query<EndedRun>("""
            SELECT id, status, finished_at AS FinishedAt, error_code AS ErrorCode, error_message AS ErrorMessage FROM sync_runs
            WHERE agent_id = @agentId AND status IN ('completed', 'partial', 'failed') ORDER BY id DESC LIMIT @RunsLookedAt
            """, new { agentId, RunsLookedAt }).ToList();
        var good = connection.ExecuteScalar<long?>($"""
            SELECT finished_at FROM sync_runs WHERE agent_id = @agentId AND {DataFreshness.ListWentWell} AND sync_type <> 'refetch'
                ORDER BY id DESC LIMIT 1
            """, new { agentId });
        var isRunning = connection.ExecuteScalar<bool>(
            "SELECT EXISTS (SELECT 1 FROM sync_runs WHERE agent_id = @agentId AND status IN ('queued', 'running'))", new { agentId });
        return new AgentFreshness(agent, good, runs.FirstOrDefault(), runs.TakeWhile(run => run.WentWrong)
            .LastOrDefault()?.FinishedAt, isRunning);
    }
}

/// <summary>A run that is over and was not cancelled.</summary>
public sealed record EndedRun
{
    public long Id { get; init; }
    public string Status { get; init; } = "";
    public long? FinishedAt { get; init; }
    public string? ErrorCode { get; init; }
    public string? ErrorMessage { get; init; }

    /// <summary>
    /// It ended before its time: single details that could not be read, or a limit after which the next goes on, are no failure.
    /// </summary>
    public bool WentWrong =>
        Status == SyncStatus.Failed
        || (Status == SyncStatus.Partial && ErrorCode is not (null or SyncFailure.DetailsFailed or SyncFailure.TimeLimit));
}

/// <summary>How fresh the data of an agent are, as written in the API.</summary>
public static class FreshnessState
{
    /// <summary>No run has been tried yet.</summary>
    public const string New = "new";
    public const string Fresh = "fresh";
    public const string Stale = "stale";
    /// <summary>Runs were tried, and none went well.</summary>
    public const string Never = "never";
    /// <summary>The clock went wrong, so that an age would be a lie.</summary>
    public const string Unknown = "unknown";
}
