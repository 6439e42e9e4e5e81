using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Voicebot.Core.Data;
using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Settings;

namespace Voicebot.Core.Synchronization;

/// <summary>
/// One run: lists the window page by page and stores each page at once, reads the details that are missing or not final
/// concurrently, and stores them in batches; on a server other programs read of them, too. Whatever has been stored when it ends early is
/// not read again by the next run.
/// </summary>
public sealed partial class Synchronizer(
    Database database, VoicebotSettings settings, SyncRunStore runs, SyncWork work, ConversationIntake intake, DetailPlan plan,
    DetailTransfer transfer, ElevenLabsClients clients, TimeProvider clock, ILogger<Synchronizer> log)
{
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
        await using var share = work.IsShared ? new WorkShare(work, run, transfer.Hands, clock, log) : null;
        var toRead = Channel.CreateBounded<WorkItem>(share is null ? 1_000 : SyncWork.AtOnce);
        var planned = new PlannedDetails(toRead.Writer, share);
        Task<bool>? listing = null;
        await Together.RunAsync(cancellation,
            token => listing = ListAsync(run, client, sight, planned, token),
            token => share?.TakeAsync(toRead.Writer, listing, token) ?? Task.CompletedTask,
            token => transfer.RunAsync(run, client, sight, toRead.Reader, share, token));
        return await listing!;
    }

    private async Task<bool> ListAsync(SyncRun run, ElevenLabsClient client, AgentSight sight, PlannedDetails planned,
        CancellationToken cancellation)
    {
        try
        {
            var isComplete = true;
            if (SyncWindow.Of(run) is { } window)
            {
                var listing = new ConversationListing(client, run.AgentId, window, database.Read(settings.Zone),
                    ResultsOf(run.AgentId, window));
                await foreach (var page in listing.PagesAsync(cancellation))
                {
                    await planned.AddAsync(intake.StorePage(run, page.Items), cancellation);
                    isComplete = !page.IsDeadEnd;
                }
                if (listing.HasRefusedResults)
                    RememberRefusal(run.AgentId);
                if (isComplete && listing.IsEmpty)
                    await sight.RequireAsync(cancellation);
                runs.EnterDetails(run);
                if (isComplete)
                    await planned.AddAsync(plan.Vanished(run, window, listing.Contains), cancellation, vanished: true);
            }
            else
            {
                runs.EnterDetails(run);
            }
            await planned.AddAsync(plan.Rereading(run, planned.IsNew), cancellation);
            // Once more after each round: a request for numbers may have added conversations to a run that was on already.
            while (plan.Unsettled(run, planned.IsNew) is { Count: > 0 } unsettled)
                await planned.AddAsync(unsettled, cancellation);
            return isComplete;
        }
        catch (ElevenLabsException exception) when (exception.Kind == ElevenLabsErrorKind.NotFound)
        {
            throw await sight.UnknownAsync(exception, cancellation);
        }
        finally
        {
            planned.Complete();
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

    [LoggerMessage(Level = LogLevel.Information,
        Message = "ElevenLabs's list of {AgentId} does not show results of evaluation and data collection; what changes in them late "
        + "comes with the weekly reading.")]
    private partial void LogResultsRefused(string agentId);
}
