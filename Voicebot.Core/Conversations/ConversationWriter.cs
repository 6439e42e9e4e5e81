using Voicebot.Core.Data;
using Voicebot.Core.Figures;
using Voicebot.Core.Phones;
using Voicebot.Core.Search;

namespace Voicebot.Core.Conversations;

/// <summary>
/// Stores conversations within one write transaction (see <see cref="ConversationTransaction"/>), and keeps the search index
/// and the daily aggregates equal to them.
/// </summary>
public sealed class ConversationWriter(PreparedConnection connection)
{
    private readonly CountKeeper counts = new(connection);

    // Written together at the end: FTS5 writes out its words at every other statement that comes in between.
    private readonly SortedDictionary<long, string?> searchWords = [];

    /// <summary>The transaction's connection, for what belongs to the same change.</summary>
    public PreparedConnection Connection => connection;

    /// <summary>What is already stored of a conversation; null when it is new.</summary>
    public StoredDocuments? FindDocuments(string conversationId)
    {
        using var row = connection.Rows("""
            SELECT c.id, c.details_state, c.settled, c.first_run_id, c.changed_run_id, c.deleted_at, c.details_failures, c.texts_forgotten_at, c.phones_forgotten_at, d.list_json, c.agent_id
            FROM conversations c LEFT JOIN conversation_documents d ON d.id = c.id
            WHERE c.conversation_id = @conversationId
            """, ("@conversationId", conversationId));
        if (!row.Read())
            return null;
        return new StoredDocuments
        {
            Id = row.GetInt64(0),
            DetailsState = row.GetString(1),
            Settled = row.GetInt64(2) != 0,
            FirstRunId = row.IsDBNull(3) ? null : row.GetInt64(3),
            ChangedRunId = row.IsDBNull(4) ? null : row.GetInt64(4),
            DeletedAt = row.IsDBNull(5) ? null : row.GetInt64(5),
            DetailsFailures = row.GetInt64(6),
            TextsForgotten = !row.IsDBNull(7),
            PhonesForgotten = !row.IsDBNull(8),
            ListJson = row.IsDBNull(9) ? null : row.GetString(9),
            AgentId = row.GetString(10),
            ConversationId = conversationId,
        };
    }

    public string? ReadDetail(long id) => DetailDocument.Read(connection, id);

    /// <summary>Stores the row and its texts, new or changed, and returns its id.</summary>
    public long Upsert(Conversation conversation, long? runId)
    {
        var known = connection.Scalar("SELECT id FROM conversations WHERE conversation_id = @conversationId", ("@conversationId", conversation.ConversationId)) as long?;
        if (known is { } changed)
            counts.Touch(changed);
        var id = (long)connection.Scalar(ConversationColumns.Upsert, ConversationColumns.Parameters(conversation, runId))!;
        if (known is null)
            counts.TouchNew(id);
        connection.Run("""
            INSERT INTO conversation_texts (id, title, summary, collected) VALUES (@id, @title, @summary, @collected)
            ON CONFLICT (id) DO UPDATE SET title = excluded.title, summary = excluded.summary, collected = excluded.collected
            """, ("@id", id), ("@title", conversation.Title), ("@summary", conversation.Summary), ("@collected", ConversationAnswers.WriteCollected(conversation.Collected)));
        return id;
    }

    /// <summary>Judges anew what follows from the row alone, for a conversation whose documents are gone: how it ended, and whether that was a drop-out.</summary>
    public void Reclassify(long id)
    {
        counts.Touch(id);
        var (callResult, text, known) = ReadEnd(id);
        // A voicemail that no text tells of was told by the tool, of which nothing is left.
        var wasTold = known == EndReason.Voicemail.ToText() && text?.Contains("voicemail", StringComparison.OrdinalIgnoreCase) != true;
        var reason = EndReasons.Of(callResult, wasTold, text);
        connection.Run("""
            UPDATE conversations SET end_reason = @reason, dropout = (status = 'done' AND call_successful <> 'success' AND transferred = 0 AND @breaksOff)
            WHERE id = @id
            """, ("@id", id), ("@reason", reason.ToText()), ("@breaksOff", reason.BreaksOff()));
    }

