using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Voicebot.Core.Data;
using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Files;
using Voicebot.Core.Settings;
using Voicebot.Core.Telemetry;

namespace Voicebot.Core.Synchronization;

/// <summary>
/// Starts, cancels and carries runs. Requests and timers only queue them; this service works on them in the background,
/// takes over what a crash left open, and gives its runs back when the program stops.
/// </summary>
public sealed partial class SyncService(
    Database database, SyncRunStore runs, NightlyPlan nights, Synchronizer synchronizer, CriterionNaming criteria, TagNaming tags,
        VoicebotSettings settings, SyncOptions options, VoicebotOptions place, TimeProvider clock, ILogger<SyncService> log)
        : BackgroundService
{
    private readonly string me = RunOwner.New();
    private const int NamedFailures = 3;
    private static readonly TimeSpan HeartbeatEvery = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<long, CancellationTokenSource> carried = new();
    private readonly SemaphoreSlim queued = new(0);

    // On a server one of another computer may have died, whose lease says it: that is to be seen within five seconds.
    private TimeSpan LookAround => TimeSpan.FromSeconds(database.IsEmbedded ? 10 : 3);

    /// <summary>
    /// Queues one run per agent; an agent that is syncing keeps the run that is on, and days that it does not list follow it.
    /// </summary>
    /// <param name="rereadBefore">See <see cref="SyncRun.RereadBefore"/>.</param>
    public IReadOnlyList<SyncRun> Start(IEnumerable<string> agentIds, string syncType, SyncWindow? window, long? rereadBefore = null)
    {
        var started = agentIds.Select(agentId => runs.QueueOrAttach(agentId, syncType, window, rereadBefore)).ToList();
        queued.Release();
        return started;
    }

    /// <summary>Queues the nightly run of every active agent.</summary>
    public IReadOnlyList<SyncRun> StartNightly(EffectiveSettings current) =>
        [.. current.ActiveAgentIds.SelectMany(agentId =>
            Start([agentId], SyncType.Scheduled, nights.WindowOf(agentId, current.Zone), nights.RereadBefore(agentId)))];

    /// <summary>Looks for open runs that nobody works on, now rather than at the next look.</summary>
    public void Wake() => queued.Release();

    /// <summary>Queues a re-reading of telephone conversations without numbers. Returns how many, and the runs.</summary>
    public (int Count, IReadOnlyList<SyncRun> Runs) RefetchDetails(IReadOnlyList<string> agentIds)
    {
        var marked = database.Write(connection => UnsettledConversations.MarkWithoutNumbers(connection, agentIds));
        return (marked.Values.Sum(), Start(marked.Keys, SyncType.Refetch, null));
    }

    /// <summary>Whether this program owns the run and is at work on it.</summary>
    internal bool Carries(long runId) => carried.ContainsKey(runId);

    /// <summary>False when the run is over already.</summary>
    public bool Cancel(long runId)
    {
        if (!runs.Cancel(runId))
            return false;
        if (carried.TryGetValue(runId, out var run))
            run.Cancel();
        return true;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var tasks = new List<Task>();
        try
        {
            while (true)
            {
                TakeOrphans(tasks, stoppingToken);
                tasks.RemoveAll(task => task.IsCompleted);
                await queued.WaitAsync(LookAround, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await Task.WhenAll(tasks);
        }
    }

    private void TakeOrphans(List<Task> tasks, CancellationToken stoppingToken)
    {
        try
        {
            RepeatFailedNights();
            GoOnWhereThereIsRoomAgain();
            foreach (var run in runs.Orphans(IsAtWork))
                if (runs.TryOwn(run, me) is { } owned)
                    tasks.Add(CarryAsync(owned, stoppingToken));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A full disk or a locked file must not end this loop; the next look comes in seconds.
            LogLookAroundFailed(ForeignText.Of(exception));
        }
    }

    private void RepeatFailedNights()
    {
        var current = settings.Current;
        if (current.Connection is not null)
            foreach (var agentId in current.ActiveAgentIds.Where(nights.IsToRepeat))
                runs.QueueOrAttach(agentId, SyncType.Scheduled, nights.WindowOf(agentId, current.Zone), nights.RereadBefore(agentId));
    }

    /// <summary>Runs that ended because the disk was full, whoever started them: the same days once more.</summary>
    private void GoOnWhereThereIsRoomAgain()
    {
        var current = settings.Current;
        if (current.Connection is null || current.ActiveAgentIds.Select(nights.EndedByAFullDisk).OfType<SyncRun>()
            .ToList() is not { Count: > 0 } ended || DiskRoom.Of(place.DataFolder) is { IsFull: true })
            return;
        foreach (var run in ended)
            runs.QueueOrAttach(run.AgentId, run.SyncType, SyncWindow.Of(run));
    }

    /// <summary>
    /// An own run is at work exactly while it is carried, also when its heart could not beat for a while (the database was locked);
    /// an id of a finished process may come again.
    /// </summary>
    private bool IsAtWork(SyncRun run, bool isLeased) =>
        run.Owner == me ? carried.ContainsKey(run.Id) : isLeased && RunOwner.MayBeAlive(run.Owner!);

    private async Task CarryAsync(SyncRun run, CancellationToken stoppingToken)
    {
        using var limit = new CancellationTokenSource(options.RunTimeLimit, clock);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, limit.Token);
        carried[run.Id] = cancel; // before the next look, which would otherwise take the run a second time
        await Task.Yield();
        using var measured = MeasuredRun.Begin(run.SyncType);
        var heart = BeatAsync(run, cancel);
        var isRead = false;
        try
        {
            isRead = await RunAsync(run, cancel.Token);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            LogReleased(run.Id);
            Close(() => runs.Release(run.Id, me), run);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            Close(() => EndAtLimit(run), run);
        }
        catch (OperationCanceledException)
        {
            Close(() => runs.Finish(run.Id, me, SyncStatus.Cancelled, null, null), run);
        }
        catch (RunLostException)
        {
            LogLost(run.Id);
        }
        catch (Exception exception)
        {
            LogFailed(run.Id, ForeignText.Of(exception));
            var failure = SyncFailure.Of(exception);
            Close(() => runs.Finish(run.Id, me, FailedStatus(run.Id, exception), failure.Code, failure.Message), run);
        }
        finally
        {
            carried.TryRemove(run.Id, out _);
            await cancel.CancelAsync();
            await heart;
            Wake(); // another run may follow
        }
        if (isRead)
        {
            // the run is over and no longer concerned
            await criteria.LearnAsync(run.AgentId, run.SyncType == SyncType.Scheduled, stoppingToken);
            await tags.LearnAsync(run.SyncType == SyncType.Scheduled, stoppingToken);
        }
    }

    /// <returns>False when there was nothing to read with.</returns>
    private async Task<bool> RunAsync(SyncRun run, CancellationToken cancellation)
    {
        if (settings.Current.Connection is not { } connection)
        {
            runs.Finish(run.Id, me, SyncStatus.Failed, SyncFailure.WithoutKey.Code, SyncFailure.WithoutKey.Message);
            return false;
        }
        LogStarted(run.Id, run.SyncType);
        var listIsComplete = await synchronizer.RunAsync(run, connection, cancellation);
        var done = runs.Find(run.Id)!;
        var (status, code, message) = (listIsComplete, done.DetailsFailed) switch
        {
            (false, _) =>
                (SyncStatus.Partial, SyncFailure.ListIncomplete,
                "ElevenLabs's list broke off, so conversations may be missing; the next synchronisation reads it again."),
            (true, > 0) => (SyncStatus.Partial, SyncFailure.DetailsFailed, FailuresOf(done)),
            _ => (SyncStatus.Completed, null, (string?)null),
        };
        runs.Finish(run.Id, me, status, code, message);
        LogFinished(run.Id, status, done.ConversationsFetched, done.NewCount, done.UpdatedCount, done.DetailsFetched, done.DetailsFailed);
        return true;
    }

    /// <summary>Names the conversations, so that a person can look them up.</summary>
    private string FailuresOf(SyncRun run)
    {
        var named = database.Read(connection =>
            UnsettledConversations.Failures(connection, run.AgentId, run.StartedAt ?? 0, NamedFailures));
        return $"{run.DetailsFailed} of {run.DetailsTotal} conversations could not be read in detail; the next synchronisation tries "
            + $"them again. "
            + string.Join(" ", named.Select(failure => $"{failure.ConversationId}: {failure.Reason}"));
    }

    private void EndAtLimit(SyncRun run)
    {
        var reached = runs.Find(run.Id)!;
        runs.Finish(run.Id, me, SyncStatus.Partial, SyncFailure.TimeLimit,
            $"The synchronisation took longer than {options.RunTimeLimit.TotalMinutes:0} minutes and was ended; what it read is stored, "
                + $"and the next one goes on from there.");
        if (reached.DetailsFetched > 0 || reached.NewCount > 0)
            Start([run.AgentId], run.SyncType, reached.Phase == SyncPhase.Details ? null : SyncWindow.Of(run), run.RereadBefore);
    }

    /// <summary>
    /// A run that got as far as the details and read some is partial: its list is complete. One whose key was refused needs a person.
    /// </summary>
    private string FailedStatus(long runId, Exception exception) =>
        exception is not (ElevenLabsException { ConcernsTheKey: true } or AgentUnseenException) && !StorageFault.IsDiskFull(exception)
            && runs.Find(runId) is { Phase: SyncPhase.Details, DetailsFetched: > 0 } ? SyncStatus.Partial : SyncStatus.Failed;

    private async Task BeatAsync(SyncRun run, CancellationTokenSource cancel)
    {
        try
        {
            while (true)
            {
                await Task.Delay(HeartbeatEvery, clock, cancel.Token);
                Beat(run, cancel);
            }
        }
        catch (OperationCanceledException)
        {
            // the run is over
        }
    }

    private void Beat(SyncRun run, CancellationTokenSource cancel)
    {
        try
        {
            var (ours, cancelRequested) = runs.Beat(run.Id, me);
            if (!ours)
                LogLost(run.Id);
            if (!ours || cancelRequested)
                cancel.Cancel();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // the next beat comes; until then the lease may run out, and another process may take the run
            LogLookAroundFailed(ForeignText.Of(exception));
        }
    }

    /// <summary>The last word of a run; when even that cannot be stored, the lease runs out and the run is resumed later.</summary>
    private void Close(Action close, SyncRun run)
    {
        try
        {
            close();
        }
        catch (Exception exception)
        {
            LogFailed(run.Id, ForeignText.Of(exception));
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Synchronisation {RunId} ({SyncType}) started.")]
    private partial void LogStarted(long runId, string syncType);

    [LoggerMessage(Level = LogLevel.Information,
        Message = "Synchronisation {RunId} {Status}: {Listed} listed, {Added} new, {Updated} updated, {Details} details read, {Failed} "
        + "failed.")]
    private partial void LogFinished(long runId, string status, long listed, long added, long updated, long details, long failed);

    [LoggerMessage(Level = LogLevel.Information,
        Message = "Synchronisation {RunId} is interrupted by the end of the program; the next start resumes it.")]
    private partial void LogReleased(long runId);

    [LoggerMessage(Level = LogLevel.Information,
        Message = "Synchronisation {RunId} is another instance's now, or will be taken up again: this one could not renew its lease.")]
    private partial void LogLost(long runId);

    [LoggerMessage(Level = LogLevel.Error, Message = "Synchronisation {RunId} failed. {Error}")]
    private partial void LogFailed(long runId, string error);

    [LoggerMessage(Level = LogLevel.Error, Message = "The synchronisation service could not use the database; it tries again. {Error}")]
    private partial void LogLookAroundFailed(string error);
}
