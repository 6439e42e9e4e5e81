using Voicebot.Core.Time;

namespace Voicebot.Core.Synchronization;

/// <summary>Which days the nightly run of an agent lists, and when one that failed is tried again the same night.</summary>
public sealed class NightlyPlan(SyncRunStore runs, TimeProvider clock)
{
    private const int MostRepeats = 6;
    private static readonly TimeSpan FreshDetails = TimeSpan.FromHours(20);
    private static readonly TimeSpan Night = TimeSpan.FromHours(12);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <summary>
    /// From the first of the month or three days back, once a week thirty days back for late ratings and analyses; always from
    /// the day on which the last night went well, however long ago.
    /// </summary>
    public SyncWindow WindowOf(string agentId, ReportingZone zone)
    {
        var now = clock.GetUtcNow();
        var today = zone.Day(now);
        var weekAgo = now.AddDays(-7).AddHours(1).ToUnixTimeSeconds(); // an hour's play: a run does not begin at the second
        var weekly = SyncWindow.Weekly(today);
        var window = runs.HasCovered(agentId, weekly.From, weekAgo) ? SyncWindow.Nightly(today) : weekly;
        return runs.WatchedUntil(agentId) is { } instant ? window.Since(zone.Day(instant)) : window;
    }

    /// <summary>
    /// Once a week the details of the last thirty days are read again: cost, comments and deletions come late, and no list shows them.
    /// What was read less than a day ago is left. Null on other nights.
    /// </summary>
    public long? RereadBefore(string agentId)
    {
        var now = clock.GetUtcNow();
        return runs.RereadBefore(agentId, now.AddDays(-7).AddHours(1).ToUnixTimeSeconds(), (now - FreshDetails).ToUnixTimeSeconds());
    }

    /// <summary>
    /// The night's run failed for a reason that passes (an outage, say), and its pause is over: 5 minutes, then twice as long each time.
    /// </summary>
    public bool IsToRepeat(string agentId)
    {
        var now = clock.GetUtcNow();
        var night = runs.Scheduled(agentId, (now - Night).ToUnixTimeSeconds());
        var failures = night.TakeWhile(run => !run.IsOpen && SyncFailure.Passes(run.ErrorCode)).Count();
        if (failures is 0 or > MostRepeats)
            return false;
        var pause = TimeSpan.FromTicks(Math.Min(FirstPause.Ticks << (failures - 1), LongestPause.Ticks));
        return now.ToUnixTimeSeconds() >= night[0].FinishedAt + (long)pause.TotalSeconds;
    }

    /// <summary>The agent's last run, where a full disk ended it a little while ago.</summary>
    public SyncRun? EndedByAFullDisk(string agentId) =>
        runs.Newest(1, [agentId]) is [{ ErrorCode: SyncFailure.DiskFull } run] && clock.GetUtcNow().ToUnixTimeSeconds() >= run.FinishedAt
            + (long)FirstPause.TotalSeconds ? run : null;
}
