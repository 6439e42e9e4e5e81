using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Voicebot.Core.Data;
using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Settings;

namespace Voicebot.Core.Synchronization;

/// <summary>
/// Reads and stores details of runs that other programs on the same server's database carry. What ends a run is its owner's to find:
/// whoever helps and meets such an error leaves the run to it.
/// </summary>
public sealed partial class SyncHelp(Database database, SyncWork work, SyncService own, DetailTransfer transfer, ElevenLabsClients clients,
    VoicebotSettings settings, TimeProvider clock, ILogger<SyncHelp> log) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LeaveFor = TimeSpan.FromSeconds(30);

    private readonly Dictionary<long, Task> helped = [];

    private bool isBlind; // said once

    // Runs to which something stood in the way here, and since when (of Stopwatch).
    private readonly ConcurrentDictionary<long, long> left = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!work.IsShared)
            return;
        await Task.Yield(); // what follows waits for the server, and the start of the program must not
        try
        {
            while (true)
            {
                LookForWork(stoppingToken);
                await Task.Delay(LookEvery, clock, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await Task.WhenAll(helped.Values);
        }
    }

    private void LookForWork(CancellationToken stoppingToken)
    {
        try
        {
            foreach (var (runId, _) in helped.Where(one => one.Value.IsCompleted).ToList())
                helped.Remove(runId);
            foreach (var run in work.Open())
                if (!own.Carries(run.Id) && !helped.ContainsKey(run.Id) && !IsLeft(run.Id)
                    && settings.Current.Connection is { } connection)
                    helped[run.Id] = HelpAsync(run, connection, stoppingToken);
            isBlind = false;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            if (!isBlind)
                LogNotSeen(ForeignText.Of(exception));
            isBlind = true;
        }
    }

    private bool IsLeft(long runId)
    {
        if (!left.TryGetValue(runId, out var since))
            return false;
        if (Stopwatch.GetElapsedTime(since) < LeaveFor)
            return true;
        left.TryRemove(runId, out _);
        return false;
    }

    private async Task HelpAsync(SyncRun run, ElevenLabsConnection connection, CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            await using var share = new WorkShare(work, run, transfer.Hands, clock, log);
            using var over = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, share.Over);
            var client = clients.For(connection);
            var toRead = Channel.CreateBounded<WorkItem>(SyncWork.AtOnce);
            await Together.RunAsync(over.Token,
                token => share.TakeAsync(toRead.Writer, null, token),
                token => transfer.RunAsync(run, client, new AgentSight(database, client, run), toRead.Reader, share, token));
        }
        catch (OperationCanceledException)
        {
            // the end of the run or of the program
        }
        catch (Exception exception)
        {
            left[run.Id] = Stopwatch.GetTimestamp();
            LogLeft(run.Id, ForeignText.Of(exception));
        }
    }

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "This program leaves synchronisation {RunId} to the others for a while. {Error}")]
    private partial void LogLeft(long runId, string error);

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "It could not be seen whether other programs' synchronisations need help; it is looked every second. {Error}")]
    private partial void LogNotSeen(string error);
}
