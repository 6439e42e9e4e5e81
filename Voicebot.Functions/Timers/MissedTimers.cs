using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Figures;
using Voicebot.Core.Scheduling;
using Voicebot.Core.Settings;

namespace Voicebot.Functions.Timers;

/// <summary>At start: makes up for timers that were due while the program was down.</summary>
public sealed class MissedTimers(ScheduledWork work, TimerLog timers, AggregateCheck check, VoicebotOptions options, ILogger<MissedTimers> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // the server starts meanwhile
        try
        {
            if (timers.ClaimMissed(nameof(SyncNightly), options.SyncSchedule))
            {
                log.LogInformation("A nightly synchronisation was due while the program was down; it is made up for now.");
                work.StartSync();
            }
            if (timers.ClaimMissed(nameof(ArchiveMonthly), options.ArchiveSchedule))
                await work.ArchiveAsync(stoppingToken);
            if (timers.ClaimMissed(nameof(CheckFigures), Schedule.Parse(CheckFigures.Due)!))
                check.Run();
            if (timers.ClaimMissed(nameof(ForgetNightly), Schedule.Parse(ForgetNightly.Due)!))
                await work.ForgetAsync(stoppingToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            log.LogError("A missed timer could not be made up for; the next due time comes as scheduled. {Error}", ForeignText.Of(exception));
        }
    }
}
