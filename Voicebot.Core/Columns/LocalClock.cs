using Voicebot.Core.Time;

namespace Voicebot.Core.Columns;

/// <summary>
/// Says the local day, hour and weekday of many starts quickly: those that follow one another mostly share the stretch of constant offset.
/// </summary>
internal struct LocalClock
{
    private const int SecondsPerDay = 86_400;
    private const int SecondsPerHour = 3_600;
    private const int HoursPerWeek = 168;
    // 1970-01-01 was a Thursday: a whole week from the Monday before it on, so that nothing is negative.
    private const long WeekBefore = (7 + 3) * SecondsPerDay;
    private static readonly int EpochDay = new DateOnly(1970, 1, 1).DayNumber;

    private readonly (long Start, long End, int OffsetSeconds)[] stretches;
    private (long Start, long End, int OffsetSeconds) stretch;

    public LocalClock(ReportingZone zone)
    {
        stretches = [.. zone.Offsets(0, ColumnBlock.NoStart)];
        stretch = stretches[^1];
    }

    /// <summary>The number of the local day since 0001-01-01, and the unix seconds between which it, or a part of it, lies.</summary>
    public (int Number, long From, long To) DayOf(uint start)
    {
        var local = Local(start);
        var day = Math.DivRem(local, SecondsPerDay, out var rest);
        if (rest < 0)
            day--;
        var from = (day * SecondsPerDay) - stretch.OffsetSeconds;
        return ((int)day + EpochDay, Math.Max(from, stretch.Start), Math.Min(from + SecondsPerDay, stretch.End));
    }

    /// <summary>0–23.</summary>
    public int HourOf(uint start) => HourOfWeek(start) % 24;

    /// <summary>0–167, from Monday's first hour on.</summary>
    public int HourOfWeek(uint start)
    {
        Local(start);
        return HourOfWeek(start, stretch.OffsetSeconds);
    }

    /// <param name="offset">In seconds, of the stretch in which the start lies.</param>
    public static int HourOfWeek(uint start, int offset) =>
        (int)((ulong)((long)start + offset + WeekBefore) / SecondsPerHour % HoursPerWeek);

    /// <summary>The seconds that local time is ahead from one start to another; null where that changes between them.</summary>
    public int? Offset(uint first, uint last)
    {
        if (first > last)
            return null; // there is none
        Local(first);
        return last < stretch.End ? stretch.OffsetSeconds : null;
    }

    private long Local(uint start)
    {
        if (start < stretch.Start || start >= stretch.End)
            stretch = Array.Find(stretches, one => start >= one.Start && start < one.End);
        return start + stretch.OffsetSeconds;
    }
}
