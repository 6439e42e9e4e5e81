using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Scheduling;
using Voicebot.Core.Settings;
using Voicebot.Functions.Timers;

namespace Voicebot.Functions.LocalHost;

/// <summary>Runs every function with a timer trigger at its time, as the Functions host does.</summary>
public sealed partial class TimerScheduler(IServiceProvider services, VoicebotOptions options, TimeProvider clock,
    ILogger<TimerScheduler> log) : BackgroundService
{
    // Long waits are cut, so that a computer that slept or whose clock was set still fires in time.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(TimerFunction.All.Select(function => RunAsync(function, options.Schedules.Of(function.Trigger), stoppingToken)));

    private async Task RunAsync(TimerFunction function, Schedule schedule, CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (true)
            await FireAsync(function, await NextAsync(schedule, stoppingToken), schedule, stoppingToken);
    }

    /// <summary>Waits for the next due time, and returns it. When the clock is put back, another one is the next.</summary>
    private async Task<DateTimeOffset> NextAsync(Schedule schedule, CancellationToken stoppingToken)
    {
        var now = clock.GetUtcNow();
        var next = schedule.Next(now);
        while (next - now is var wait && wait > TimeSpan.Zero)
        {
            await Task.Delay(wait < LongestWait ? wait : LongestWait, clock, stoppingToken);
            var before = now;
            now = clock.GetUtcNow();
            if (now < before)
                next = schedule.Next(now);
        }
        return next;
    }

    private async Task FireAsync(TimerFunction function, DateTimeOffset due, Schedule schedule, CancellationToken stoppingToken)
    {
        try
        {
            var status = new ScheduleStatus
            {
                Last = due.UtcDateTime,
                Next = schedule.Next(due).UtcDateTime,
                LastUpdated = due.UtcDateTime,
            };
            await function.RunAsync(services, new TimerInfo { ScheduleStatus = status }, stoppingToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogFailed(function.Name, ForeignText.Of(exception));
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The timer {Name} failed; it runs again at its next time. {Error}")]
    private partial void LogFailed(string name, string error);
}
