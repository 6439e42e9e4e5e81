using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Scheduling;
using Voicebot.Core.Settings;

namespace Voicebot.Functions.LocalHost;

/// <summary>Runs every function with a timer trigger at its time, as the Functions host does.</summary>
public sealed class TimerScheduler(IServiceProvider services, VoicebotOptions options, TimeProvider clock, ILogger<TimerScheduler> log) : BackgroundService
{
    // Long waits are cut, so that a computer that slept or whose clock was set still fires in time.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Timers().Select(timer => RunAsync(timer.Method, timer.Schedule, stoppingToken)));

    private IEnumerable<(MethodInfo Method, Schedule Schedule)> Timers() =>
        from type in typeof(TimerScheduler).Assembly.GetTypes()
        from method in type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
        where method.GetCustomAttribute<FunctionAttribute>() is not null
        from parameter in method.GetParameters()
        let trigger = parameter.GetCustomAttribute<TimerTriggerAttribute>()
        where trigger is not null
        select (method, ScheduleOf(trigger.Schedule));

    /// <summary><c>%NAME%</c> is read from the settings.</summary>
    private Schedule ScheduleOf(string text) => text switch
    {
        "%VOICEBOT_SYNC_SCHEDULE%" => options.SyncSchedule,
        "%VOICEBOT_ARCHIVE_SCHEDULE%" => options.ArchiveSchedule,
        _ => Schedule.Parse(text) ?? throw new InvalidOperationException($"'{text}' is no NCRONTAB expression."),
    };

    private async Task RunAsync(MethodInfo method, Schedule schedule, CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (true)
        {
            var next = schedule.Next(clock.GetUtcNow());
            while (next - clock.GetUtcNow() is var wait && wait > TimeSpan.Zero)
                await Task.Delay(wait < LongestWait ? wait : LongestWait, clock, stoppingToken);
            await FireAsync(method, next, schedule, stoppingToken);
        }
    }

    private async Task FireAsync(MethodInfo method, DateTimeOffset due, Schedule schedule, CancellationToken stoppingToken)
    {
        try
        {
            using var scope = services.CreateScope();
            var instance = ActivatorUtilities.GetServiceOrCreateInstance(scope.ServiceProvider, method.DeclaringType!);
            var timer = new TimerInfo { ScheduleStatus = new ScheduleStatus { Last = due.UtcDateTime, Next = schedule.Next(due).UtcDateTime, LastUpdated = due.UtcDateTime } };
            object?[] arguments = [.. method.GetParameters().Select(parameter => parameter.ParameterType == typeof(CancellationToken) ? (object)stoppingToken : timer)];
            if (method.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, arguments, null) is Task task)
                await task;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            log.LogError("The timer {Name} failed; it runs again at its next time. {Error}", method.DeclaringType!.Name, ForeignText.Of(exception));
        }
    }
}
