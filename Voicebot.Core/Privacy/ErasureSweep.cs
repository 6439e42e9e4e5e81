using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Voicebot.Core.Data;

namespace Voicebot.Core.Privacy;

/// <summary>
/// The one worker that erases: what is asked for now, and at start and every minute what an end of the program, a full disk or a long
/// reader left unfinished.
/// </summary>
public sealed partial class ErasureSweep(Eraser eraser, ErasureStore erasures, CopiesLeft copies, FileCleaning cleaning,
    TimeProvider clock, ILogger<ErasureSweep> log) : BackgroundService
{
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AgainSoon = TimeSpan.FromSeconds(2);
    private readonly SemaphoreSlim wake = new(0);
    private readonly SemaphoreSlim oneAtATime = new(1);
    private readonly ConcurrentDictionary<long, ErasureDelay> delays = new();
    private readonly ConcurrentDictionary<long, TaskCompletionSource> waiting = new();

    /// <summary>Writes the erasure down, and waits so long for its end; it goes on afterwards, whoever waits.</summary>
    public async Task<ErasureReport> EraseAsync(ErasureKind kind, string subject, TimeSpan patience)
    {
        var id = await Task.Run(() => erasures.Begin(kind, subject));
        var tried = waiting.GetOrAdd(id, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        wake.Release();
        await Task.WhenAny(tried.Task, Task.Delay(patience, clock));
        waiting.TryRemove(id, out _);
        return Report(erasures.Get(id), await copies.NamesAsync(CancellationToken.None));
    }

    /// <summary>Those that are not finished first, then the newest.</summary>
    public async Task<IReadOnlyList<(Erasure Erasure, ErasureReport Report)>> NewestAsync(int limit, CancellationToken cancellation)
    {
        var newest = erasures.Newest(limit);
        var names = newest.Count == 0 ? [] : await copies.NamesAsync(cancellation);
        return [.. newest.Select(erasure => (erasure, Report(erasure, names)))];
    }

    /// <summary>How many are not finished.</summary>
    public int Unfinished => erasures.Unfinished().Count;

    /// <summary>When the oldest of them was asked for, in unix seconds; null when there is none.</summary>
    public long? UnfinishedSince => erasures.Unfinished() is [var oldest, ..] ? oldest.RequestedAt : null;

    /// <summary>Does what is left of every erasure, and of what was forgotten otherwise.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        await oneAtATime.WaitAsync(cancellation);
        var waiters = waiting.Values.ToList(); // theirs are written down already
        try
        {
            foreach (var erasure in erasures.Unfinished())
                await TryAsync(erasure, cancellation);
        }
        finally
        {
            waiters.ForEach(waiter => waiter.TrySetResult());
            oneAtATime.Release();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // the server starts meanwhile
        await Guarded(async () =>
        {
            if (cleaning.IsQuicklyDone && erasures.Unfinished().Count == 0)
                await cleaning.RunAsync(anew: true, stoppingToken);
        });
        while (!stoppingToken.IsCancellationRequested)
        {
            await Guarded(() => RunAsync(stoppingToken));
            var pause = delays.IsEmpty ? Timeout.InfiniteTimeSpan : delays.Values.Contains(ErasureDelay.Readers) ? AgainSoon : Again;
            using var waking = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            await Task.WhenAny(wake.WaitAsync(waking.Token), Task.Delay(pause, clock, waking.Token));
            await waking.CancelAsync();
        }
    }

    private ErasureReport Report(Erasure erasure, IReadOnlyList<string> names) =>
        Eraser.Report(erasure, delays.TryGetValue(erasure.Id, out var delay) ? delay : null, names);

    private async Task TryAsync(Erasure erasure, CancellationToken cancellation)
    {
        try
        {
            if (await eraser.FinishAsync(erasure, cancellation) is { } delay)
            {
                if (!delays.TryGetValue(erasure.Id, out var before) || before != delay)
                    LogDelayed(erasure.Id, delay);
                delays[erasure.Id] = delay;
                return;
            }
            delays.TryRemove(erasure.Id, out _);
        }
        catch (Exception exception) when (StorageFault.Is(exception))
        {
            if (!delays.ContainsKey(erasure.Id))
                LogFailed(exception, erasure.Id);
            delays[erasure.Id] = ErasureDelay.Storage;
        }
    }

    private async Task Guarded(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (OperationCanceledException)
        {
            // the program ends; the next start goes on
        }
        catch (Exception exception)
        {
            LogSweepFailed(exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Erasure {Id} is not finished yet ({Delay}); it goes on by itself.")]
    private partial void LogDelayed(long id, ErasureDelay delay);

    [LoggerMessage(Level = LogLevel.Error,
        Message = "Erasure {Id} could not be finished; it is tried again every minute. Check the free space and the permissions of the "
        + "data folder.")]
    private partial void LogFailed(Exception exception, long id);

    [LoggerMessage(Level = LogLevel.Error,
        Message = "What was left to erase could not be looked for; it is tried again at the next start and every night.")]
    private partial void LogSweepFailed(Exception exception);
}
