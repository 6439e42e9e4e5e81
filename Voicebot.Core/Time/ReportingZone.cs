using System.Collections.Concurrent;
using NodaTime;
using NodaTime.TimeZones;

namespace Voicebot.Core.Time;

/// <summary>
/// The one zone that decides days, months, filters, charts, CSV and archives. Its rules come from the zone database that the
/// program brings along, so that they are the same on every system, also on one that has none.
/// </summary>
public sealed class ReportingZone
{
    private const int LargestOffsetSeconds = 16 * 3600;
    private const int SecondsPerDay = 86_400;
    private const int LongestName = 64;

    // It stands for no place, but for a system that was never set up; browsers do not know it.
    private const string NoPlace = "Factory";

    private static readonly Instant FirstRule = Instant.FromUtc(1900, 1, 1, 0, 0);
    private static readonly Instant LastRule = Instant.FromUtc(2200, 1, 1, 0, 0);
    private static readonly int EpochDay = new DateOnly(1970, 1, 1).DayNumber;

    private static readonly ConcurrentDictionary<string, ReportingZone> Found = new(StringComparer.Ordinal);
    private static readonly Lazy<HashSet<string>> Names = new(() => [.. TzdbDateTimeZoneSource.Default.GetIds()]);

    // Stretches of constant offset: where each begins (unix seconds; the first has always been) and its offset.
    private readonly long[] starts;
    private readonly int[] offsets;

    private ReportingZone(string id, long[] starts, int[] offsets) => (Id, this.starts, this.offsets) = (id, starts, offsets);

    public static ReportingZone Utc { get; } = new("UTC", [long.MinValue], [0]);

    /// <summary>The name as it was given, be it an old one of the zone: what the browser that proposed it knows.</summary>
    public string Id { get; }

    /// <summary>
    /// Accepts every name of the IANA database, old ones included (Asia/Calcutta, Europe/Kiev, US/Eastern), in its own capitals;
    /// none of the other files that a system keeps beside its zones (localtime, posix/…, right/…), no offsets, no paths.
    /// </summary>
    public static ReportingZone? Find(string? id)
    {
        if (id is null or { Length: 0 or > LongestName } or NoPlace)
            return null;
        if (id == Utc.Id)
            return Utc;
        if (Found.TryGetValue(id, out var known))
            return known;
        return Names.Value.Contains(id) ? Found.GetOrAdd(id, Read) : null;
    }

    public DateTimeOffset Local(DateTimeOffset instant) => instant.ToOffset(TimeSpan.FromSeconds(Offset(instant.ToUnixTimeSeconds())));

    public DateTimeOffset Local(long unixSeconds) => Local(DateTimeOffset.FromUnixTimeSeconds(unixSeconds));

    public DateOnly Day(DateTimeOffset instant) => Day(instant.ToUnixTimeSeconds());

    public DateOnly Day(long unixSeconds) => DateOnly.FromDayNumber((int)DayNumber(unixSeconds));

    /// <summary>
    /// Unix seconds of the first instant of a local day, also where midnight is skipped or comes twice; of a skipped day, of the next.
    /// </summary>
    public long StartOf(DateOnly day)
    {
        // Searched by the same conversion that assigns instants to days, so that the two always agree.
        var midnight = (long)(day.DayNumber - EpochDay) * SecondsPerDay;
        var (before, from) = (midnight - LargestOffsetSeconds, midnight + LargestOffsetSeconds);
        while (from - before > 1)
        {
            var middle = (before + from) / 2;
            if (DayNumber(middle) < day.DayNumber)
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
        for (var i = Stretch(first); i < starts.Length && starts[i] <= last; i++)
            yield return (Math.Max(first, starts[i]), i + 1 < starts.Length ? Math.Min(last + 1, starts[i + 1]) : last + 1, offsets[i]);
    }

    /// <summary>Days since 0001-01-01; as a number, because a search looks beyond the first and the last day that there is.</summary>
    private long DayNumber(long unixSeconds)
    {
        var (days, rest) = Math.DivRem(unixSeconds + Offset(unixSeconds), SecondsPerDay);
        return (rest < 0 ? days - 1 : days) + EpochDay;
    }

    private int Offset(long unixSeconds) => offsets[Stretch(unixSeconds)];

    private int Stretch(long unixSeconds)
    {
        var found = Array.BinarySearch(starts, unixSeconds);
        return found >= 0 ? found : ~found - 1;
    }

    private static ReportingZone Read(string id)
    {
        var zone = TzdbDateTimeZoneSource.Default.ForId(id);
        var (starts, offsets) = (new List<long>(), new List<int>());
        foreach (var interval in zone.GetZoneIntervals(FirstRule, LastRule))
        {
            // Long ago some offsets had seconds, which no calendar of today can write.
            var offset = interval.WallOffset.Seconds / 60 * 60;
            if (offsets.Count > 0 && offsets[^1] == offset)
                continue; // only the name or the reason of the offset changed
            starts.Add(starts.Count == 0 ? long.MinValue : interval.Start.ToUnixTimeSeconds());
            offsets.Add(offset);
        }
        return new ReportingZone(id, [.. starts], [.. offsets]);
    }
}
