using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Scheduling;
using Voicebot.Core.Synchronization;

namespace Voicebot.Functions.Timers;

/// <summary>Every minute: takes over runs whose worker was recycled, so that no run depends on the life of a request.</summary>
public sealed class TakeOverRuns(SyncService sync)
{
    [Function(nameof(TakeOverRuns))]
    public void Run([TimerTrigger(Jobs.TakeOverTrigger, UseMonitor = false)] TimerInfo timer) => sync.Wake();
}
