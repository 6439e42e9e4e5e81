using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Voicebot.Core.Data;
using Voicebot.Core.Settings;

namespace Voicebot.Core.Synchronization;

/// <summary>
/// Starts, cancels and carries runs. Requests and timers only queue them; this service works on them in the background,
/// takes over what a crash left open, and gives its runs back when the program stops.
/// </summary>
public sealed partial class SyncService(
    Database database, SyncRunStore runs, Synchronizer synchronizer, VoicebotSettings settings, TimeProvider clock, ILogger<SyncService> log) : BackgroundService
{
    private static readonly TimeSpan LookAround = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan HeartbeatEvery = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<long, CancellationTokenSource> carried = new();
    private readonly SemaphoreSlim queued = new(0);

    /// <summary>Queues one run per agent; an agent that is syncing keeps the run that is on.</summary>
    public IReadOnlyList<SyncRun> Start(IEnumerable<string> agentIds, string syncType, SyncWindow? window)
    {
        var started = agentIds.Select(agentId => runs.QueueOrAttach(agentId, syncType, window)).ToList();
        queued.Release();
        return started;
    }

    /// <summary>Queues a re-reading of telephone conversations without numbers. Returns how many, and the runs.</summary>
    public (int Count, IReadOnlyList<SyncRun> Runs) RefetchDetails(IReadOnlyList<string> agentIds)
    {
        var marked = database.Write(connection => UnsettledConversations.MarkWithoutNumbers(connection, agentIds));
        return (marked.Values.Sum(), Start(marked.Keys, SyncType.Refetch, null));
    }

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
            foreach (var run in runs.Orphans(IsAtWork))
                if (runs.TryOwn(run, RunOwner.Current))
                    tasks.Add(Task.Run(() => CarryAsync(run, stoppingToken), CancellationToken.None));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A full disk or a locked file must not end this loop; the next look comes in seconds.
            LogLookAroundFailed(exception);
        }
    }

    /// <summary>An own run is at work exactly while it is carried: an id of a finished process may come again.</summary>
    private bool IsAtWork(SyncRun run) => run.Owner == RunOwner.Current ? carried.ContainsKey(run.Id) : RunOwner.MayBeAlive(run.Owner!);

    private async Task CarryAsync(SyncRun run, CancellationToken stoppingToken)
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        carried[run.Id] = cancel;
        var heart = BeatAsync(run, cancel);
        try
        {
            await RunAsync(run, cancel.Token);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            LogReleased(run.Id);
            Close(() => runs.Release(run.Id, RunOwner.Current), run);
        }
        catch (OperationCanceledException)
        {
            Close(() => runs.Finish(run.Id, RunOwner.Current, SyncStatus.Cancelled, null, null), run);
        }
        catch (Exception exception)
        {
            LogFailed(exception, run.Id);
            var failure = SyncFailure.Of(exception);
            Close(() => runs.Finish(run.Id, RunOwner.Current, FailedStatus(run.Id), failure.Code, failure.Message), run);
        }
        finally
        {
            carried.TryRemove(run.Id, out _);
            await cancel.CancelAsync();
            await heart;
        }
    }

    private async Task RunAsync(SyncRun run, CancellationToken cancellation)
    {
        if (settings.Current.Connection is not { } connection)
        {
            runs.Finish(run.Id, RunOwner.Current, SyncStatus.Failed, SyncFailure.NotConfigured.Code, SyncFailure.NotConfigured.Message);
            return;
        }
        LogStarted(run.Id, run.SyncType);
        await synchronizer.RunAsync(run, connection, cancellation);
        var done = runs.Find(run.Id)!;
        var status = done.DetailsFailed > 0 ? SyncStatus.Partial : SyncStatus.Completed;
        var message = done.DetailsFailed > 0 ? $"{done.DetailsFailed} of {done.DetailsTotal} conversations could not be read in detail. The next synchronisation tries them again." : null;
        runs.Finish(run.Id, RunOwner.Current, status, done.DetailsFailed > 0 ? "details_failed" : null, message);
        LogFinished(run.Id, status, done.ConversationsFetched, done.NewCount, done.UpdatedCount, done.DetailsFetched, done.DetailsFailed);
    }

    /// <summary>A run that got as far as the details and read some is partial; the list is complete then.</summary>
    private string FailedStatus(long runId) =>
        runs.Find(runId) is { Phase: SyncPhase.Details, DetailsFetched: > 0 } ? SyncStatus.Partial : SyncStatus.Failed;

    private async Task BeatAsync(SyncRun run, CancellationTokenSource cancel)
    {
        try
        {
            while (true)
            {
                await Task.Delay(HeartbeatEvery, clock, cancel.Token);
                var (ours, cancelRequested) = runs.Beat(run.Id, RunOwner.Current);
                if (!ours || cancelRequested)
                    await cancel.CancelAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // the run is over
        }
        catch (Exception exception)
        {
            LogLookAroundFailed(exception); // the lease runs out, and the run is taken over when the database can be written again
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
            LogFailed(exception, run.Id);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Synchronisation {RunId} ({SyncType}) started.")]
    private partial void LogStarted(long runId, string syncType);

    [LoggerMessage(Level = LogLevel.Information, Message = "Synchronisation {RunId} {Status}: {Listed} listed, {Added} new, {Updated} updated, {Details} details read, {Failed} failed.")]
    private partial void LogFinished(long runId, string status, long listed, long added, long updated, long details, long failed);

    [LoggerMessage(Level = LogLevel.Information, Message = "Synchronisation {RunId} is interrupted by the end of the program; the next start resumes it.")]
    private partial void LogReleased(long runId);

    [LoggerMessage(Level = LogLevel.Error, Message = "Synchronisation {RunId} failed.")]
    private partial void LogFailed(Exception exception, long runId);

    [LoggerMessage(Level = LogLevel.Error, Message = "The synchronisation service could not use the database; it tries again.")]
    private partial void LogLookAroundFailed(Exception exception);
}
