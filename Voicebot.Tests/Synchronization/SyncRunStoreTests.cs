using Microsoft.Extensions.Time.Testing;
using Voicebot.Core.Data;
using Voicebot.Core.Freshness;
using Voicebot.Core.Synchronization;
using Voicebot.Tests.Data;

namespace Voicebot.Tests.Synchronization;

public sealed class SyncRunStoreTests : IDisposable
{
    private static readonly SyncWindow November = new(new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 22));

    private readonly TestDatabase test = new();
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
    private readonly SyncRunStore runs;

    public SyncRunStoreTests() => runs = new SyncRunStore(test.Database, clock);

    private long Now => clock.GetUtcNow().ToUnixTimeSeconds();

    public void Dispose() => test.Dispose();

    [Fact]
    public void QueueOrAttach_FirstRequest_IsQueuedWithItsWindow() =>
        Assert.Equal(
            new SyncRun
            {
                Id = 1,
                AgentId = "one",
                SyncType = "manual",
                Status = "queued",
                Phase = "queued",
                PeriodFrom = "2026-11-01",
                PeriodTo = "2026-11-22",
                RequestedAt = Now,
            },
            runs.QueueOrAttach("one", SyncType.Manual, November));

    [Fact]
    public void QueueOrAttach_WhileOneIsOpen_ReturnsTheSame()
    {
        var queued = runs.QueueOrAttach("one", SyncType.Manual, November);
        Assert.Equal(queued.Id, runs.QueueOrAttach("one", SyncType.Scheduled, null).Id);

        Assert.Equal(queued with { Owner = "me" }, runs.TryOwn(queued, "me"));

        var attached = runs.QueueOrAttach("one", SyncType.Refetch, null);
        Assert.Equal((queued.Id, "manual", "running"), (attached.Id, attached.SyncType, attached.Status));
        Assert.Equal(1, runs.OpenCount);
    }

    [Fact]
    public void QueueOrAttach_OtherAgentOrAfterTheEnd_IsANewRun()
    {
        var first = Started("one");
        Assert.NotEqual(first.Id, runs.QueueOrAttach("two", SyncType.Manual, November).Id);

        runs.Finish(first.Id, "me", SyncStatus.Completed, null, null);

        Assert.NotEqual(first.Id, runs.QueueOrAttach("one", SyncType.Manual, November).Id);
    }

    [Fact]
    public async Task QueueOrAttach_ManyAtOnce_AllGetOneRun()
    {
        var started = await Task.WhenAll(Enumerable.Range(0, 16)
            .Select(_ => Task.Run(() => runs.QueueOrAttach("one", SyncType.Manual, November).Id)));

        Assert.Single(started.Distinct());
    }

    [Fact]
    public async Task TryOwn_ManyCompetitors_OneWins()
    {
        var run = runs.QueueOrAttach("one", SyncType.Manual, November);

        var won = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(() => runs.TryOwn(run, $"owner-{number}"))));

        Assert.Single(won, one => one is not null);
    }

    [Fact]
    public void TryOwn_TakenOverMeanwhile_IsFalse()
    {
        var run = Started("one");
        RunLeases.LetPass(test.Database, clock, SyncRunStore.LeaseTime + TimeSpan.FromSeconds(1));
        var seen = Assert.Single(runs.Orphans((_, isLeased) => isLeased));

        Assert.NotNull(runs.TryOwn(seen, "second"));
        Assert.Null(runs.TryOwn(seen, "third"));
        Assert.Equal("second", runs.Find(run.Id)!.Owner);
    }

    [Fact]
    public void TryOwn_CancelledMeanwhile_IsFalse()
    {
        var run = runs.QueueOrAttach("one", SyncType.Manual, November);
        runs.Cancel(run.Id);

        Assert.Null(runs.TryOwn(run, "me"));
    }

    [Theory]
    [InlineData(0, true, false)]
    [InlineData(29, true, false)] // a second's play: a server's own clock goes on meanwhile
    [InlineData(31, true, true)]
    [InlineData(0, false, true)]
    public void Orphans_Running_AreThoseWithoutHeartbeatOrOwner(int secondsSinceBeat, bool isAtWork, bool expected)
    {
        var run = Started("one");
        clock.Advance(TimeSpan.FromMinutes(10));
        runs.Beat(run.Id, "me");
        RunLeases.LetPass(test.Database, clock, TimeSpan.FromSeconds(secondsSinceBeat));

        Assert.Equal(expected, runs.Orphans((_, isLeased) => isLeased && isAtWork).Count == 1);
    }

    [Fact]
    public void Orphans_QueuedAndReleased_AreToBeTaken()
    {
        var queued = runs.QueueOrAttach("one", SyncType.Manual, November);
        var released = Started("two");
        runs.Release(released.Id, "me");
        var over = Started("three");
        runs.Finish(over.Id, "me", SyncStatus.Completed, null, null);

        Assert.Equal([queued.Id, released.Id], runs.Orphans((_, isLeased) => isLeased).Select(run => run.Id));
    }

    [Fact]
    public void Beat_OwnOrLost_TellsWhich()
    {
        var run = Started("one");

        Assert.Equal((true, false), runs.Beat(run.Id, "me"));
        Assert.Equal((false, false), runs.Beat(run.Id, "someone else"));
        Assert.True(runs.Cancel(run.Id));
        Assert.Equal((true, true), runs.Beat(run.Id, "me"));
        runs.Finish(run.Id, "me", SyncStatus.Cancelled, null, null);
        Assert.False(runs.Beat(run.Id, "me").Ours);
    }

    [Fact]
    public void Cancel_EachState_EndsOrAsks()
    {
        var queued = runs.QueueOrAttach("one", SyncType.Manual, November);
        Assert.True(runs.Cancel(queued.Id));
        var cancelled = runs.Find(queued.Id)!;
        Assert.Equal(("cancelled", "done", Now), (cancelled.Status, cancelled.Phase, cancelled.FinishedAt));
        Assert.False(runs.Cancel(queued.Id));

        var running = Started("two");
        Assert.True(runs.Cancel(running.Id));
        Assert.True(runs.Cancel(running.Id));
        Assert.Equal(("running", true), (runs.Find(running.Id)!.Status, runs.Find(running.Id)!.CancelRequested));

        Assert.False(runs.Cancel(9_999));
    }

    [Fact]
    public void Finish_NotTheOwner_ChangesNothing()
    {
        var run = Started("one");

        runs.Finish(run.Id, "someone else", SyncStatus.Failed, "x", "y");
        Assert.Equal("running", runs.Find(run.Id)!.Status);

        clock.Advance(TimeSpan.FromSeconds(7));
        runs.Finish(run.Id, "me", SyncStatus.Partial, "details_failed", "One of them.");
        var over = runs.Find(run.Id)!;
        Assert.Equal(("partial", "done", Now, "details_failed", "One of them."),
            (over.Status, over.Phase, over.FinishedAt, over.ErrorCode, over.ErrorMessage));
        runs.Finish(run.Id, "me", SyncStatus.Completed, null, null);
        Assert.Equal("partial", runs.Find(run.Id)!.Status);
    }

    [Fact]
    public void Counters_Resumed_KeepWhatWasReadAndPlanTheRestAnew()
    {
        var run = Started("one");
        test.Database.Write(connection =>
        {
            SyncRunStore.Plan(connection, run, 10);
            SyncRunStore.Count(connection, run, new SyncCounts(Fetched: 12, New: 7, Updated: 3, DetailsFetched: 4, DetailsFailed: 2));
        });
        runs.Release(run.Id, "me");
        runs.BeginDetails(runs.TryOwn(runs.Find(run.Id)!, "next")!);

        var resumed = runs.Find(run.Id)!;

        Assert.Equal((0, 7, 3, 4, 4, 0),
            (resumed.ConversationsFetched, resumed.NewCount, resumed.UpdatedCount, resumed.DetailsTotal, resumed.DetailsFetched,
            resumed.DetailsFailed));
        Assert.Equal(Now, resumed.StartedAt);
    }

    [Fact]
    public void Newest_Runs_AreNewestFirstLimitedAndOfTheAgent()
    {
        foreach (var agent in (string[])["one", "two", "one"])
            runs.Finish(Started(agent).Id, "me", SyncStatus.Completed, null, null);

        Assert.Equal([3, 2, 1], runs.Newest(50, null).Select(run => run.Id));
        Assert.Equal([3, 1], runs.Newest(50, ["one"]).Select(run => run.Id));
        Assert.Equal([3], runs.Newest(1, null).Select(run => run.Id));
        Assert.Empty(runs.Newest(50, ["absent"]));
    }

    [Fact]
    public void LastGood_Agents_IsTheOldestOfTheirNewest()
    {
        Assert.Null(LastGood(["one"]));
        var first = End("one", SyncStatus.Completed);
        Assert.Equal(first, LastGood(["one"]));
        Assert.Equal(first, LastGood(["one", "two"])); // one unknown must not silence all
        var second = End("two", SyncStatus.Partial, errorCode: "details_failed");
        Assert.Equal(first, LastGood(["one", "two"]));
        Assert.Equal(second, LastGood([]));
        End("one", SyncStatus.Failed);
        End("one", SyncStatus.Cancelled);
        End("one", SyncStatus.Partial, errorCode: "elevenlabs_key_refused");
        Assert.Equal(first, LastGood(["one"]));
        End("one", SyncStatus.Completed, SyncType.Refetch);
        Assert.Equal(first, LastGood(["one"]));
        var third = End("one", SyncStatus.Completed);
        Assert.Equal((third, second), (LastGood(["one"]), LastGood(["one", "two"])));
    }

    private long? LastGood(string[] agentIds) => test.Database.Read(connection => DataFreshness.LastGood(connection, agentIds));

    [Fact]
    public void HasCovered_GoodRunsSince_ThatBeganEarlyEnough()
    {
        var since = Now;
        Assert.False(runs.HasCovered("one", November.From, since));
        End("one", SyncStatus.Failed);
        Assert.False(runs.HasCovered("one", November.From, since));
        End("one", SyncStatus.Partial, errorCode: "elevenlabs_unavailable");
        Assert.False(runs.HasCovered("one", November.From, since));
        End("one", SyncStatus.Partial, errorCode: "details_failed");

        Assert.True(runs.HasCovered("one", November.From, since));
        Assert.True(runs.HasCovered("one", November.From.AddDays(5), since));
        Assert.False(runs.HasCovered("one", November.From.AddDays(-1), since));
        Assert.False(runs.HasCovered("one", November.From, Now));
        Assert.False(runs.HasCovered("two", November.From, since));
    }

    /// <summary>Whoever was away while another took the run over stores nothing for it, and takes nothing along.</summary>
    [Fact]
    public void Count_TakenOverMeanwhile_StoresNothing()
    {
        var run = Started("one");
        RunLeases.LetPass(test.Database, clock, SyncRunStore.LeaseTime + TimeSpan.FromSeconds(1));
        Assert.NotNull(runs.TryOwn(Assert.Single(runs.Orphans((_, isLeased) => isLeased)), "second"));
        Action<PreparedConnection>[] writes =
        [
            connection => SyncRunStore.Count(connection, run, new SyncCounts(Fetched: 1)),
            connection => SyncRunStore.Plan(connection, run, 1),
            _ => runs.BeginDetails(run),
            _ => runs.EnterDetails(run),
        ];

        Assert.All(writes[..2], write => Assert.Throws<RunLostException>(() => test.Database.Write(connection =>
        {
            connection.Run("INSERT INTO timers (name, last_due) VALUES ('of the run', 1)");
            write(connection);
        })));
        Assert.All(writes[2..], write => Assert.Throws<RunLostException>(() => write(null!)));

        Assert.Equal((0, 0, "listing"), (runs.Find(run.Id)!.ConversationsFetched, runs.Find(run.Id)!.DetailsTotal,
            runs.Find(run.Id)!.Phase));
        Assert.Equal(0L, test.Database.Read(connection => connection.Scalar("SELECT COUNT(*) FROM timers")));
    }

    private SyncRun Started(string agent, string type = SyncType.Manual) =>
        runs.TryOwn(runs.QueueOrAttach(agent, type, November), "me")!;

    private long End(string agent, string status, string type = SyncType.Manual, string? errorCode = null)
    {
        var run = Started(agent, type);
        clock.Advance(TimeSpan.FromMinutes(1));
        runs.Finish(run.Id, "me", status, errorCode, null);
        return Now;
    }
}
