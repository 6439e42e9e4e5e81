using System.Collections.Concurrent;

namespace Voicebot.Tests.Support;

/// <summary>
/// Stands still until it is moved. Pauses are noted and over at once; timers from the limit on are time-outs and never fire.
/// </summary>
public sealed class ImpatientClock(DateTimeOffset now) : TimeProvider
{
    private static readonly TimeSpan TimeoutsFrom = TimeSpan.FromMinutes(10);
    private DateTimeOffset now = now;

    /// <summary>The pauses that were asked for, in order.</summary>
    public ConcurrentQueue<TimeSpan> Pauses { get; } = new();

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => now;

    public override long GetTimestamp() => now.UtcTicks;

    public void Advance(TimeSpan by) => now += by;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime >= TimeoutsFrom || dueTime < TimeSpan.Zero)
            return System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Pauses.Enqueue(dueTime);
        return System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
