using System.Collections.Concurrent;
using System.Numerics;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Voicebot.Core.Data;
using Voicebot.Core.ElevenLabs;

namespace Voicebot.Core.Synchronization;

/// <summary>
/// One program's part in a run whose details several read: takes some as often as there is room, keeps them until they are stored, and
/// gives back what is left at the end.
/// </summary>
internal sealed partial class WorkShare : IAsyncDisposable
{
    private static readonly TimeSpan RenewEvery = TimeSpan.FromSeconds(2);

    // What others have in hand is theirs or, if they died, free; either is seen by looking.
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(200);

    private readonly SyncWork work;
    private readonly SyncRun run;
    private readonly SemaphoreSlim hands;
    private readonly TimeProvider clock;
    private readonly ILogger log;
    private readonly ConcurrentDictionary<long, byte> inHand = new();
    private readonly SemaphoreSlim moved = new(0);
    private readonly CancellationTokenSource over = new();
    private readonly CancellationTokenSource ended = new();
    private readonly Task keeping;

    /// <param name="work">Whence it takes.</param>
    /// <param name="run">For which.</param>
    /// <param name="hands">How much more the program may have in hand.</param>
    /// <param name="clock">Renews by it.</param>
    /// <param name="log">Of who takes.</param>
    public WorkShare(SyncWork work, SyncRun run, SemaphoreSlim hands, TimeProvider clock, ILogger log)
    {
        (this.work, this.run, this.hands, this.clock, this.log) = (work, run, hands, clock, log);
        Over = over.Token;
        keeping = KeepAsync();
    }

    /// <summary>Not that of the program: what it takes another time is not what it had in hand before.</summary>
    public string Taker { get; } = RunOwner.New();

    /// <summary>The run has ended, or is to end.</summary>
    public CancellationToken Over { get; }

    /// <summary>Looks at once for more.</summary>
    public void Look() => moved.Release();

    /// <summary>Hands on what it takes: until nothing is left in anybody's hands, or to who only helps, until nothing is free.</summary>
    /// <param name="toRead">Completed at the end.</param>
    /// <param name="planning">Ends when nothing more is added; null for who only helps.</param>
    /// <param name="cancellation">Ends the taking.</param>
    public async Task TakeAsync(ChannelWriter<WorkItem> toRead, Task? planning, CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                var isPlanned = planning?.IsCompleted ?? true;
                var taken = await TakeAsync(cancellation);
                foreach (var item in taken)
                    await toRead.WriteAsync(item, cancellation);
                if (taken.Count > 0)
                    continue;
                if (planning is null || (isPlanned && !work.IsLeft(run.Id)))
                    return;
                await moved.WaitAsync(LookAgain, cancellation);
                while (moved.Wait(0, CancellationToken.None)) { }
            }
        }
        finally
        {
            toRead.TryComplete();
        }
    }

    public void Stored(IEnumerable<DetailReading> readings)
    {
        foreach (var reading in readings)
            Leave(reading.Work);
        Look();
    }

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        await keeping;
        foreach (var (item, _) in inHand)
            Leave(item);
        try
        {
            work.Release(run.Id, Taker);
        }
        catch (StorageException exception)
        {
            LogNotKept(run.Id, ForeignText.Of(exception)); // it lapses
        }
        over.Dispose();
        ended.Dispose();
        moved.Dispose();
    }

    private async Task<IReadOnlyList<WorkItem>> TakeAsync(CancellationToken cancellation)
    {
        if (!await hands.WaitAsync(LookAgain, cancellation))
            return [];
        var free = 1;
        while (free < SyncWork.AtOnce && hands.Wait(0, CancellationToken.None))
            free++;
        var used = 0;
        try
        {
            var most = (int)BitOperations.RoundUpToPowerOf2((uint)free + 1) / 2;
            // What had lapsed in our own hands may come once more.
            var taken = work.Take(run.Id, Taker, most).Where(item => inHand.TryAdd(item.Id, 0)).ToList();
            used = taken.Count;
            return taken;
        }
        finally
        {
            if (free > used)
                hands.Release(free - used);
        }
    }

    private void Leave(long item)
    {
        if (inHand.TryRemove(item, out _))
            hands.Release();
    }

    private async Task KeepAsync()
    {
        try
        {
            while (true)
            {
                await Task.Delay(RenewEvery, clock, ended.Token);
                if (!Renew())
                    await over.CancelAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // the end
        }
    }

    private bool Renew()
    {
        try
        {
            return work.Renew(run.Id, Taker, inHand.Keys);
        }
        catch (StorageException exception)
        {
            LogNotKept(run.Id, ForeignText.Of(exception)); // at the worst others read it, too
            return true;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "What this program reads for synchronisation {RunId} could not be kept from others for a moment. {Error}")]
    private partial void LogNotKept(long runId, string error);
}
