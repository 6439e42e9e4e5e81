using System.Globalization;
using Voicebot.Core.Time;

namespace Voicebot.Core.Synchronization;

/// <summary>Which local days a run lists, both inclusive.</summary>
public sealed record SyncWindow(DateOnly From, DateOnly To)
{
    private const int NightlyLookBackDays = 3;
    private const int WeeklyLookBackDays = 30;

    /// <summary>From the first of the month to today.</summary>
    public static SyncWindow Manual(DateOnly today) => new(Month.Of(today).FirstDay, today);

    /// <summary>From the first of the month or three days back, whichever is earlier: the end of a month is never lost.</summary>
    public static SyncWindow Nightly(DateOnly today)
    {
        var first = Month.Of(today).FirstDay;
        var back = today.AddDays(-NightlyLookBackDays);
        return new SyncWindow(back < first ? back : first, today);
    }

    /// <summary>
    /// Thirty days back: finds ratings and analyses that came late, in the list, and in the details, which are all read again.
    /// </summary>
    public static SyncWindow Weekly(DateOnly today)
    {
        var nightly = Nightly(today);
        var back = today.AddDays(-WeeklyLookBackDays);
        return nightly with { From = back < nightly.From ? back : nightly.From };
    }

    /// <summary>The same, from that day on when it is earlier.</summary>
    public SyncWindow Since(DateOnly day) => day < From ? this with { From = day } : this;

    public bool Covers(SyncWindow other) => From <= other.From && To >= other.To;

    /// <summary>From the earlier beginning to the later end.</summary>
    public SyncWindow Join(SyncWindow other) => new(From < other.From ? From : other.From, To > other.To ? To : other.To);

    public static SyncWindow? Of(SyncRun run) => Of(run.PeriodFrom, run.PeriodTo);

    /// <summary>What follows the run.</summary>
    public static SyncWindow? After(SyncRun run) => Of(run.ThenFrom, run.ThenTo);

    public string FromText => Text(From);
    public string ToText => Text(To);

    /// <summary>True for an instant on one of the days, and for an unknown one: what the vendor lists is not dropped for that.</summary>
    public bool Contains(long? startTime, ReportingZone zone) =>
        startTime is not { } start || (start >= zone.StartOf(From) && start < zone.EndOf(To));

    private static SyncWindow? Of(string? from, string? to) =>
        from is not null && to is not null ? new SyncWindow(Day(from), Day(to)) : null;

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
