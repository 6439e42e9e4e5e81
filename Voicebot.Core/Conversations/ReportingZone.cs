namespace Voicebot.Core.Conversations;

/// <summary>The one zone that decides days, months, filters, charts, CSV and archives.</summary>
public sealed class ReportingZone(TimeZoneInfo zone)
{
    public static ReportingZone Utc { get; } = new(TimeZoneInfo.Utc);

    public string Id => zone.Id;

    /// <summary>Accepts IANA names only, so that the setting means the same on every system.</summary>
    public static ReportingZone? Find(string? id)
    {
        if (id is null or { Length: 0 or > 64 } || !TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone))
            return null;
        return zone.HasIanaId || zone.Id == "UTC" ? new ReportingZone(zone) : null;
    }

    public DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone);

    public DateTimeOffset Local(long unixSeconds) => Local(DateTimeOffset.FromUnixTimeSeconds(unixSeconds));

    public DateOnly Day(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant).DateTime);

    public DateOnly Day(long unixSeconds) => Day(DateTimeOffset.FromUnixTimeSeconds(unixSeconds));

    /// <summary>Unix seconds of the first instant of a local day, also where midnight is skipped.</summary>
    public long StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        // In a zone that skips midnight the day begins later; where midnight occurs twice, the first counts.
        while (zone.IsInvalidTime(midnight))
            midnight = midnight.AddMinutes(15);
        var offset = zone.IsAmbiguousTime(midnight) ? zone.GetAmbiguousTimeOffsets(midnight).Max() : zone.GetUtcOffset(midnight);
        return new DateTimeOffset(midnight, offset).ToUnixTimeSeconds();
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
}
