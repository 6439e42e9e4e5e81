using Voicebot.Core.Time;

namespace Voicebot.Core.Digests;

/// <summary>Which days a digest tells of, and when they are due; pure. Times are those of the reporting zone's clocks.</summary>
public static class DigestPeriod
{
    /// <summary>Monday to Sunday.</summary>
    public const string Week = "week";
    /// <summary>A calendar month.</summary>
    public const string Month = "month";

    public static IReadOnlyList<string> All { get; } = [Week, Month];

    /// <summary>After so much time a digest that could not be sent, because the program was down, is left out.</summary>
    public static readonly TimeSpan Late = TimeSpan.FromDays(3);

    /// <summary>The newest one that is over.</summary>
    public static Period Last(string kind, DateOnly today)
    {
        if (kind == Month)
            return Period.Of(Time.Month.Of(today).Previous);
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        return new Period(monday.AddDays(-7), monday.AddDays(-1));
    }

    /// <summary>From when on it is sent: the day after the last, at the digest's time.</summary>
    public static DateTime DueAt(Period period, int minute) =>
        period.To!.Value.AddDays(1).ToDateTime(TimeOnly.MinValue).AddMinutes(minute);

    /// <summary>When the next letter is due, after now.</summary>
    public static DateTimeOffset NextAt(Digest digest, ReportingZone zone, DateTimeOffset now)
    {
        var local = zone.Local(now).DateTime;
        var due = DueAt(Last(digest.Period, DateOnly.FromDateTime(local)), digest.Minute);
        if (due <= local)
            due = digest.Period == Month ? due.AddMonths(1) : due.AddDays(7);
        return zone.Local(zone.StartOf(DateOnly.FromDateTime(due)) + (long)due.TimeOfDay.TotalSeconds);
    }
}
