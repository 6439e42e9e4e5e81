using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Scheduling;
using Voicebot.Core.Settings;

namespace Voicebot.Functions.Timers;

/// <summary>Lets each due time be handled once, however many programs work on the database.</summary>
public sealed class TimerTurn(TimerLog timers, VoicebotOptions options, TimeProvider clock)
{
    // The Functions host does not say which due time it means, but is there in time, give or take.
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Early = TimeSpan.FromSeconds(5);

    /// <summary>False when another program has it. What is fired by hand, far from any due time, is always to be done.</summary>
    public bool Take(string job, TimerInfo timer)
    {
        var now = clock.GetUtcNow();
        var due = timer.ScheduleStatus is { } status
            ? new DateTimeOffset(DateTime.SpecifyKind(status.Last, DateTimeKind.Utc))
            : options.Schedules.Of(Jobs.All.Single(one => one.Name == job)).LastDue(now - Late, now + Early);
        return timers.Claim(job, due ?? now) || due is null;
    }
}
