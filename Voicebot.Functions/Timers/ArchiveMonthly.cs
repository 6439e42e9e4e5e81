using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Scheduling;

namespace Voicebot.Functions.Timers;

/// <summary>
/// On the first days of a month (03:00 UTC, days 1–5 by default): archives the previous month, and again if late data changed it.
/// </summary>
public sealed class ArchiveMonthly(ScheduledWork work, TimerTurn turn)
{
    [Function(nameof(ArchiveMonthly))]
    public async Task Run([TimerTrigger(Jobs.ArchiveTrigger, UseMonitor = false)] TimerInfo timer, CancellationToken cancellation)
    {
        if (turn.Take(nameof(ArchiveMonthly), timer))
            await work.ArchiveAsync(cancellation);
    }
}
