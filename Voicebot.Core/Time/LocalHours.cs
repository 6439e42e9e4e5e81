namespace Voicebot.Core.Time;

/// <summary>The local hour and weekday of a start, in SQL.</summary>
internal static class LocalHours
{
    private const int EpochWeekday = 3; // 1970-01-01 was a Thursday; Monday is 0

    /// <summary>
    /// A condition over <c>c.start_time</c>; the offset of the zone is written out for each stretch in which it is constant.
    /// </summary>
    /// <param name="zone">Says what is local.</param>
    /// <param name="weekdays">1–7, Monday is 1; none is any.</param>
    /// <param name="hours">0–23; none is any.</param>
    /// <param name="periodStart">Instants between which the starts lie, where they are known.</param>
    /// <param name="periodEnd">The end of these.</param>
    public static string Condition(ReportingZone zone, IReadOnlyList<int> weekdays, IReadOnlyList<int> hours, long? periodStart,
        long? periodEnd)
    {
        var local = $"(c.start_time + {OffsetSql(zone, periodStart ?? FirstYear, periodEnd ?? LastYear)})";
        // SQLite's remainder has the sign of the dividend, so a week is added before 1970 could make it negative.
        var hourOfWeek = $"(({local} / 3600) % 168 + 168) % 168";
        var conditions = new List<string> { "c.start_time IS NOT NULL" };
        if (hours.Count > 0)
            conditions.Add($"({hourOfWeek}) % 24 IN ({string.Join(", ", hours)})");
        if (weekdays.Count > 0)
            conditions.Add($"(({hourOfWeek}) / 24 + {EpochWeekday}) % 7 IN ({string.Join(", ", weekdays.Select(day => day - 1))})");
        return string.Join(" AND ", conditions);
    }

    private static string OffsetSql(ReportingZone zone, long first, long last)
    {
        var stretches = zone.Offsets(first, last).ToList();
        if (stretches.Count == 1)
            return $"({stretches[0].OffsetSeconds})";
        return "CASE " + string.Concat(stretches.Select(stretch => $"WHEN c.start_time < {stretch.End} THEN {stretch.OffsetSeconds} "))
            + $"ELSE {stretches[^1].OffsetSeconds} END";
    }

    // The vendor's agents did not exist before, and nobody filters by hours of the far future.
    private static readonly long FirstYear = new DateTimeOffset(2022, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();
    private static readonly long LastYear = new DateTimeOffset(2042, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();
}
