using System.Threading.Channels;
using Voicebot.Core.ElevenLabs;

namespace Voicebot.Core.Synchronization;

/// <summary>Reads details concurrently and stores them in batches, with bounds for the memory of all runs of the process.</summary>
public sealed class DetailTransfer(ConversationIntake intake, ElevenLabsOptions options)
{
    private const int BatchSize = 64;

    // So many details in a row without an answer are an outage, not the fate of single rows.
    private const int OutageAfter = 12;

    // With the copies that reading and storing make, a run stays under 250 MB.
    private const long BytesUnderWay = 4 * 1024 * 1024;
    private const long LargeBytes = 512 * 1024;
    private const long MostLeftBehind = 2 * 1024 * 1024;

    // Of all runs of the process together.
    private readonly ByteBudget budget = new(BytesUnderWay);

    /// <summary>
    /// How many details that others could read as well this program may have in hand at once, of all runs together: those that are being
    /// read, and as many again on both sides of it, so that nobody takes what others could begin with.
    /// </summary>
    internal SemaphoreSlim Hands { get; } = new(3 * options.MaxConcurrency);

    /// <summary>Until nothing more comes and all is stored.</summary>
    /// <param name="run">Without an owner where it is another program's.</param>
    /// <param name="client">Reads.</param>
    /// <param name="sight">What may be believed to be missing.</param>
    /// <param name="toRead">What comes.</param>
    /// <param name="share">Where several programs read for the run: whence it comes.</param>
    /// <param name="cancellation">Ends the reading; what was read is stored.</param>
    /// <exception cref="ElevenLabsException">It cannot go on; what was stored stays.</exception>
    /// <exception cref="AgentUnseenException">The key sees nothing of the agent.</exception>
    internal async Task RunAsync(SyncRun run, ElevenLabsClient client, AgentSight sight, ChannelReader<WorkItem> toRead, WorkShare? share,
        CancellationToken cancellation)
    {
        var readings = Channel.CreateBounded<DetailReading>(2 * BatchSize);
        try
        {
            await Together.RunAsync(cancellation,
                token => ReadAsync(client, sight, toRead, readings.Writer, token),
                _ => StoreAsync(run, readings.Reader, share));
        }
        finally
        {
            while (readings.Reader.TryRead(out var left)) // what an error kept from being stored
                left.Share?.Dispose();
        }
    }

    private async Task ReadAsync(ElevenLabsClient client, AgentSight sight, ChannelReader<WorkItem> toRead,
        ChannelWriter<DetailReading> readings, CancellationToken cancellation)
    {
        var unanswered = 0;

        async Task ReadSomeAsync(CancellationToken cancellation)
        {
            await foreach (var item in toRead.ReadAllAsync(cancellation))
            {
                var askedBefore = sight.Asked;
                var reading = await ReadOneAsync(client, item, cancellation);
                using var unstored = new Unstored(reading.Share);
                if (reading.Detail is not null)
                    sight.HasRead(askedBefore);
                else if (reading.Error is { Kind: ElevenLabsErrorKind.NotFound })
                    await sight.RequireAsync(cancellation);
                if (reading.Error is not ({ IsOutage: true } or { Kind: ElevenLabsErrorKind.RateLimited })
                    || reading.Error is not { } error)
                    Interlocked.Exchange(ref unanswered, 0);
                else if (Interlocked.Increment(ref unanswered) >= OutageAfter)
                    throw error;
                await readings.WriteAsync(reading, cancellation);
                unstored.IsHandedOn();
            }
        }

        try
        {
            // one reader that cannot go on ends the others
            await Together.RunAsync(cancellation, Enumerable.Repeat<Func<CancellationToken, Task>>(ReadSomeAsync, options.MaxConcurrency));
        }
        finally
        {
            readings.TryComplete();
        }
    }

    private async Task<DetailReading> ReadOneAsync(ElevenLabsClient client, WorkItem item, CancellationToken cancellation)
    {
        var share = await budget.ReserveAsync(cancellation);
        try
        {
            var detail = await client.GetConversationAsync(item.ConversationId, cancellation, share.GrowAsync);
            share.IsOf(detail.Bytes);
            return new DetailReading(item.ConversationId, detail, null) { Share = share, Work = item.Id };
        }
        catch (ElevenLabsException error) when (!error.ConcernsTheKey)
        {
            share.Dispose();
            return new DetailReading(item.ConversationId, null, error) { Vanished = item.Vanished, Work = item.Id };
        }
        catch
        {
            share.Dispose();
            throw;
        }
    }

    /// <summary>Without a cancellation: what has been read is stored, also when the run is being stopped.</summary>
    private async Task StoreAsync(SyncRun run, ChannelReader<DetailReading> readings, WorkShare? share)
    {
        var batch = new List<DetailReading>(BatchSize);
        var leftBehind = 0L;
        while (await readings.WaitToReadAsync())
        {
            while (batch.Count < BatchSize && readings.TryRead(out var reading))
                batch.Add(reading);
            try
            {
                intake.StoreDetails(run, batch, share?.Taker);
                share?.Stored(batch);
            }
            finally
            {
                foreach (var reading in batch)
                    reading.Share?.Dispose();
                leftBehind += batch.Sum(reading => reading.Detail?.Bytes is >= LargeBytes and var bytes ? bytes : 0);
                batch.Clear();
            }
            // The copies of large documents are garbage that the runtime is in no hurry to clear away; it rather takes more memory.
            if (leftBehind < MostLeftBehind)
                continue;
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
            leftBehind = 0;
        }
    }

    /// <summary>Gives a document's room back, unless whoever stores it does.</summary>
    private sealed class Unstored(ByteBudget.Share? share) : IDisposable
    {
        private bool isHandedOn;

        public void IsHandedOn() => isHandedOn = true;

        public void Dispose()
        {
            if (!isHandedOn)
                share?.Dispose();
        }
    }
}
