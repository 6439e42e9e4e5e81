using Dapper;
using Voicebot.Core.Data;

namespace Voicebot.Core.Scheduling;

/// <summary>
/// Remembers the last due time of each timer that was handled, so that several programs handle it once, and a start can make up for one
/// that was missed.
/// </summary>
public sealed class TimerLog(Database database, TimeProvider clock)
{
    // Clocks are put right by a few seconds all the time; a record from further ahead was written by a clock that was wrong.
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    private long Latest => (clock.GetUtcNow() + Ahead).ToUnixTimeSeconds();

    /// <summary>
    /// The last due time that nobody has handled; null when there is none, or when nothing was recorded of the timer so far: then the
    /// record begins. A record from the future says nothing: the last due time counts as missed.
    /// </summary>
    public DateTimeOffset? Missed(string name, Schedule schedule) => database.Write(connection =>
    {
        var now = clock.GetUtcNow();
        if (connection.ExecuteScalar<long?>("SELECT last_due FROM timers WHERE name = @name", new { name }) is { } last)
            return schedule.LastDue(DateTimeOffset.FromUnixTimeSeconds(last <= Latest ? last : 0), now);
        Claim(connection, name, now);
        return null;
    });

    /// <summary>
    /// True for the first that handles this due time, of all programs on this database: what counts is the due time itself, so that
    /// it does not matter whose clock is ahead.
    /// </summary>
    public bool Claim(string name, DateTimeOffset due) => database.Write(connection => Claim(connection, name, due));

    private bool Claim(PreparedConnection connection, string name, DateTimeOffset due) =>
        connection.Execute("""
            INSERT INTO timers (name, last_due) VALUES (@name, @due)
            ON CONFLICT (name) DO UPDATE SET last_due = excluded.last_due
                WHERE timers.last_due < excluded.last_due OR timers.last_due > @Latest
            """, new { name, due = due.ToUnixTimeSeconds(), Latest }) == 1;
}
