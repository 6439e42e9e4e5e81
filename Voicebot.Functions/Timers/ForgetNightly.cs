using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Scheduling;

namespace Voicebot.Functions.Timers;

/// <summary>Every night at 03:30 UTC, after the archives: forgets what is older than the retention settings allow.</summary>
public sealed class ForgetNightly(ScheduledWork work, TimerLog timers)
{
    public const string Due = "0 30 3 * * *";

    [Function(nameof(ForgetNightly))]
    public async Task Run([TimerTrigger(Due, UseMonitor = false)] TimerInfo timer, CancellationToken cancellation)
    {
        timers.RecordFired(nameof(ForgetNightly));
        await work.ForgetAsync(cancellation);
    }
}
