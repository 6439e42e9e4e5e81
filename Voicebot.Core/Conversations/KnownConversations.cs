using Voicebot.Core.Data;

namespace Voicebot.Core.Conversations;

/// <summary>
/// What a transaction has looked up of conversations, as long as it has not changed them, and the ids that it gives to new ones.
/// </summary>
internal sealed class KnownConversations(PreparedConnection connection, AgentLocks locks, PendingRows pending)
{
    private readonly Dictionary<string, StoredDocuments?> documents = new(StringComparer.Ordinal);
    private readonly Dictionary<long, string> names = [];
    private readonly Dictionary<string, long> ids = new(StringComparer.Ordinal);
    private readonly Queue<long> newIds = [];
    private long? lastId;

    public void Load(IReadOnlyCollection<string> conversationIds, bool withDetails)
    {
        if (conversationIds.Count == 0)
            return;
        pending.Store();
        foreach (var conversationId in conversationIds)
            documents[conversationId] = null;
        foreach (var stored in StoredDocuments.Among(connection, conversationIds, withDetails))
        {
            locks.Require(stored.AgentId);
            documents[stored.ConversationId] = stored;
            names[stored.Id] = stored.ConversationId;
        }
    }

    /// <summary>Null when it is new.</summary>
    public StoredDocuments? Find(string conversationId)
    {
        if (!documents.ContainsKey(conversationId))
            Load([conversationId], withDetails: false);
        return documents[conversationId];
    }

    /// <summary>The stored detail document, compressed, empty when there is none; null when that has not been looked up.</summary>
    public byte[]? DetailOf(long id) =>
        !names.TryGetValue(id, out var name) || documents[name] is not { HasDetail: { } has } stored ? null : has ? stored.Detail : [];

    /// <summary>The id of a row that there is, or of the one that is to be made.</summary>
    public (long Id, bool IsNew) IdOf(string conversationId)
    {
        if (documents.TryGetValue(conversationId, out var stored) && stored is not null)
            return (stored.Id, false);
        var isLookedUp = documents.Remove(conversationId); // and was not there
        if (ids.TryGetValue(conversationId, out var made))
            return (made, false);
        if (!isLookedUp
            && connection.Scalar("SELECT id FROM conversations WHERE conversation_id = @conversationId",
                ("@conversationId", conversationId)) is long known)
            return (known, false);
        return (ids[conversationId] = NewId(), true);
    }

    private long NewId()
    {
        if (connection.Dialect.NewIds is not { } sql)
        {
            // Nobody else makes rows during this transaction.
            lastId = (lastId ?? (long)connection.Scalar("SELECT COALESCE(MAX(id), 0) FROM conversations")!) + 1;
            return lastId.Value;
        }
        if (newIds.Count == 0)
        {
            var expected = 1L + documents.Values.Count(stored => stored is null); // those that were looked up and are not there
            using var rows = connection.Rows(sql, ("@count", expected));
            while (rows.Read())
                newIds.Enqueue(rows.GetInt64(0));
        }
        return newIds.Dequeue();
    }

    /// <summary>It changes, so that it has to be looked up again.</summary>
    public void Forget(long id)
    {
        if (names.Remove(id, out var name))
            documents.Remove(name);
    }
}
