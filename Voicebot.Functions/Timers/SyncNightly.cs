using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Scheduling;

namespace Voicebot.Functions.Timers;

/// <summary>Every night (02:00 UTC by default): starts the synchronisation of every agent.</summary>
public sealed class SyncNightly(ScheduledWork work, TimerLog timers)
{
    // UseMonitor needs a storage account in the Functions host; missed runs are made up for by MissedTimers.
    [Function(nameof(SyncNightly))]
    public void Run([TimerTrigger(Jobs.SyncTrigger, UseMonitor = false)] TimerInfo timer)
    {
        timers.RecordFired(nameof(SyncNightly));
        work.StartSync();
    }
}
