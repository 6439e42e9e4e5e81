using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Scheduling;

namespace Voicebot.Functions.Timers;

/// <summary>Every night at 03:30 UTC, after the archives: forgets what is older than the retention settings allow.</summary>
public sealed class ForgetNightly(ScheduledWork work, TimerLog timers)
{
    [Function(nameof(ForgetNightly))]
    public async Task Run([TimerTrigger(Jobs.ForgetTrigger, UseMonitor = false)] TimerInfo timer, CancellationToken cancellation)
    {
        timers.RecordFired(nameof(ForgetNightly));
        await work.ForgetAsync(cancellation);
    }
}