    /// <summary>Makes the conversation findable by its words, the client's number not among them.</summary>
    public void Index(long id, Conversation conversation) =>
        searchWords[id] = SearchText.Of(conversation.Title, conversation.Summary, conversation.TranscriptText, ClientIdentity.Of(conversation.ClientPhone, conversation.ClientIds));

    public void StoreListDocument(long id, string json) => connection.Run("""
        INSERT INTO conversation_documents (id, list_json) VALUES (@id, @json) ON CONFLICT (id) DO UPDATE SET list_json = excluded.list_json
        """, ("@id", id), ("@json", json));

    public void StoreDetailDocument(long id, string json) => DetailDocument.Write(connection, id, json);

    /// <summary>The details have been read well. Settled means that nothing more is expected from the vendor.</summary>
    public void MarkRead(long id, long readAt, bool settled) => connection.Run(
        "UPDATE conversations SET details_state = 'read', details_error = NULL, details_failures = 0, details_read_at = @readAt, settled = @settled WHERE id = @id",
        ("@id", id), ("@readAt", readAt), ("@settled", settled));

    /// <summary>The details could not be read, for the so-manieth time in a row; <paramref name="state"/> is failed or missing.</summary>
    public void MarkUnread(long id, string state, string error, long readAt, bool settled) => connection.Run(
        "UPDATE conversations SET details_state = @state, details_error = @error, details_failures = details_failures + 1, details_read_at = @readAt, settled = @settled WHERE id = @id",
        ("@id", id), ("@state", state), ("@error", error), ("@readAt", readAt), ("@settled", settled));

    /// <summary>The list row changed or came back, so the details have to be read again.</summary>
    public void MarkStale(long id) =>
        connection.Run("UPDATE conversations SET details_state = 'pending', settled = 0, deleted_at = NULL WHERE id = @id", ("@id", id));

    /// <summary>The vendor has deleted the conversation: what we know of it counts on, and is not asked for again.</summary>
    public void MarkDeleted(long id, long deletedAt, long runId) => connection.Run(
        "UPDATE conversations SET deleted_at = @deletedAt, settled = 1, changed_run_id = @runId WHERE id = @id", ("@id", id), ("@deletedAt", deletedAt), ("@runId", runId));

    /// <summary>The vendor has again what it had deleted: texts and numbers that were forgotten with it may be stored again; those forgotten here on purpose may not.</summary>
    public void ComeBack(long id) => connection.Run("""
        UPDATE conversations SET deleted_at = NULL, texts_forgotten_at = NULLIF(texts_forgotten_at, deleted_at), phones_forgotten_at = NULLIF(phones_forgotten_at, deleted_at) WHERE id = @id
        """, ("@id", id));

    /// <summary>Forgets title, summary, collected data, documents and search words; the statistics stay, and the vendor is not asked again.</summary>
    public void ForgetTexts(long id, long now)
    {
        connection.Run("UPDATE conversation_texts SET title = NULL, summary = NULL, collected = NULL WHERE id = @id", ("@id", id));
        connection.Run("DELETE FROM conversation_documents WHERE id = @id", ("@id", id));
        searchWords[id] = null;
        FileState.CountDeletion(connection);
        connection.Run("UPDATE conversations SET texts_forgotten_at = @now, settled = 1, details_error = NULL WHERE id = @id", ("@id", id), ("@now", now));
    }

    /// <summary>Forgets the client's number, in the texts and documents that repeat it, too: nothing would know any more what to mask there.</summary>
    public void ForgetPhones(long id, long now)
    {
        var client = ClientOf(id);
        if (ReadDetail(id) is { } detail)
            StoreDetailDocument(id, ClientPhoneRemoval.Apply(detail, client));
        RemoveFromTexts(id, client);
        connection.Run("UPDATE conversations SET client_phone = NULL, client_ids = NULL, client_key = NULL, user_key = NULL, phones_forgotten_at = @now WHERE id = @id", ("@id", id), ("@now", now));
    }

