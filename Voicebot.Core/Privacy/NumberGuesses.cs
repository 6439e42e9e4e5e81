using System.Globalization;
using Dapper;
using Voicebot.Core.Auditing;
using Voicebot.Core.Data;

namespace Voicebot.Core.Privacy;

/// <summary>
/// Counts the different whole numbers that somebody asks for while numbers are masked: whoever knows a number finds its
/// conversations, but nobody can try them all. The count is kept in the database, for every process and over restarts, and shown
/// in the audit log as one entry per caller and hour; the numbers themselves stay in memory, so that asking for one again is no further
/// guess.
/// </summary>
public sealed class NumberGuesses(Database database, AuditLog audit, TimeProvider clock)
{
    public const int MostAnHour = 30;
    private const int SecondsAnHour = 3600;
    private const int HoursKept = 24;

    private readonly Lock gate = new();
    private readonly Dictionary<(string Role, string Who), Hour> hours = [];

    /// <summary>Counts the number as asked for. Null when it may be looked for; else how long the caller has to wait.</summary>
    /// <param name="who">The person's name where a platform signs people in.</param>
    /// <param name="number">In a form that all its spellings share.</param>
    public TimeSpan? WaitOf(string role, string? who, string number)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        lock (gate)
        {
            var known = HourOf((role, who ?? ""), now / SecondsAnHour);
            if (known.Numbers.Contains(number))
                return null;
            if (!known.IsOver && Count(role, who, known))
            {
                known.Numbers.Add(number);
                return null;
            }
            known.IsOver = true;
            Refuse(known);
            return TimeSpan.FromSeconds(SecondsAnHour - (now % SecondsAnHour));
        }
    }

    private Hour HourOf((string Role, string Who) caller, long hour)
    {
        if (hours.TryGetValue(caller, out var known) && known.Number == hour)
            return known;
        foreach (var (past, one) in hours.ToList())
            if (one.Number != hour)
                hours.Remove(past);
        return hours[caller] = new Hour(hour);
    }

    /// <summary>False when as many have been asked for as may be, by whichever process.</summary>
    private bool Count(string role, string? who, Hour hour) => database.Write(connection =>
    {
        var key = new { role, who = who ?? "", hour = hour.Number, before = hour.Number - HoursKept };
        var found = connection.QuerySingleOrDefault<(long Asked,
            long AuditId)?>("SELECT asked, audit_id FROM number_guesses WHERE role = @role AND who = @who AND hour = @hour", key);
        if (found is null)
        {
            connection.Execute("DELETE FROM number_guesses WHERE hour < @before", key);
            found = (0, audit.Add(connection, role, who, AuditActions.NumberGuess, null, null));
            connection.Execute("INSERT INTO number_guesses (role, who, hour, asked, audit_id) VALUES (@role, @who, @hour, 0, @auditId)",
                new { role, key.who, key.hour, auditId = found.Value.AuditId });
        }
        (hour.Asked, hour.AuditId) = found.Value;
        if (hour.Asked >= MostAnHour)
            return false;
        hour.Asked++;
        connection.Execute("UPDATE number_guesses SET asked = asked + 1 WHERE role = @role AND who = @who AND hour = @hour", key);
        AuditLog.Amend(connection, hour.AuditId, hour.Text);
        return true;
    });

    /// <summary>Written at the first, the second, the fourth, the eighth …, so that a flood of guesses is no flood of writing.</summary>
    private void Refuse(Hour hour)
    {
        hour.Refused++;
        if (long.IsPow2(hour.Refused))
            database.Write(connection => AuditLog.Amend(connection, hour.AuditId, hour.Text));
    }

    private sealed class Hour(long number)
    {
        public long Number => number;
        public HashSet<string> Numbers { get; } = new(StringComparer.Ordinal);
        public bool IsOver { get; set; }
        public long Asked { get; set; }
        public long Refused { get; set; }
        public long AuditId { get; set; }

        public string Text => Refused == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{Asked} different number(s)")
            : string.Create(CultureInfo.InvariantCulture, $"{Asked} different number(s), {Refused} or more further guesses refused");
    }
}
