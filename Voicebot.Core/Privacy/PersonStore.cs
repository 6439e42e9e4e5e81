using Dapper;
using Voicebot.Core.Data;
using Voicebot.Core.Json;
using Voicebot.Core.Phones;

namespace Voicebot.Core.Privacy;

/// <summary>One conversation of a person.</summary>
public sealed record PersonConversation
{
    public long Id { get; init; }
    public string ConversationId { get; init; } = "";
    public bool HasDetails { get; init; }
}

/// <summary>SQL that finds a person's conversations.</summary>
public sealed class PersonStore(Database database)
{
    private const string Columns = "id, conversation_id AS ConversationId, details_state = 'read' AS HasDetails";

    public IReadOnlyList<PersonConversation> ById(string conversationId) => database.Read(connection =>
        connection.Query<PersonConversation>($"SELECT {Columns} FROM conversations WHERE conversation_id = @conversationId",
            new { conversationId }).ToList());

    /// <summary>Conversations whose client has this number, or this other id, however it is written; newest first.</summary>
    public IReadOnlyList<PersonConversation> ByPhone(string phone) => database.Read(connection =>
    {
        using var snapshot = new ReadSnapshot(connection);
        var written = connection.Query<string>("SELECT DISTINCT client_phone FROM conversations WHERE client_phone IS NOT NULL")
            .Where(other => PhoneMatch.IsSame(other, phone)).ToList();
        var ids = connection.Query<string>("SELECT DISTINCT client_ids FROM conversations WHERE client_ids IS NOT NULL")
            .Where(others => ClientIdentity.IsOneOf(others, phone)).ToList();
        return connection.Query<PersonConversation>(
            $"SELECT {Columns} FROM conversations WHERE client_phone IN @written OR client_ids IN @ids "
            + "ORDER BY start_time DESC NULLS LAST, id DESC",
                new { written, ids }).ToList();
    });

    /// <summary>What people here wrote about these conversations and did with them, in reviews and call-backs; oldest first.</summary>
    public IReadOnlyList<PersonNote> Notes(IReadOnlyList<PersonConversation> conversations) => database.Read(connection =>
    {
        var notes = new List<PersonNote>();
        using var rows = connection.Rows($"""
            SELECT c.conversation_id, '{PersonNote.Review}', e.at, e.role, e.who, e.state, e.labels, e.note
                FROM review_events e JOIN conversations c ON c.id = e.conversation
                WHERE e.conversation IN (SELECT value FROM {connection.Dialect.EachNumber("@ids")})
            UNION ALL
            SELECT c.conversation_id, '{PersonNote.Callback}', m.marked_at, m.role, m.who, m.state, NULL, m.note
                FROM callback_marks m JOIN conversations c ON c.id = m.conversation
                WHERE m.conversation IN (SELECT value FROM {connection.Dialect.EachNumber("@ids")})
            ORDER BY 3, 1, 2 DESC
            """, ("@ids", Dialect.List(conversations.Select(one => one.Id))));
        string? Text(int column) => rows.IsDBNull(column) ? null : rows.GetString(column);
        while (rows.Read())
            notes.Add(new PersonNote
            {
                ConversationId = rows.GetString(0),
                About = rows.GetString(1),
                At = rows.GetInt64(2),
                Role = rows.GetString(3),
                Who = Text(4),
                State = Text(5),
                Labels = KeptJson.Texts(Text(6)) ?? [],
                Note = Text(7),
            });
        return notes;
    });
}