    /// <summary>Takes somebody's number out of another one's texts and documents, and of the words by which it is found.</summary>
    /// <returns>False when it is not in them.</returns>
    public bool RemoveMention(long id, string phone)
    {
        var somebody = ClientIdentity.Of(phone);
        var changed = RemoveFromTexts(id, somebody);
        if (ReadDetail(id) is { } detail && ClientPhoneRemoval.FromTexts(detail, somebody) is var left && left != detail)
        {
            StoreDetailDocument(id, left);
            changed = true;
        }
        if (!changed)
            return false;
        connection.Run("UPDATE conversations SET user_key = NULL WHERE id = @id", ("@id", id)); // it may have been made of the number
        searchWords[id] = SearchWordsOf(id);
        FileState.CountDeletion(connection);
        return true;
    }

    /// <summary>Removes everything that is stored of the conversation; it no longer counts.</summary>
    public void Erase(long id)
    {
        counts.Touch(id);
        searchWords[id] = null;
        FileState.CountDeletion(connection);
        connection.Run("DELETE FROM conversations WHERE id = @id", ("@id", id));
    }

    /// <summary>Brings the daily aggregates and the search index up to the changes; called once at the end of the transaction.</summary>
    internal void Finish()
    {
        counts.Store();
        foreach (var (id, words) in searchWords)
            if (words is null)
                connection.Run("DELETE FROM conversation_search WHERE rowid = @id", ("@id", id));
            else
                connection.Run("INSERT OR REPLACE INTO conversation_search (rowid, words) VALUES (@id, @words)", ("@id", id), ("@words", words));
    }

    private ClientIdentity ClientOf(long id) => ClientIdentity.Of(
        connection.Scalar("SELECT client_phone FROM conversations WHERE id = @id", ("@id", id)) as string,
        connection.Scalar("SELECT client_ids FROM conversations WHERE id = @id", ("@id", id)) as string);

    private (string? CallResult, string? TerminationReason, string EndReason) ReadEnd(long id)
    {
        using var row = connection.Rows("SELECT call_result, termination_reason, end_reason FROM conversations WHERE id = @id", ("@id", id));
        row.Read();
        return (row.IsDBNull(0) ? null : row.GetString(0), row.IsDBNull(1) ? null : row.GetString(1), row.GetString(2));
    }

    /// <summary>Whether anything held it.</summary>
    private bool RemoveFromTexts(long id, ClientIdentity client)
    {
        var changed = Rewrite("conversations", "termination_reason", id, text => client.Removed(text)!);
        changed |= Rewrite("conversations", "details_error", id, text => client.Removed(text)!);
        changed |= Rewrite("conversation_texts", "title", id, text => client.Removed(text)!);
        changed |= Rewrite("conversation_texts", "summary", id, text => client.Removed(text)!);
        changed |= Rewrite("conversation_texts", "collected", id, text => ClientPhoneRemoval.FromTexts(text, client));
        return changed | Rewrite("conversation_documents", "list_json", id, text => ClientPhoneRemoval.FromTexts(text, client));
    }

    /// <param name="table">One of our own names, as the column is.</param>
    private bool Rewrite(string table, string column, long id, Func<string, string> change)
    {
        if (connection.Scalar($"SELECT {column} FROM {table} WHERE id = @id", ("@id", id)) is not string text || change(text) is var left && left == text)
            return false;
        connection.Run($"UPDATE {table} SET {column} = @left WHERE id = @id", ("@id", id), ("@left", left));
        return true;
    }

    private string? SearchWordsOf(long id)
    {
        using var row = connection.Rows("SELECT t.title, t.summary FROM conversations c LEFT JOIN conversation_texts t ON t.id = c.id WHERE c.id = @id", ("@id", id));
        row.Read();
        string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);
        return SearchText.Of(Text(0), Text(1), DetailDocument.TranscriptText(connection, id), ClientOf(id));
    }
}
