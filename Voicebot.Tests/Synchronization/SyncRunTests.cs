using Dapper;
using Voicebot.Core.Agents;
using Voicebot.Core.Synchronization;
using Voicebot.Tests.Data;

namespace Voicebot.Tests.Synchronization;

/// <summary>What a run tells of its pace and its days, and what its end tells of an agent's data.</summary>
public sealed class SyncRunTests : IDisposable
{
    private const long Start = 1_790_000_000;
    private readonly TestDatabase test = new();

    public void Dispose() => test.Dispose();

    [Theory]
    [InlineData(null, null, 9, null)]
    [InlineData(0L, null, 9, null)]
    [InlineData(1L, null, 9, 9.0)]
    [InlineData(4L, null, 0, null)]
    [InlineData(4L, null, 1, 0.2)]
    [InlineData(3L, null, 10, 3.3)]
    [InlineData(100L, 4L, 10, 2.5)]
    public void DetailsPerSecond_Run_IsItsMeanSoFarOrToItsEnd(long? since, long? took, long fetched, double? expected)
    {
        var run = new SyncRun
        {
            StartedAt = since is { } seconds ? Start - seconds : null,
            FinishedAt = Start - since + took,
            DetailsFetched = fetched,
        };

        Assert.Equal(expected, run.DetailsPerSecond(At(0)));
    }

    [Theory]
    [InlineData("running", 100, 20, 5, 38L)] // 75 are left, two a second
    [InlineData("running", 25, 20, 5, 0L)]
    [InlineData("running", 100, 0, 5, null)]
    [InlineData("queued", 100, 20, 5, null)]
    [InlineData("completed", 100, 20, 5, null)]
    public void SecondsLeft_RunningRun_IsWhatIsLeftAtItsRateRoundedUp(string status, long total, long fetched, long failed, long? expected)
    {
        var run = new SyncRun
        {
            Status = status,
            StartedAt = Start,
            DetailsTotal = total,
            DetailsFetched = fetched,
            DetailsFailed = failed,
        };

        Assert.Equal(expected, run.SecondsLeft(At(10)));
    }

    [Fact]
    public void Lists_Days_AreThoseOfTheRunAndNoneAreAlways()
    {
        var run = new SyncRun { PeriodFrom = "2026-11-02", PeriodTo = "2026-11-05" };
        var day = new DateOnly(2026, 11, 2);

        Assert.True(run.Lists(null));
        Assert.True(new SyncRun().Lists(null));
        Assert.True(run.Lists(new SyncWindow(day, day.AddDays(3))));
        Assert.False(run.Lists(new SyncWindow(day.AddDays(-1), day)));
        Assert.False(new SyncRun().Lists(new SyncWindow(day, day)));
    }

    [Theory]
    [InlineData(SyncStatus.Queued, true)]
    [InlineData(SyncStatus.Running, true)]
    [InlineData(SyncStatus.Completed, false)]
    [InlineData(SyncStatus.Partial, false)]
    [InlineData(SyncStatus.Failed, false)]
    [InlineData(SyncStatus.Cancelled, false)]
    public void IsOpen_Status_IsQueuedOrRunning(string status, bool expected) =>
        Assert.Equal(expected, new SyncRun { Status = status }.IsOpen);

    /// <summary>Runs from first to last, each "status code type" and its end; a later clock does not make one newer.</summary>
    [Theory]
    [InlineData("", null, null, null, false)]
    [InlineData("running - manual", null, null, null, true)]
    [InlineData("queued - manual", null, null, null, true)]
    [InlineData("cancelled - manual", null, null, null, false)]
    [InlineData("completed - manual", 1L, "completed", null, false)]
    [InlineData("completed - refetch", null, "completed", null, false)]
    [InlineData("completed - manual,completed - refetch", 1L, "completed", null, false)]
    [InlineData("completed - manual,completed - scheduled", 2L, "completed", null, false)]
    [InlineData("partial details_failed manual", 1L, "partial", null, false)]
    [InlineData("partial list_incomplete manual", null, "partial", 1L, false)]
    [InlineData("completed - manual,failed disk_full scheduled", 1L, "failed", 2L, false)]
    [InlineData("completed - manual,failed a scheduled,failed b scheduled,running - manual", 1L, "failed", 2L, true)]
    [InlineData("failed a manual,completed - manual,failed b manual,cancelled - manual", 2L, "failed", 3L, false)]
    public void Of_Runs_TellTheNewestGoodOneAndSinceWhenItFails(string runs, long? good, string? last, long? failing, bool running)
    {
        foreach (var (index, run) in runs.Split(',', StringSplitOptions.RemoveEmptyEntries).Index())
            Add("agent_one", run.Split(' '), index + 1);
        Add("agent_two", ["failed", "b", "manual"], 99);

        var freshness = test.Database.Read(connection => AgentFreshness.Of(connection, new Agent("agent_one", null)));

        Assert.Equal((good, last, failing, running),
            (freshness.LastGoodAt, freshness.LastRun?.Status, freshness.FailingSince, freshness.IsRunning));
    }

    private void Add(string agentId, string[] run, long finishedAt) => test.Database.Write(connection => connection.Execute("""
        INSERT INTO sync_runs (agent_id, status, error_code, sync_type, phase, requested_at, finished_at)
        VALUES (@agentId, @status, @code, @type, 'done', 1, @finishedAt)
        """, new { agentId, status = run[0], code = run[1] == "-" ? null : run[1], type = run[2], finishedAt }));

    private static DateTimeOffset At(long seconds) => DateTimeOffset.FromUnixTimeSeconds(Start + seconds);
}
