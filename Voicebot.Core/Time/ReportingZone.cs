namespace Voicebot.Core.Time;

/// <summary>The one zone that decides days, months, filters, charts, CSV and archives.</summary>
public sealed partial class ReportingZone(TimeZoneInfo zone)
{
    private const int LargestOffsetSeconds = 16 * 3600;

    public static ReportingZone Utc { get; } = new(TimeZoneInfo.Utc);

    public string Id => zone.Id;

    /// <summary>
    /// Accepts IANA names only, so that the setting means the same on every system and in every browser: none of the other files
    /// that a system keeps beside its zones (localtime, posix/…, right/…, Factory).
    /// </summary>
    public static ReportingZone? Find(string? id)
    {
        if (id is null or { Length: > 64 } or "Factory" || !ZoneName().IsMatch(id) || !TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone))
            return null;
        return zone.HasIanaId || zone.Id == "UTC" ? new ReportingZone(zone) : null;
    }

    public DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone);

    public DateTimeOffset Local(long unixSeconds) => Local(DateTimeOffset.FromUnixTimeSeconds(unixSeconds));

    public DateOnly Day(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant).DateTime);

    public DateOnly Day(long unixSeconds) => Day(DateTimeOffset.FromUnixTimeSeconds(unixSeconds));

    /// <summary>Unix seconds of the first instant of a local day, also where midnight is skipped or comes twice.</summary>
    public long StartOf(DateOnly day)
    {
        // Searched by the same conversion that assigns instants to days, so that the two always agree.
        var midnight = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).ToUnixTimeSeconds();
        var (before, from) = (midnight - LargestOffsetSeconds, midnight + LargestOffsetSeconds);
        while (from - before > 1)
        {
            var middle = (before + from) / 2;
            if (Day(middle) < day)
                before = middle;
            else
                from = middle;
        }
        return from;
    }

    /// <summary>Unix seconds of the end of a local day, exclusive.</summary>
    public long EndOf(DateOnly day) => StartOf(day.AddDays(1));

    /// <summary>The stretches of constant offset that cover the instants; consecutive, the end exclusive.</summary>
    public IEnumerable<(long Start, long End, int OffsetSeconds)> Offsets(long first, long last)
    {
        var start = first;
        while (start <= last)
        {
            var offset = Offset(start);
            var end = start;
            const long step = 86_400;
            while (end <= last && Offset(end) == offset)
                end += step;
            if (end > last)
                end = Offset(last) == offset ? last + 1 : Change(Math.Max(start, end - step), last, offset);
            else
                end = Change(end - step, end, offset);
            yield return (start, end, offset);
            start = end;
        }
    }

    /// <summary>The first second after <paramref name="same"/> whose offset differs; <paramref name="other"/> is known to differ.</summary>
    private long Change(long same, long other, int offset)
    {
        while (other - same > 1)
        {
            var middle = (same + other) / 2;
            if (Offset(middle) == offset)
                same = middle;
            else
                other = middle;
        }
        return other;
    }

    private int Offset(long unixSeconds) => (int)zone.GetUtcOffset(DateTimeOffset.FromUnixTimeSeconds(unixSeconds)).TotalSeconds;

    [System.Text.RegularExpressions.GeneratedRegex(@"\A[A-Z][A-Za-z0-9_+-]*(/[A-Z][A-Za-z0-9_+-]*)*\z")]
    private static partial System.Text.RegularExpressions.Regex ZoneName();
}
