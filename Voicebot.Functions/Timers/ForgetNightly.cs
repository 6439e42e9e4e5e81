using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Scheduling;

namespace Voicebot.Functions.Timers;

/// <summary>Every night at 03:30 UTC, after the archives: forgets what is older than the retention settings allow.</summary>
public sealed class ForgetNightly(ScheduledWork work, TimerTurn turn)
{
    [Function(nameof(ForgetNightly))]
    public async Task Run([TimerTrigger(Jobs.ForgetTrigger, UseMonitor = false)] TimerInfo timer, CancellationToken cancellation)
    {
        if (turn.Take(nameof(ForgetNightly), timer))
            await work.ForgetAsync(cancellation);
    }
}
