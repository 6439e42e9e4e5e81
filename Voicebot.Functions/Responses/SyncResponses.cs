using Voicebot.Core.Synchronization;
using Voicebot.Core.Time;

namespace Voicebot.Functions.Responses;

/// <summary>
/// A run that was started, or that was on already. Follows: it is over other days, and those that were asked for come after it.
/// </summary>
internal sealed record StartedRunResponse(long Id, string AgentId, bool Follows)
{
    /// <param name="window">The days that were asked for; null when details only.</param>
    public static IReadOnlyList<StartedRunResponse> Of(IEnumerable<SyncRun> runs, SyncWindow? window) =>
        [.. runs.Select(run => new StartedRunResponse(run.Id, run.AgentId, !run.Lists(window)))];
}

internal sealed record StartSyncResponse(string Status, string Message, int AgentsCount, IReadOnlyList<StartedRunResponse> Runs);

internal sealed record RefetchResponse(string Status, string Message, int ConversationsReset, IReadOnlyList<StartedRunResponse> Runs);

/// <summary><c>stored</c>, or <c>ignored</c> for an event that is none of ours.</summary>
internal sealed record WebhookResponse(string Status);

/// <summary>
/// One run; live while it runs. Rate and time left are estimates of the details phase, null when there is nothing to tell. Days are local
/// and inclusive.
/// </summary>
internal sealed record SyncLogResponse(
    long Id, string AgentId, string AgentName, string SyncType, string Status, string Phase, DateTimeOffset RequestedAt,
        DateTimeOffset? StartedAt, DateTimeOffset? FinishedAt,
    long ConversationsFetched, long NewCount, long UpdatedCount, long DetailsTotal, long DetailsFetched, long DetailsFailed,
    double? DetailsPerSec, long? SecsLeft, string? ErrorCode, string? ErrorMessage, string? PeriodFrom, string? PeriodTo)
{
    public static SyncLogResponse Of(SyncRun run, ReportingZone zone, DateTimeOffset now) => new(
        run.Id, run.AgentId, run.AgentName
            ?? run.AgentId, run.SyncType, run.Status, run.Phase, zone.Local(run.RequestedAt), Local(run.StartedAt, zone),
            Local(run.FinishedAt, zone),
        run.ConversationsFetched, run.NewCount, run.UpdatedCount, run.DetailsTotal, run.DetailsFetched, run.DetailsFailed,
        run.DetailsPerSecond(now), run.SecondsLeft(now), run.ErrorCode, run.ErrorMessage, run.PeriodFrom, run.PeriodTo);

    private static DateTimeOffset? Local(long? instant, ReportingZone zone) => instant is { } seconds ? zone.Local(seconds) : null;
}
