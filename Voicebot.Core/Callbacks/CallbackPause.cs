using Voicebot.Core.Time;

namespace Voicebot.Core.Callbacks;

/// <summary>When somebody who did not answer is to be called again; pure.</summary>
internal static class CallbackPause
{
    private const int FirstHour = 9;
    private const int LastHour = 18;

    /// <summary>So many hours later; where that is no working time, at nine of the next working day.</summary>
    /// <param name="now">Unix seconds, as the answer.</param>
    public static long EndOf(long now, int hours, ReportingZone zone)
    {
        var again = zone.Local(now + (hours * 3600L));
        if (IsWorkday(again.DayOfWeek) && again.Hour is >= FirstHour and < LastHour)
            return again.ToUnixTimeSeconds();
        var day = DateOnly.FromDateTime(again.DateTime);
        if (again.Hour >= FirstHour)
            day = day.AddDays(1);
        while (!IsWorkday(day.DayOfWeek))
            day = day.AddDays(1);
        var morning = zone.StartOf(day) + (FirstHour * 3600L);
        return morning + ((FirstHour - zone.Local(morning).Hour) * 3600L); // clocks may have been changed since midnight
    }

    private static bool IsWorkday(DayOfWeek day) => day is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
}
