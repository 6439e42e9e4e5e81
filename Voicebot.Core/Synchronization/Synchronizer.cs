using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Voicebot.Core.Data;
using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Settings;

namespace Voicebot.Core.Synchronization;

/// <summary>
/// One run: lists the window page by page and stores each page at once, reads the details that are missing or not final
/// concurrently, and stores them in batches. Whatever has been stored when it ends early is not read again by the next run.
/// </summary>
public sealed partial class Synchronizer(
    Database database, VoicebotSettings settings, SyncRunStore runs, ConversationIntake intake, ElevenLabsClients clients,
    ElevenLabsOptions options, TimeProvider clock, ILogger<Synchronizer> log)
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

    private static readonly TimeSpan RefusalTime = TimeSpan.FromDays(1);

    // Agents whose list refused to show results, and until when it is not asked for them.
    private readonly ConcurrentDictionary<string, DateTimeOffset> refused = new(StringComparer.Ordinal);

    /// <returns>False when the vendor's list broke off, so that rows may be missing.</returns>
    /// <exception cref="ElevenLabsException">The run cannot go on; what was stored stays.</exception>
    /// <exception cref="AgentUnseenException">The key sees nothing of the agent.</exception>
    public async Task<bool> RunAsync(SyncRun run, ElevenLabsConnection connection, CancellationToken cancellation)
    {
        runs.BeginDetails(run);
        var client = clients.For(connection);
        var sight = new AgentSight(database, client, run);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var toRead = System.Threading.Channels.Channel.CreateBounded<DetailRequest>(1_000);
        var readings = System.Threading.Channels.Channel.CreateBounded<DetailReading>(2 * BatchSize);
        var listing = ListAsync(run, client, sight, toRead.Writer, linked.Token);
        Task[] work =
        [
            StopAllOnError(listing, linked),
            StopAllOnError(ReadDetailsAsync(client, sight, toRead.Reader, readings.Writer, linked.Token), linked),
            StopAllOnError(StoreDetailsAsync(run, readings.Reader), linked),
        ];
        try
        {
            await Task.WhenAll(work);
            return await listing;
        }
        catch
        {
            cancellation.ThrowIfCancellationRequested();
            // The first real error, not the cancellations that it caused.
            throw work.SelectMany(task => task.Exception?.InnerExceptions ?? [])
                .FirstOrDefault(error => error is not OperationCanceledException)
                ?? new OperationCanceledException(cancellation);
        }
        finally
        {
            while (readings.Reader.TryRead(out var left)) // what an error kept from being stored
                left.Share?.Dispose();
        }
    }

    private async Task<bool> ListAsync(SyncRun run, ElevenLabsClient client, AgentSight sight, ChannelWriter<DetailRequest> toRead,
        CancellationToken cancellation)
    {
        try
        {
            var planned = new HashSet<string>();
            var isComplete = true;
            if (SyncWindow.Of(run) is { } window)
            {
                var listing = new ConversationListing(client, run.AgentId, window, database.Read(settings.Zone),
                    ResultsOf(run.AgentId, window));
                await foreach (var page in listing.PagesAsync(cancellation))
                {
                    await QueueAsync(intake.StorePage(run, page.Items), false, planned, toRead, cancellation);
                    isComplete = !page.IsDeadEnd;
                }
                if (listing.HasRefusedResults)
                    RememberRefusal(run.AgentId);
                if (isComplete && listing.IsEmpty)
                    await sight.RequireAsync(cancellation);
                runs.EnterDetails(run);
                if (isComplete)
                    await QueueAsync(intake.PlanVanished(run, window, listing.Contains), true, planned, toRead, cancellation);
            }
            else
            {
                runs.EnterDetails(run);
            }
            await QueueAsync(intake.PlanRereading(run, id => !planned.Contains(id)), false, planned, toRead, cancellation);
            // Once more after each round: a request for numbers may have added conversations to a run that was on already.
            while (intake.PlanUnsettled(run, id => !planned.Contains(id)) is { Count: > 0 } unsettled)
                await QueueAsync(unsettled, false, planned, toRead, cancellation);
            return isComplete;
        }
        catch (ElevenLabsException exception) when (exception.Kind == ElevenLabsErrorKind.NotFound)
        {
            throw await sight.UnknownAsync(exception, cancellation);
        }
        finally
        {
            toRead.TryComplete();
        }
    }

    private ListedResults ResultsOf(string agentId, SyncWindow window) =>
        refused.TryGetValue(agentId, out var until) && clock.GetUtcNow() < until
            ? ListedResults.None : database.Read(connection => ListProjection.Of(connection, agentId, window));

    private void RememberRefusal(string agentId)
    {
        refused[agentId] = clock.GetUtcNow() + RefusalTime;
        LogResultsRefused(agentId);
    }

    private static async Task QueueAsync(IReadOnlyList<string> ids, bool vanished, HashSet<string> planned,
        ChannelWriter<DetailRequest> toRead, CancellationToken cancellation)
    {
        foreach (var id in ids)
        {
            planned.Add(id);
            await toRead.WriteAsync(new DetailRequest(id, vanished), cancellation);
        }
    }

    private async Task ReadDetailsAsync(ElevenLabsClient client, AgentSight sight, ChannelReader<DetailRequest> toRead,
        ChannelWriter<DetailReading> readings, CancellationToken cancellation)
    {
        var unanswered = 0;
        using var all = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        cancellation = all.Token; // one reader that cannot go on ends the others

        async Task ReadAsync()
        {
            await foreach (var request in toRead.ReadAllAsync(cancellation))
            {
                var reading = await ReadOneAsync(client, request, cancellation);
                using var unstored = new Unstored(reading.Share);
                if (reading.Detail is not null)
                    sight.HasRead();
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
            await Task.WhenAll(Enumerable.Range(0, options.MaxConcurrency).Select(_ => StopAllOnError(ReadAsync(), all)));
        }
        finally
        {
            readings.TryComplete();
        }
    }

    private async Task<DetailReading> ReadOneAsync(ElevenLabsClient client, DetailRequest request, CancellationToken cancellation)
    {
        var share = await budget.ReserveAsync(cancellation);
        try
        {
            var detail = await client.GetConversationAsync(request.ConversationId, cancellation, share.GrowAsync);
            share.IsOf(detail.Bytes);
            return new DetailReading(request.ConversationId, detail, null) { Share = share };
        }
        catch (ElevenLabsException error) when (!error.ConcernsTheKey)
        {
            share.Dispose();
            return new DetailReading(request.ConversationId, null, error) { Vanished = request.Vanished };
        }
        catch
        {
            share.Dispose();
            throw;
        }
    }

    /// <summary>Without a cancellation: what has been read is stored, also when the run is being stopped.</summary>
    private async Task StoreDetailsAsync(SyncRun run, ChannelReader<DetailReading> readings)
    {
        var batch = new List<DetailReading>(BatchSize);
        var leftBehind = 0L;
        while (await readings.WaitToReadAsync())
        {
            while (batch.Count < BatchSize && readings.TryRead(out var reading))
                batch.Add(reading);
            try
            {
                intake.StoreDetails(run, batch);
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

    private static async Task StopAllOnError(Task task, CancellationTokenSource all)
    {
        try
        {
            await task;
        }
        catch
        {
            await all.CancelAsync();
            throw;
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

    private readonly record struct DetailRequest(string ConversationId, bool Vanished);

    [LoggerMessage(Level = LogLevel.Information,
        Message = "ElevenLabs's list of {AgentId} does not show results of evaluation and data collection; what changes in them late "
        + "comes with the weekly reading.")]
    private partial void LogResultsRefused(string agentId);
}
