using Voicebot.Core.Data;
using Voicebot.Core.Phones;

namespace Voicebot.Core.Conversations;

/// <summary>What people wrote of a conversation while they looked at it: as private as its texts, and forgotten with them.</summary>
public static class WrittenNotes
{
    private static readonly string[] Tables = ["review_events", "callback_marks"];

    /// <summary>Takes somebody's number out of the notes of all conversations.</summary>
    public static void RemoveMentions(PreparedConnection connection, string phone)
    {
        var client = ClientIdentity.Of(phone);
        if (Tables.Count(table => Remove(connection, table, "note IS NOT NULL AND 0 <= @id", 0, client)) > 0)
            FileState.CountDeletion(connection);
    }

    internal static void Forget(PreparedConnection connection, long id)
    {
        foreach (var table in Tables)
            connection.Run($"UPDATE {table} SET note = NULL WHERE conversation = @id", ("@id", id));
    }

    /// <summary>Takes the client out of the notes; what was done to call the client back is nobody's any more.</summary>
    internal static void Remove(PreparedConnection connection, long id, ClientIdentity client)
    {
        connection.Run("DELETE FROM callback_marks WHERE conversation = @id", ("@id", id));
        Remove(connection, "review_events", "note IS NOT NULL AND conversation = @id", id, client);
    }

    /// <param name="table">One of <see cref="Tables"/>.</param>
    /// <returns>Whether any held it.</returns>
    private static bool Remove(PreparedConnection connection, string table, string condition, long id, ClientIdentity client)
    {
        if (client.IsNobody)
            return false;
        var left = new List<(long Id, long Version, string Note)>();
        using (var notes = connection.Rows($"SELECT conversation, version, note FROM {table} WHERE {condition}", ("@id", id)))
            while (notes.Read())
                if (notes.GetString(2) is var note && client.Removed(note) is { } removed && removed != note)
                    left.Add((notes.GetInt64(0), notes.GetInt64(1), removed));
        foreach (var (conversation, version, note) in left)
            connection.Run($"UPDATE {table} SET note = @note WHERE conversation = @conversation AND version = @version",
                ("@conversation", conversation), ("@version", version), ("@note", note));
        return left.Count > 0;
    }
}
