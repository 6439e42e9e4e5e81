using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Scheduling;

namespace Voicebot.Functions.Timers;

/// <summary>Every night (02:00 UTC by default): starts the synchronisation of every agent.</summary>
public sealed class SyncNightly(ScheduledWork work, TimerTurn turn)
{
    // UseMonitor needs a storage account in the Functions host; missed runs are made up for by MissedTimers.
    [Function(nameof(SyncNightly))]
    public void Run([TimerTrigger(Jobs.SyncTrigger, UseMonitor = false)] TimerInfo timer)
    {
        if (turn.Take(nameof(SyncNightly), timer))
            work.StartSync();
    }
}
