using Voicebot.Core.Data;
using Voicebot.Core.Phones;
using Voicebot.Core.Time;

namespace Voicebot.Core.Notes;

/// <summary>SQL over the notes on days.</summary>
public sealed class NoteStore(Database database, TimeProvider clock)
{
    /// <summary>Those of the period, the first day first; of the agents, and those that are for all.</summary>
    /// <param name="agentIds">Null for the notes of every agent, also of those that are no longer configured.</param>
    public IReadOnlyList<DayNote> Of(Period period, IReadOnlyList<string>? agentIds) => database.Read(connection =>
        All(connection, period).Where(note => note.AgentId is null || agentIds is null || agentIds.Contains(note.AgentId)).ToList());

    /// <summary>Stores a new one.</summary>
    /// <exception cref="NoteRefusedException">There are as many as there may be.</exception>
    public DayNote Add(DayNote note) => database.Write(connection =>
    {
        if ((long)connection.Scalar("SELECT COUNT(*) FROM notes")! >= DayNote.MostNotes)
            throw new NoteRefusedException(NoteRefusal.TooMany);
        var stored = note with { Version = 1, ChangedAt = clock.GetUtcNow().ToUnixTimeSeconds() };
        var id = connection.Scalar("""
            INSERT INTO notes (local_day, agent_id, text, role, who, version, changed_at)
                VALUES (@day, @agentId, @text, @role, @who, @version, @changedAt) RETURNING id
            """, Parameters(stored));
        return stored with { Id = (long)id! };
    });

    /// <summary>Stores it in the place of the one with its id; null when there is none.</summary>
    /// <param name="version">The version that it was changed from; null to ask for none.</param>
    /// <exception cref="NoteRefusedException">Somebody changed it meanwhile.</exception>
    public DayNote? Replace(DayNote note, long? version) => database.Write(connection =>
    {
        if (Known(connection, note.Id, version) is not { } known)
            return null;
        var stored = note with { Version = known + 1, ChangedAt = clock.GetUtcNow().ToUnixTimeSeconds() };
        connection.Run("""
            UPDATE notes SET local_day = @day, agent_id = @agentId, text = @text, role = @role, who = @who, version = @version,
                changed_at = @changedAt WHERE id = @id
            """, [.. Parameters(stored), ("@id", stored.Id)]);
        return stored;
    });

    /// <summary>False when there is none.</summary>
    /// <param name="version">The version that was seen; null to ask for none.</param>
    /// <exception cref="NoteRefusedException">Somebody changed it meanwhile.</exception>
    public bool Remove(long id, long? version) => database.Write(connection =>
    {
        if (Known(connection, id, version) is null)
            return false;
        connection.Run("DELETE FROM notes WHERE id = @id", ("@id", id));
        return true;
    });

    /// <summary>Takes somebody's number out of all of them; what happened on the day stays said.</summary>
    public static void RemoveMentions(PreparedConnection connection, string phone)
    {
        var somebody = ClientIdentity.Of(phone);
        var found = false;
        foreach (var note in All(connection, Period.AllTime))
        {
            if (note.Without(somebody) is var without && without == note)
                continue;
            connection.Run("UPDATE notes SET text = @text, version = version + 1 WHERE id = @id",
                ("@id", note.Id), ("@text", without.Text));
            found = true;
        }
        if (found)
            FileState.CountDeletion(connection);
    }

    private static List<DayNote> All(PreparedConnection connection, Period period)
    {
        var notes = new List<DayNote>();
        using var rows = connection.Rows("""
            SELECT id, local_day, text, agent_id, role, who, version, changed_at FROM notes
            WHERE local_day >= @from AND local_day <= @to ORDER BY local_day, id
            """, ("@from", (long)(period.From ?? DateOnly.MinValue).DayNumber), ("@to", (long)(period.To ?? DateOnly.MaxValue).DayNumber));
        while (rows.Read())
            notes.Add(new DayNote
            {
                Id = rows.GetInt64(0),
                Day = DateOnly.FromDayNumber((int)rows.GetInt64(1)),
                Text = rows.GetString(2),
                AgentId = rows.IsDBNull(3) ? null : rows.GetString(3),
                Role = rows.GetString(4),
                Who = rows.IsDBNull(5) ? null : rows.GetString(5),
                Version = rows.GetInt64(6),
                ChangedAt = rows.GetInt64(7),
            });
        return notes;
    }

    /// <summary>The version of the one that is stored; null when there is none.</summary>
    private static long? Known(PreparedConnection connection, long id, long? version)
    {
        var known = connection.Scalar("SELECT version FROM notes WHERE id = @id", ("@id", id)) as long?;
        return known is null || version is null || known == version ? known : throw new NoteRefusedException(NoteRefusal.ChangedMeanwhile);
    }

    private static (string Name, object? Value)[] Parameters(DayNote note) =>
    [
        ("@day", (long)note.Day.DayNumber), ("@agentId", note.AgentId), ("@text", note.Text), ("@role", note.Role), ("@who", note.Who),
        ("@version", note.Version), ("@changedAt", note.ChangedAt),
    ];
}
