using Dapper;
using Microsoft.Data.Sqlite;

namespace Voicebot.Core.Conversations;

/// <summary>Assigns every stored conversation to its local day again, after the reporting zone changed.</summary>
public static class Rebucketing
{
    private static readonly int EpochDay = new DateOnly(1970, 1, 1).DayNumber;

    /// <summary>One UPDATE per stretch of constant offset; runs inside the caller's transaction.</summary>
    public static void Apply(SqliteConnection connection, ReportingZone zone)
    {
        var (first, last) = connection.QuerySingle<(long?, long?)>("SELECT MIN(start_time), MAX(start_time) FROM conversations");
        if (first is null || last is null)
            return;
        foreach (var (start, end, offset) in zone.Offsets(first.Value, last.Value))
            connection.Execute(
                // SQLite divides towards zero; the remainder makes it a floor before 1970, too.
                """
                UPDATE conversations SET local_day = (start_time + @offset - ((start_time + @offset) % 86400 + 86400) % 86400) / 86400 + @EpochDay
                WHERE start_time >= @start AND start_time < @end
                """,
                new { start, end, offset, EpochDay });
    }
}
