using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Voicebot.Core.Agents;
using Voicebot.Core.Archiving;
using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Settings;
using Voicebot.Core.Synchronization;
using Voicebot.Core.Time;

namespace Voicebot.Core.Demo;

/// <summary>Configures the demo's agents, syncs its six months through the ordinary pipeline, and archives the last full month.</summary>
public sealed class DemoStart(
    VoicebotSettings settings, ElevenLabsClients clients, SyncService sync, SyncRunStore runs, Archiver archiver, DemoOwner owner,
    TimeProvider clock, ILogger<DemoStart> log) : BackgroundService
{
    private const int MonthsBack = 5;
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(250);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var agents = await clients.For(settings.Current.Connection!).ListAgentsAsync(stoppingToken);
            settings.Save(new SettingsChange { Agents = [.. agents.Select(agent => new Agent(agent.Id, agent.Name))] });
            var today = settings.Current.Zone.Day(clock.GetUtcNow());
            var first = Month.Of(today).FirstDay.AddMonths(-MonthsBack);
            owner.SetUp(first, today);
            var started = sync.Start(settings.Current.ActiveAgentIds, SyncType.Manual, new SyncWindow(first, today));
            while (started.Any(run => runs.Find(run.Id) is { IsOpen: true }))
                await Task.Delay(LookAgain, clock, stoppingToken);
            await archiver.ArchivePreviousMonthAsync(stoppingToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            log.LogError(exception, "The demo data could not be prepared; stop and start again with --demo.");
        }
    }
}
