using Voicebot.Core.Time;

namespace Voicebot.Core.Kpis;

/// <summary>
/// A period and the one before that it may be compared with, like with like. Days are local and inclusive; where a period is
/// still running, both end in the middle of their last day.
/// </summary>
/// <param name="Until">Unix seconds, exclusive: the data of a running period reach to here. Null for a finished one.</param>
/// <param name="PreviousUntil">Unix seconds, exclusive: the same time of the day, on the last day of the period before.</param>
public sealed record ComparedPeriods(DateOnly From, DateOnly To, long? Until, DateOnly PreviousFrom, DateOnly PreviousTo,
    long? PreviousUntil)
{
    /// <param name="asked">As it was asked for; a month and the same days typed in give the same answer.</param>
    /// <param name="dataUntil">Unix seconds up to which the data are known.</param>
    /// <returns>Null where nothing can be compared: the period has no beginning, lies in the future, or nothing can lie before
    /// it.</returns>
    public static ComparedPeriods? Of(Period asked, long dataUntil, ReportingZone zone)
    {
        var today = zone.Day(dataUntil);
        if (asked.From is not { } from || from > today)
            return null;
        var isRunning = asked.To is not { } askedTo || askedTo >= today;
        var to = isRunning ? today : asked.To!.Value;
        var (previousFrom, previousTo) = Before(from, to, asked.To, isRunning);
        if (previousFrom is not { } start)
            return null;
        return isRunning
            ? new ComparedPeriods(from, to, dataUntil, start, previousTo, SameTime(previousTo, dataUntil, zone))
            : new ComparedPeriods(from, to, null, start, previousTo, null);
    }

    private static (DateOnly? From, DateOnly To) Before(DateOnly from, DateOnly to, DateOnly? askedTo, bool isRunning)
    {
        var month = Month.Of(from);
        // The first of a month alone is a day like any other.
        var isMonthToDate = isRunning && from == month.FirstDay && to <= month.LastDay && !(askedTo > month.LastDay) && askedTo != from;
        var days = to.DayNumber - from.DayNumber + 1;
        if (from.DayNumber < Math.Max(days, 31))
            return (null, default); // the calendar has nothing before it
        if (isMonthToDate)
            return (month.Previous.FirstDay, month.Previous.FirstDay.AddDays(Math.Min(to.Day, month.Previous.LastDay.Day) - 1));
        return from == month.FirstDay && to == month.LastDay ? (month.Previous.FirstDay, month.Previous.LastDay)
            : (from.AddDays(-days), from.AddDays(-1));
    }

    /// <summary>
    /// The clock's time of the instant on another day, the first of two; where that day skips it, the first instant after.
    /// </summary>
    private static long SameTime(DateOnly day, long instant, ReportingZone zone)
    {
        var wall = new DateTimeOffset(day, TimeOnly.FromTimeSpan(zone.Local(instant).TimeOfDay), TimeSpan.Zero).ToUnixTimeSeconds();
        var end = zone.EndOf(day);
        foreach (var stretch in zone.Offsets(zone.StartOf(day), end - 1))
            if (wall - stretch.OffsetSeconds < stretch.End)
                return Math.Max(wall - stretch.OffsetSeconds, stretch.Start);
        return end;
    }
}
