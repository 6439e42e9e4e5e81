using Voicebot.Core.Data;
using Voicebot.Core.Figures;
using Voicebot.Core.Json;
using Voicebot.Core.Phones;
using Voicebot.Core.Search;

namespace Voicebot.Core.Conversations;

/// <summary>
/// Stores conversations within one write transaction (see <see cref="ConversationTransaction"/>), in sets, and keeps the search index
/// and the daily aggregates equal to them.
/// </summary>
public sealed class ConversationWriter
{
    private readonly PreparedConnection connection;
    private readonly AgentLocks locks;
    private readonly CountKeeper counts;
    private readonly PendingRows pending;
    private readonly KnownConversations known;
    private readonly HashSet<long> changed = [];

    // Written together at the end: FTS5 writes out its words at every other statement that comes in between.
    private readonly SortedDictionary<long, string?> searchWords = [];

    public ConversationWriter(PreparedConnection connection, AgentLocks locks)
    {
        (this.connection, this.locks) = (connection, locks);
        counts = new CountKeeper(connection, locks);
        pending = new PendingRows(connection, counts);
        known = new KnownConversations(connection, locks, pending);
    }

    /// <summary>
    /// The transaction's connection, for what belongs to the same change; what was stored so far is in it, but for the search words.
    /// </summary>
    public PreparedConnection Connection
    {
        get
        {
            pending.Store();
            return connection;
        }
    }

    /// <summary>Looks up at once what is stored of these; those that are looked up one by one take a statement each.</summary>
    /// <param name="withDetails">Also their detail documents.</param>
    public void Load(IReadOnlyCollection<string> conversationIds, bool withDetails = false) => known.Load(conversationIds, withDetails);

    /// <summary>What is already stored of a conversation; null when it is new.</summary>
    public StoredDocuments? FindDocuments(string conversationId) => known.Find(conversationId);

    public string? ReadDetail(long id)
    {
        if (known.DetailOf(id) is { } loaded)
            return loaded.Length == 0 ? null : CompressedJson.Read(loaded);
        pending.Store();
        return DetailDocument.Read(connection, id);
    }

    /// <summary>Stores the row and its texts, new or changed, and returns its id.</summary>
    public long Upsert(Conversation conversation, long? runId)
    {
        locks.Require(conversation.AgentId);
        var (id, isNew) = known.IdOf(conversation.ConversationId);
        pending.Upsert(id, isNew, conversation, runId);
        Changed(id);
        return id;
    }

    /// <summary>
    /// Judges anew what follows from the row alone, for a conversation whose documents are gone: how it ended, and whether that was a
    /// drop-out.
    /// </summary>
    public void Reclassify(long id)
    {
        pending.Store();
        changed.Add(id);
        counts.Touch([id]);
        var (callResult, text, known) = ReadEnd(id);
        // A voicemail that no text tells of was told by the tool, of which nothing is left.
        var wasTold = known == EndReason.Voicemail.ToText() && text?.Contains("voicemail", StringComparison.OrdinalIgnoreCase) != true;
        var reason = EndReasons.Of(callResult, wasTold, text);
        connection.Run("""
            UPDATE conversations SET end_reason = @reason,
                dropout = CASE WHEN status = 'done' AND call_successful <> 'success' AND transferred = 0 THEN @breaksOff ELSE 0 END
            WHERE id = @id
            """, ("@id", id), ("@reason", reason.ToText()), ("@breaksOff", reason.BreaksOff()));
    }

    /// <summary>Makes the conversation findable by its words, the client's number not among them.</summary>
    public void Index(long id, Conversation conversation) =>
        searchWords[id] = SearchText.Of([conversation.Title, conversation.Summary, conversation.Comment, conversation.TranscriptText],
            ClientIdentity.Of(conversation.ClientPhone, conversation.ClientIds));

    public void StoreListDocument(long id, string json)
    {
        pending.StoreList(id, json);
        known.Forget(id);
    }

    public void StoreDetailDocument(long id, string json)
    {
        pending.StoreDetail(id, CompressedJson.Write(json));
        known.Forget(id);
    }

    /// <summary>The details have been read well. Settled means that nothing more is expected from the vendor.</summary>
    public void MarkRead(long id, long readAt, bool settled)
    {
        pending.Mark(id, DetailsState.Read, null, readAt, settled);
        known.Forget(id);
    }

    /// <summary>The details could not be read, for the so-manieth time in a row; <paramref name="state"/> is failed or missing.</summary>
    public void MarkUnread(long id, string state, string error, long readAt, bool settled)
    {
        pending.Mark(id, state, error, readAt, settled);
        known.Forget(id);
    }

    /// <summary>The list row changed or came back, so the details have to be read again.</summary>
    public void MarkStale(long id)
    {
        pending.MarkStale(id);
        Changed(id);
    }

    /// <summary>The vendor has deleted the conversation: what we know of it counts on, and is not asked for again.</summary>
    public void MarkDeleted(long id, long deletedAt, long runId) => Change(id).Run(
        "UPDATE conversations SET deleted_at = @deletedAt, settled = 1, changed_run_id = @runId WHERE id = @id", ("@id", id),
        ("@deletedAt", deletedAt), ("@runId", runId));

