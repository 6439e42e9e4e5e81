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
    private const int EpochWeekday = 3; // 1970-01-01 was a Thursday; Monday is 0
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
        var hour = (Local(start) / SecondsPerHour) + (EpochWeekday * 24);
        return (int)((hour + HoursPerWeek) % HoursPerWeek);
    }

    private long Local(uint start)
    {
        if (start < stretch.Start || start >= stretch.End)
            stretch = Array.Find(stretches, one => start >= one.Start && start < one.End);
        return start + stretch.OffsetSeconds;
    }
}
