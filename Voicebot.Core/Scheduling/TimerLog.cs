using Dapper;
using Voicebot.Core.Data;

namespace Voicebot.Core.Scheduling;

/// <summary>Remembers the last due time that each timer handled, so that a start can make up for one that was missed.</summary>
public sealed class TimerLog(Database database, TimeProvider clock)
{
    // Clocks are put right by a few seconds all the time; a record from further ahead was written by a clock that was wrong.
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    private long Latest => (clock.GetUtcNow() + Ahead).ToUnixTimeSeconds();

    /// <summary>
    /// True exactly once per missed due time; the first call for a name only begins the record. A record from the future says nothing:
    /// the last due time counts as missed.
    /// </summary>
    public bool ClaimMissed(string name, Schedule schedule) => database.Write(connection =>
    {
        var now = clock.GetUtcNow();
        if (connection.ExecuteScalar<long?>("SELECT last_due FROM timers WHERE name = @name", new { name }) is not { } last)
        {
            Record(connection, name, now);
            return false;
        }
        var due = schedule.LastDue(DateTimeOffset.FromUnixTimeSeconds(last <= Latest ? last : 0), now);
        if (due is not null)
            Record(connection, name, due.Value);
        return due is not null;
    });

    /// <summary>The timer fires now.</summary>
    public void RecordFired(string name) => database.Write(connection => Record(connection, name, clock.GetUtcNow()));

    private void Record(PreparedConnection connection, string name, DateTimeOffset due) =>
        connection.Execute("""
            INSERT INTO timers (name, last_due) VALUES (@name, @due)
            ON CONFLICT (name) DO UPDATE SET
                last_due = CASE WHEN timers.last_due BETWEEN excluded.last_due AND @Latest THEN timers.last_due ELSE excluded.last_due END
            """, new { name, due = due.ToUnixTimeSeconds(), Latest });
}
