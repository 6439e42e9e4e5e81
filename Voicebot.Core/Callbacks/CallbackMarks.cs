using System.Data.Common;
using Voicebot.Core.Data;
using Voicebot.Core.Settings;

namespace Voicebot.Core.Callbacks;

/// <summary>SQL over what was done about people.</summary>
public static class CallbackMarks
{
    private const string Columns = "m.conversation, m.state, m.marked_at, m.until, m.wanted_at, m.tries, m.role, m.who, m.note, m.version";

    // There are few marks: SQLite begins with the table that stands first in a CROSS JOIN, and would go through all conversations else.
    private const string Marked = "callback_marks m CROSS JOIN conversations c WHERE c.id = m.conversation";

    /// <param name="agentIds">Those that are asked for.</param>
    internal static List<PersonsMark> All(PreparedConnection connection, IReadOnlySet<string> agentIds)
    {
        var marks = new List<PersonsMark>();
        using var rows = connection.Rows($"""
            SELECT {Columns}, c.person_key, COALESCE(c.start_time, c.first_seen_at, m.marked_at), c.agent_id
            FROM {Marked} AND c.person_key IS NOT NULL
            """);
        while (rows.Read())
            marks.Add(new PersonsMark(rows.GetInt64(10), Read(rows), rows.GetInt64(11), agentIds.Contains(rows.GetString(12))));
        return marks;
    }

    /// <summary>The newest of the person; null for none.</summary>
    internal static CallbackMark? Of(PreparedConnection connection, long person)
    {
        using var row = connection.Rows($"""
            SELECT {Columns} FROM {Marked} AND c.person_key = @person
            ORDER BY m.marked_at DESC, m.version DESC LIMIT 1
            """, ("@person", person));
        return row.Read() ? Read(row) : null;
    }

    /// <summary>In the place of what there is of the person.</summary>
    internal static void Store(PreparedConnection connection, long person, CallbackMark mark)
    {
        connection.Run(
            $"DELETE FROM callback_marks WHERE conversation IN (SELECT m.conversation FROM {Marked} AND c.person_key = @person)",
            ("@person", person));
        connection.Run("""
            INSERT INTO callback_marks (conversation, state, marked_at, until, wanted_at, tries, role, who, note, version)
                VALUES (@conversation, @state, @markedAt, @until, @wantedAt, @tries, @role, @who, @note, @version)
            """, ("@conversation", mark.Conversation), ("@state", mark.State), ("@markedAt", mark.MarkedAt), ("@until", mark.Until),
            ("@wantedAt", mark.WantedAt), ("@tries", mark.Tries), ("@role", mark.Role), ("@who", mark.Who), ("@note", mark.Note),
            ("@version", mark.Version));
    }

    /// <summary>Removes those that no list looks at any more.</summary>
    public static void Prune(PreparedConnection connection, long now) => connection.Run(
        "DELETE FROM callback_marks WHERE marked_at < @before AND COALESCE(until, 0) < @now",
        ("@before", now - ((CallbackRule.MaxDays + 1) * 86_400L)), ("@now", now));

    private static CallbackMark Read(DbDataReader row)
    {
        long? Whole(int column) => row.IsDBNull(column) ? null : row.GetInt64(column);
        string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);
        return new CallbackMark
        {
            Conversation = row.GetInt64(0),
            State = row.GetString(1),
            MarkedAt = row.GetInt64(2),
            Until = Whole(3),
            WantedAt = Whole(4),
            Tries = row.GetInt64(5),
            Role = row.GetString(6),
            Who = Text(7),
            Note = Text(8),
            Version = row.GetInt64(9),
        };
    }
}
