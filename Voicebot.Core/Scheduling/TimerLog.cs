using Dapper;
using Voicebot.Core.Data;

namespace Voicebot.Core.Scheduling;

/// <summary>Remembers the last due time that each timer handled, so that a start can make up for one that was missed.</summary>
public sealed class TimerLog(Database database, TimeProvider clock)
{
    /// <summary>True exactly once per missed due time; the first call for a name only begins the record.</summary>
    public bool ClaimMissed(string name, Schedule schedule) => database.Write(connection =>
    {
        var now = clock.GetUtcNow();
        var last = connection.ExecuteScalar<long?>("SELECT last_due FROM timers WHERE name = @name", new { name });
        var due = last is { } seconds ? schedule.LastDue(DateTimeOffset.FromUnixTimeSeconds(seconds), now) : now;
        if (due is null)
            return false;
        Record(connection, name, due.Value);
        return last is not null;
    });

    /// <summary>The timer fires now.</summary>
    public void RecordFired(string name) => database.Write(connection => Record(connection, name, clock.GetUtcNow()));

    private static void Record(Microsoft.Data.Sqlite.SqliteConnection connection, string name, DateTimeOffset due) =>
        connection.Execute("""
            INSERT INTO timers (name, last_due) VALUES (@name, @due)
            ON CONFLICT (name) DO UPDATE SET last_due = MAX(last_due, excluded.last_due)
            """, new { name, due = due.ToUnixTimeSeconds() });
}
