using Dapper;
using Voicebot.Core.Data;

namespace Voicebot.Core.Conversations;

/// <summary>SQL that reads the rows of conversations as lists show them.</summary>
internal static class ConversationRows
{
    /// <summary>In the order of their ids, each of which is stored.</summary>
    public static IReadOnlyList<ConversationRow> Of(PreparedConnection connection, IReadOnlyCollection<long> ids)
    {
        var rows = connection.Query<ConversationRow>(
            $"SELECT {ConversationColumns.OfRow} FROM conversations c LEFT JOIN conversation_texts t ON t.id = c.id "
            + $"WHERE c.id IN (SELECT value FROM {connection.Dialect.EachNumber("@ids")})",
            new { ids = Dialect.List(ids) }).ToDictionary(row => row.Id);
        return [.. ids.Select(id => rows[id])];
    }
}