    /// <summary>
    /// The vendor has again what it had deleted: texts and numbers that were forgotten with it may be stored again; those forgotten here
    /// on purpose may not.
    /// </summary>
    public void ComeBack(long id) => Change(id).Run("""
        UPDATE conversations SET deleted_at = NULL, texts_forgotten_at = NULLIF(texts_forgotten_at, deleted_at),
            phones_forgotten_at = NULLIF(phones_forgotten_at, deleted_at) WHERE id = @id
        """, ("@id", id));

    /// <summary>
    /// Forgets title, summary, collected data, documents and search words; the statistics stay, and the vendor is not asked again.
    /// </summary>
    public void ForgetTexts(long id, long now)
    {
        Change(id).Run(
            "UPDATE conversation_texts SET title = NULL, summary = NULL, collected = NULL, comment = NULL WHERE id = @id", ("@id", id));
        connection.Run("DELETE FROM conversation_documents WHERE id = @id", ("@id", id));
        WrittenNotes.Forget(connection, id);
        searchWords[id] = null;
        FileState.CountDeletion(connection);
        connection.Run("UPDATE conversations SET texts_forgotten_at = @now, settled = 1, details_error = NULL WHERE id = @id", ("@id", id),
            ("@now", now));
    }

    /// <summary>
    /// Forgets the client's number, in the texts and documents that repeat it, too: nothing would know any more what to mask there.
    /// </summary>
    public void ForgetPhones(long id, long now)
    {
        Change(id);
        var client = ClientOf(id);
        if (DetailDocument.Read(connection, id) is { } detail)
            DetailDocument.Write(connection, id, ClientPhoneRemoval.Apply(detail, client));
        RemoveFromTexts(id, client);
        WrittenNotes.Remove(connection, id, client);
        connection.Run("UPDATE conversations SET client_phone = NULL, client_ids = NULL, client_key = NULL, person_key = NULL, "
            + "user_key = NULL, phones_forgotten_at = @now WHERE id = @id", ("@id", id), ("@now", now));
    }

    /// <summary>Takes somebody's number out of another one's texts and documents, and of the words by which it is found.</summary>
    /// <returns>False when it is not in them.</returns>
    public bool RemoveMention(long id, string phone)
    {
        Change(id);
        var somebody = ClientIdentity.Of(phone);
        var changed = RemoveFromTexts(id, somebody);
        if (DetailDocument.Read(connection, id) is { } detail && ClientPhoneRemoval.FromTexts(detail, somebody) is var left
            && left != detail)
        {
            DetailDocument.Write(connection, id, left);
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
        Change(id);
        counts.Touch([id]);
        searchWords[id] = null;
        FileState.CountDeletion(connection);
        connection.Run("DELETE FROM conversations WHERE id = @id", ("@id", id));
    }

    /// <summary>Brings the daily aggregates and the search index up to the changes; called once at the end of the transaction.</summary>
    internal void Finish()
    {
        pending.Store();
        counts.Store();
        var words = new RowSet(2);
        foreach (var (id, text) in searchWords)
            if (text is null)
                connection.Run(connection.Dialect.RemoveWords, ("@id", id));
            else
                words.Add(id, connection.Dialect.WordsOf(text));
        connection.RunSet(connection.Dialect.StoreWords, words);
        ChangeLog.Add(connection, changed);
    }

    /// <summary>For changes of a single row: the row as it was stored so far, and no longer as it was looked up.</summary>
    private PreparedConnection Change(long id)
    {
        pending.Store();
        Changed(id);
        return connection;
    }

    /// <summary>It is no longer as it was looked up, here or elsewhere.</summary>
    private void Changed(long id)
    {
        known.Forget(id);
        changed.Add(id);
    }

    private ClientIdentity ClientOf(long id) => ClientIdentity.Of(
        connection.Scalar("SELECT client_phone FROM conversations WHERE id = @id", ("@id", id)) as string,
        connection.Scalar("SELECT client_ids FROM conversations WHERE id = @id", ("@id", id)) as string);

    private (string? CallResult, string? TerminationReason, string EndReason) ReadEnd(long id)
    {
        using var row = connection.Rows("SELECT call_result, termination_reason, end_reason FROM conversations WHERE id = @id",
            ("@id", id));
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
        changed |= Rewrite("conversation_texts", "comment", id, text => client.Removed(text)!);
        changed |= Rewrite("conversation_texts", "collected", id, text => ClientPhoneRemoval.FromTexts(text, client));
        return changed | Rewrite("conversation_documents", "list_json", id, text => ClientPhoneRemoval.FromTexts(text, client));
    }

    /// <param name="table">One of our own names, as the column is.</param>
    private bool Rewrite(string table, string column, long id, Func<string, string> change)
    {
        if (connection.Scalar($"SELECT {column} FROM {table} WHERE id = @id", ("@id", id)) is not string text
            || change(text) is var left && left == text)
            return false;
        connection.Run($"UPDATE {table} SET {column} = @left WHERE id = @id", ("@id", id), ("@left", left));
        return true;
    }

    private string? SearchWordsOf(long id)
    {
        string? Text(string column) =>
            connection.Scalar($"SELECT {column} FROM conversation_texts WHERE id = @id", ("@id", id)) as string;

        return SearchText.Of([Text("title"), Text("summary"), Text("comment"), DetailDocument.TranscriptText(connection, id)],
            ClientOf(id));
    }
}
