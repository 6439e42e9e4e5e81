using Microsoft.Extensions.Time.Testing;
using Voicebot.Core.Synchronization;
using Voicebot.Core.Time;
using Voicebot.Tests.Data;

namespace Voicebot.Tests.Synchronization;

public sealed class NightlyPlanTests : IDisposable
{
    private const string Agent = "one";
    private readonly TestDatabase test = new();
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 8, 1, 2, 0, 0, TimeSpan.Zero));
    private readonly SyncRunStore runs;
    private readonly NightlyPlan nights;

    public NightlyPlanTests()
    {
        runs = new SyncRunStore(test.Database, clock);
        nights = new NightlyPlan(runs, clock);
    }

    public void Dispose() => test.Dispose();

    private DateOnly Today => ReportingZone.Utc.Day(clock.GetUtcNow());

    [Fact]
    public void WindowOf_AfterALongPause_BeginsOnTheDayOfTheLastGoodNight()
    {
        Run(SyncType.Manual, SyncStatus.Completed);
        clock.Advance(TimeSpan.FromDays(1));
        Run(SyncType.Scheduled, SyncStatus.Completed);
        clock.Advance(TimeSpan.FromDays(100));
        Run(SyncType.Manual, SyncStatus.Completed); // its month only, so it says nothing of the days between
        Run(SyncType.Scheduled, SyncStatus.Failed, "elevenlabs_unavailable");

        Assert.Equal(new SyncWindow(new DateOnly(2026, 8, 2), Today), nights.WindowOf(Agent, ReportingZone.Utc));

        Run(SyncType.Scheduled, SyncStatus.Completed);
        Assert.Equal(SyncWindow.Weekly(Today), nights.WindowOf(Agent, ReportingZone.Utc));
    }

    [Fact]
    public void WindowOf_NoNightYet_BeginsWithTheFirstRun()
    {
        Run(SyncType.Manual, SyncStatus.Completed);
        clock.Advance(TimeSpan.FromDays(60));
        Run(SyncType.Manual, SyncStatus.Completed);

        Assert.Equal(new DateOnly(2026, 8, 1), nights.WindowOf(Agent, ReportingZone.Utc).From);
        Assert.Equal(SyncWindow.Weekly(Today).From, nights.WindowOf("another", ReportingZone.Utc).From);
    }

    /// <summary>
    /// A run that waited for its turn still counts for its night: the next weekly one comes a week after the night, not after the wait.
    /// </summary>
    [Theory]
    [InlineData(0, true)]
    [InlineData(59, true)]
    [InlineData(60, false)]
    [InlineData(180, false)]
    public void WindowOf_WeekAfterOneThatBeganLate_IsWeeklyWithinAnHourOfPlay(int minutesLate, bool weekly)
    {
        var night = clock.GetUtcNow();
        clock.Advance(TimeSpan.FromMinutes(minutesLate));
        RunAll();
        clock.Advance(night.AddDays(6) - clock.GetUtcNow());
        Assert.False(IsWeekly);
        Assert.Null(nights.RereadBefore(Agent));
        clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(weekly, IsWeekly);
        Assert.Equal(weekly, nights.RereadBefore(Agent) is not null);
        clock.Advance(TimeSpan.FromDays(1));
        Assert.True(IsWeekly);
        Assert.Equal(clock.GetUtcNow().AddHours(-20).ToUnixTimeSeconds(), nights.RereadBefore(Agent));
    }

    private bool IsWeekly
    {
        get
        {
            // Nights in between went well, so that only the week decides.
            var run = runs.QueueOrAttach(Agent, SyncType.Scheduled, SyncWindow.Nightly(Today));
            Assert.NotNull(runs.TryOwn(run, "me"));
            runs.Finish(run.Id, "me", SyncStatus.Completed, null, null);
            return nights.WindowOf(Agent, ReportingZone.Utc) == SyncWindow.Weekly(Today);
        }
    }

    private void RunAll()
    {
        var run = runs.QueueOrAttach(Agent, SyncType.Scheduled, SyncWindow.Weekly(Today), clock.GetUtcNow().ToUnixTimeSeconds());
        Assert.NotNull(runs.TryOwn(run, "me"));
        runs.Finish(run.Id, "me", SyncStatus.Completed, null, null);
    }

    [Fact]
    public void IsToRepeat_AnOutage_TriesAgainLessAndLessOften()
    {
        Assert.False(nights.IsToRepeat(Agent));
        foreach (var minutes in new[] { 5, 10, 20, 40, 60, 60 })
        {
            Run(SyncType.Scheduled, SyncStatus.Failed, "elevenlabs_unavailable");
            clock.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(1));
            Assert.False(nights.IsToRepeat(Agent), $"before {minutes} minutes");
            clock.Advance(TimeSpan.FromSeconds(1));
            Assert.True(nights.IsToRepeat(Agent), $"after {minutes} minutes");
        }
        Run(SyncType.Scheduled, SyncStatus.Failed, "elevenlabs_unavailable");
        clock.Advance(TimeSpan.FromHours(3));
        Assert.False(nights.IsToRepeat(Agent)); // enough for one night
        clock.Advance(TimeSpan.FromHours(18));
        Run(SyncType.Scheduled, SyncStatus.Failed, "elevenlabs_unavailable");
        clock.Advance(TimeSpan.FromMinutes(5));
        Assert.True(nights.IsToRepeat(Agent)); // the next one begins anew
    }

    [Theory]
    [InlineData(SyncType.Scheduled, SyncStatus.Failed, "elevenlabs_key_refused", false)]
    [InlineData(SyncType.Scheduled, SyncStatus.Failed, "not_configured", false)]
    [InlineData(SyncType.Scheduled, SyncStatus.Partial, "details_failed", false)]
    [InlineData(SyncType.Scheduled, SyncStatus.Completed, null, false)]
    [InlineData(SyncType.Scheduled, SyncStatus.Cancelled, null, false)]
    [InlineData(SyncType.Manual, SyncStatus.Failed, "elevenlabs_unavailable", false)]
    [InlineData(SyncType.Scheduled, SyncStatus.Partial, "elevenlabs_unavailable", true)]
    [InlineData(SyncType.Scheduled, SyncStatus.Failed, "elevenlabs_rate_limited", true)]
    [InlineData(SyncType.Scheduled, SyncStatus.Partial, "list_incomplete", true)]
    [InlineData(SyncType.Scheduled, SyncStatus.Failed, "storage_failed", true)]
    public void IsToRepeat_Reason_Decides(string type, string status, string? code, bool expected)
    {
        Run(type, status, code);
        clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(expected, nights.IsToRepeat(Agent));
    }

    [Fact]
    public void IsToRepeat_WhileOneIsOpen_Waits()
    {
        Run(SyncType.Scheduled, SyncStatus.Failed, "elevenlabs_unavailable");
        clock.Advance(TimeSpan.FromMinutes(6));
        runs.QueueOrAttach(Agent, SyncType.Scheduled, nights.WindowOf(Agent, ReportingZone.Utc));
        Assert.False(nights.IsToRepeat(Agent));
    }

    [Theory]
    [InlineData("disk_full", 299, false)]
    [InlineData("disk_full", 300, true)]
    [InlineData("storage_failed", 300, false)]
    [InlineData(null, 300, false)]
    public void EndedByAFullDisk_AfterFiveMinutes_IsTheRun(string? code, int seconds, bool found)
    {
        Assert.Null(nights.EndedByAFullDisk(Agent));
        Run(SyncType.Manual, SyncStatus.Failed, code);
        clock.Advance(TimeSpan.FromSeconds(seconds));

        Assert.Equal(found, nights.EndedByAFullDisk(Agent) is not null);
        Assert.Null(nights.EndedByAFullDisk("another"));
    }

    private void Run(string type, string status, string? code = null)
    {
        var run = runs.QueueOrAttach(Agent, type, SyncWindow.Manual(Today));
        Assert.NotNull(runs.TryOwn(run, "me"));
        runs.Finish(run.Id, "me", status, code, null);
    }
}
