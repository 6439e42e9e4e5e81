using System.Threading.Channels;
using Voicebot.Core.Data;
using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Settings;

namespace Voicebot.Core.Synchronization;

/// <summary>
/// One run: lists the window page by page and stores each page at once, reads the details that are missing or not final
/// concurrently, and stores them in batches. Whatever has been stored when it ends early is not read again by the next run.
/// </summary>
public sealed class Synchronizer(Database database, VoicebotSettings settings, SyncRunStore runs, ConversationIntake intake, ElevenLabsClients clients, ElevenLabsOptions options)
{
    // The vendor's time filters may be exclusive, so the list is asked a little wider and cut here.
    private const long FilterMarginSeconds = 1;
    private const int BatchSize = 64;
    private const int DeadEndAttempts = 3;

    // So many details in a row without an answer are an outage, not the fate of single rows.
    private const int OutageAfter = 12;

    /// <returns>False when the vendor's list broke off, so that rows may be missing.</returns>
    /// <exception cref="ElevenLabsException">The run cannot go on; what was stored stays.</exception>
    public async Task<bool> RunAsync(SyncRun run, ElevenLabsConnection connection, CancellationToken cancellation)
    {
        runs.BeginDetails(run.Id);
        var client = clients.For(connection);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var toRead = System.Threading.Channels.Channel.CreateBounded<DetailRequest>(1_000);
        var readings = System.Threading.Channels.Channel.CreateBounded<DetailReading>(2 * BatchSize);
        var listing = ListAsync(run, client, toRead.Writer, linked.Token);
        Task[] work =
        [
            StopAllOnError(listing, linked),
            StopAllOnError(ReadDetailsAsync(client, toRead.Reader, readings.Writer, linked.Token), linked),
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
            throw work.SelectMany(task => task.Exception?.InnerExceptions ?? []).FirstOrDefault(error => error is not OperationCanceledException)
                ?? new OperationCanceledException(cancellation);
        }
    }

    private async Task<bool> ListAsync(SyncRun run, ElevenLabsClient client, ChannelWriter<DetailRequest> toRead, CancellationToken cancellation)
    {
        try
        {
            var planned = new HashSet<string>();
            var isComplete = true;
            if (SyncWindow.Of(run) is { } window)
            {
                var listed = new HashSet<string>();
                await foreach (var page in PagesAsync(run, window, client, cancellation))
                {
                    var items = page.Items.Where(item => item.ConversationId is { } id && listed.Add(id)).ToList();
                    await QueueAsync(intake.StorePage(run, items), false, planned, toRead, cancellation);
                    isComplete = !page.IsDeadEnd;
                }
                runs.EnterDetails(run.Id);
                if (isComplete)
                    await QueueAsync(intake.PlanVanished(run, window, listed.Contains), true, planned, toRead, cancellation);
            }
            else
            {
                runs.EnterDetails(run.Id);
            }
            // Once more after each round: a request for numbers may have added conversations to a run that was on already.
            while (intake.PlanUnsettled(run, id => !planned.Contains(id)) is { Count: > 0 } unsettled)
                await QueueAsync(unsettled, false, planned, toRead, cancellation);
            return isComplete;
        }
        finally
        {
            toRead.TryComplete();
        }
    }

    private static async Task QueueAsync(IReadOnlyList<string> ids, bool vanished, HashSet<string> planned, ChannelWriter<DetailRequest> toRead, CancellationToken cancellation)
    {
        foreach (var id in ids)
        {
            planned.Add(id);
            await toRead.WriteAsync(new DetailRequest(id, vanished), cancellation);
        }
    }

    private async IAsyncEnumerable<ListedPage> PagesAsync(
        SyncRun run, SyncWindow window, ElevenLabsClient client, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var zone = database.Read(settings.Zone);
        var after = zone.StartOf(window.From) - FilterMarginSeconds;
        var before = zone.EndOf(window.To) + FilterMarginSeconds;
        var cursors = new HashSet<string>();
        string? cursor = null;
        var deadEnds = 0;
        var pages = 0;
        while (true)
        {
            if (++pages > ElevenLabsClient.MaxPages)
                throw ElevenLabsClient.Endless("conversations");
            var page = await client.ListConversationsAsync(run.AgentId, after, before, cursor, cancellation);
            var isDeadEnd = page.HasMore && (page.NextCursor is null || cursors.Contains(page.NextCursor));
            yield return new ListedPage([.. page.Items.Where(item => window.Contains(item.StartTime, zone))], isDeadEnd);
            if (!page.HasMore || (isDeadEnd && ++deadEnds == DeadEndAttempts))
                yield break;
            if (isDeadEnd)
                continue; // the same page once more: the vendor may have lost its place for a moment
            deadEnds = 0;
            cursor = page.NextCursor;
            cursors.Add(cursor!);
        }
    }

    private async Task ReadDetailsAsync(ElevenLabsClient client, ChannelReader<DetailRequest> toRead, ChannelWriter<DetailReading> readings, CancellationToken cancellation)
    {
        var unanswered = 0;

        async Task ReadAsync()
        {
            await foreach (var request in toRead.ReadAllAsync(cancellation))
            {
                var reading = await ReadOneAsync(client, request, cancellation);
                if (reading.Error is not ({ IsOutage: true } or { Kind: ElevenLabsErrorKind.RateLimited }) || reading.Error is not { } error)
                    Interlocked.Exchange(ref unanswered, 0);
                else if (Interlocked.Increment(ref unanswered) >= OutageAfter)
                    throw error;
                await readings.WriteAsync(reading, cancellation);
            }
        }

        try
        {
            await Task.WhenAll(Enumerable.Range(0, options.MaxConcurrency).Select(_ => ReadAsync()));
        }
        finally
        {
            readings.TryComplete();
        }
    }

    private static async Task<DetailReading> ReadOneAsync(ElevenLabsClient client, DetailRequest request, CancellationToken cancellation)
    {
        try
        {
            return new DetailReading(request.ConversationId, await client.GetConversationAsync(request.ConversationId, cancellation), null);
        }
        catch (ElevenLabsException error) when (!error.ConcernsTheKey)
        {
            return new DetailReading(request.ConversationId, null, error) { Vanished = request.Vanished };
        }
    }

    /// <summary>Without a cancellation: what has been read is stored, also when the run is being stopped.</summary>
    private async Task StoreDetailsAsync(SyncRun run, ChannelReader<DetailReading> readings)
    {
        var batch = new List<DetailReading>(BatchSize);
        while (await readings.WaitToReadAsync())
        {
            while (batch.Count < BatchSize && readings.TryRead(out var reading))
                batch.Add(reading);
            intake.StoreDetails(run, batch);
            batch.Clear();
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

    private sealed record ListedPage(IReadOnlyList<ConversationListItem> Items, bool IsDeadEnd);

    private readonly record struct DetailRequest(string ConversationId, bool Vanished);
}
