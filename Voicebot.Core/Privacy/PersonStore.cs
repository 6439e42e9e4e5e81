using Dapper;
using Voicebot.Core.Data;
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
}
