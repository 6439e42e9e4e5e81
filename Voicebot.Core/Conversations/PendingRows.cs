using Voicebot.Core.Data;
using Voicebot.Core.Figures;

namespace Voicebot.Core.Conversations;

/// <summary>
/// What a transaction is about to store of conversations: kept until somebody has to see it or it has become much, and then stored
/// in sets, a statement for each table and kind of change instead of each conversation.
/// </summary>
internal sealed class PendingRows(PreparedConnection connection, CountKeeper counts)
{
    private const long MostCharacters = 4 * 1024 * 1024;

    private const string StoreTexts = """
        INSERT INTO conversation_texts (id, title, summary, collected, comment) @rows
        ON CONFLICT (id) DO UPDATE SET title = excluded.title, summary = excluded.summary, collected = excluded.collected,
            comment = excluded.comment
        """;

    private const string StoreLists =
        "INSERT INTO conversation_documents (id, list_json) @rows ON CONFLICT (id) DO UPDATE SET list_json = excluded.list_json";

    private const string StoreDetails =
        "INSERT INTO conversation_documents (id, detail_json) @rows ON CONFLICT (id) DO UPDATE SET detail_json = excluded.detail_json";

    private const string StoreMarks = """
        WITH marks (id, state, error, read_at, settled) AS (@rows)
        UPDATE conversations SET details_state = marks.state, details_error = marks.error, details_read_at = marks.read_at,
            settled = marks.settled,
            details_failures = CASE WHEN marks.state = 'read' THEN 0 ELSE conversations.details_failures + 1 END
        FROM marks WHERE conversations.id = marks.id
        """;

    private const string StoreStale = """
        WITH stale (id) AS (@rows) UPDATE conversations SET details_state = 'pending', settled = 0, deleted_at = NULL FROM stale
            WHERE conversations.id = stale.id
        """;

    private readonly Dictionary<long, PendingConversation> conversations = [];
    private readonly Dictionary<long, PendingMark> marks = [];
    private readonly HashSet<long> stale = [];
    private readonly Dictionary<long, string> lists = [];
    private readonly Dictionary<long, byte[]> details = [];
    private long characters;

    public void Upsert(long id, bool isNew, Conversation conversation, long? runId)
    {
        if (conversations.ContainsKey(id) || IsMarked(id))
            Store();
        conversations[id] = new PendingConversation(isNew, ConversationColumns.Values(conversation), runId, conversation.Title,
            conversation.Summary, ConversationAnswers.WriteCollected(conversation.Collected), conversation.Comment);
        characters += conversation.Summary?.Length ?? 0;
    }

    public void StoreList(long id, string json)
    {
        lists[id] = json;
        characters += json.Length;
        StoreMuch();
    }

    public void StoreDetail(long id, byte[] bytes)
    {
        details[id] = bytes;
        characters += bytes.Length;
        StoreMuch();
    }

    /// <summary>How the reading of the details ended.</summary>
    public void Mark(long id, string state, string? error, long readAt, bool settled)
    {
        if (IsMarked(id))
            Store();
        marks[id] = new PendingMark(state, error, readAt, settled);
    }

    public void MarkStale(long id)
    {
        if (conversations.TryGetValue(id, out var pending) && pending.IsNew && !marks.ContainsKey(id))
            return; // it begins so
        if (IsMarked(id))
            Store();
        stale.Add(id);
    }

    /// <summary>Stores what is pending, so that it can be read and changed in the database.</summary>
    public void Store()
    {
        if (conversations.Count > 0)
            StoreConversations();
        if (marks.Count > 0)
            StoreMarkRows();
        Run(StoreStale, stale, (rows, id) => rows.Add(id), 1);
        Run(StoreLists, lists, (rows, one) => rows.Add(one.Key, one.Value), 2);
        Run(StoreDetails, details, (rows, one) => rows.Add(one.Key, one.Value), 2);
        stale.Clear();
        lists.Clear();
        details.Clear();
        characters = 0;
    }

    private bool IsMarked(long id) => marks.ContainsKey(id) || stale.Contains(id);

    private void StoreMuch()
    {
        if (characters > MostCharacters)
            Store();
    }

    private void StoreConversations()
    {
        counts.Touch(conversations.Where(one => !one.Value.IsNew).Select(one => one.Key));
        var (plain, read, texts) =
            (new RowSet(ConversationColumns.Facts.Count + 4), new RowSet(ConversationColumns.Facts.Count + 7), new RowSet(5));
        foreach (var (id, one) in conversations.OrderBy(one => one.Key))
        {
            if (one.IsNew)
                counts.TouchNew(id);
            if (marks.TryGetValue(id, out var mark) && mark.State == DetailsState.Read)
            {
                read.Add([id, .. one.Facts, DetailsState.Read, one.RunId, one.RunId, 0L, mark.ReadAt, mark.Settled]);
                marks.Remove(id);
            }
            else
            {
                plain.Add([id, .. one.Facts, DetailsState.Pending, one.RunId, one.RunId]);
            }
            texts.Add(id, one.Title, one.Summary, one.Collected, one.Comment);
        }
        connection.RunSet(ConversationColumns.Upsert, plain);
        connection.RunSet(ConversationColumns.UpsertRead, read);
        connection.RunSet(StoreTexts, texts);
        conversations.Clear();
    }

    private void StoreMarkRows()
    {
        Run(StoreMarks, marks, (rows, one) => rows.Add(one.Key, one.Value.State, one.Value.Error, one.Value.ReadAt, one.Value.Settled), 5);
        marks.Clear();
    }

    private void Run<T>(string sql, IReadOnlyCollection<T> items, Action<RowSet, T> add, int columns)
    {
        if (items.Count == 0)
            return;
        var rows = new RowSet(columns);
        foreach (var item in items)
            add(rows, item);
        connection.RunSet(sql, rows);
    }

    private sealed record PendingConversation(
        bool IsNew, object?[] Facts, long? RunId, string? Title, string? Summary, string? Collected, string? Comment);

    private readonly record struct PendingMark(string State, string? Error, long ReadAt, bool Settled);
}
