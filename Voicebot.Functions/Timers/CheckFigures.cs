using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Figures;
using Voicebot.Core.Scheduling;

namespace Voicebot.Functions.Timers;

/// <summary>Every night, after the sync and the archives: compares the figures with a recount and mends what differs.</summary>
public sealed class CheckFigures(AggregateCheck check, TimerTurn turn)
{
    [Function(nameof(CheckFigures))]
    public void Run([TimerTrigger(Jobs.CheckTrigger, UseMonitor = false)] TimerInfo timer)
    {
        if (turn.Take(nameof(CheckFigures), timer))
            check.Run();
    }
}
