using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Scheduling;
using Voicebot.Core.Settings;

namespace Voicebot.Functions.Timers;

/// <summary>At start: makes up for jobs that were due while the program was down.</summary>
public sealed partial class MissedTimers(IServiceProvider services, TimerLog timers, VoicebotOptions options, ILogger<MissedTimers> log)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // the server starts meanwhile
        foreach (var job in Jobs.All.Where(job => job.Missed == MissedRun.MadeUpAtStart))
            await MakeUpAsync(job, stoppingToken);
    }

    private async Task MakeUpAsync(Job job, CancellationToken stoppingToken)
    {
        try
        {
            if (timers.Missed(job.Name, options.Schedules.Of(job)) is not { } due)
                return;
            LogMadeUp(job.Name, job.Does);
            var missed = new TimerInfo { IsPastDue = true, ScheduleStatus = new ScheduleStatus { Last = due.UtcDateTime } };
            await TimerFunction.All.Single(function => function.Name == job.Name).RunAsync(services, missed, stoppingToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogFailed(job.Name, ForeignText.Of(exception));
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Job} was due while the program was down and is made up for now: it {Does}.")]
    private partial void LogMadeUp(string job, string does);

    [LoggerMessage(Level = LogLevel.Error,
        Message = "{Job}, which was missed, could not be made up for; its next due time comes as scheduled. {Error}")]
    private partial void LogFailed(string job, string error);
}
