using Voicebot.Core.Conversations;
using Voicebot.Core.Data;

namespace Voicebot.Core.Copying;

/// <summary>
/// The search index cannot be read on every engine, so it is made anew: of the stored texts, for the conversations that are in it.
/// </summary>
internal static class SearchWordsCopy
{
    private const int BatchRows = 200;

    /// <summary>Batches of conversations with the texts that they are found by; the next one is read when it is asked for.</summary>
    public static IEnumerable<IReadOnlyList<SearchSource>> Batches(PreparedConnection source)
    {
        var owner = $"s.{source.Dialect.WordsOwner}";
        using var rows = source.Rows($"""
            SELECT {owner}, t.title, t.summary, t.comment, d.detail_json, c.client_phone, c.client_ids
            FROM conversation_search s JOIN conversations c ON c.id = {owner} LEFT JOIN conversation_texts t ON t.id = {owner}
            LEFT JOIN conversation_documents d ON d.id = {owner} ORDER BY {owner}
            """);
        string? Text(int column) => rows.IsDBNull(column) ? null : rows.GetString(column);

        var batch = new List<SearchSource>(BatchRows);
        while (rows.Read())
        {
            batch.Add(new SearchSource(rows.GetInt64(0), Text(1), Text(2), Text(3),
                rows.IsDBNull(4) ? null : rows.GetFieldValue<byte[]>(4), Text(5), Text(6)));
            if (batch.Count < BatchRows)
                continue;
            yield return batch;
            batch = new List<SearchSource>(BatchRows);
        }
        if (batch.Count > 0)
            yield return batch;
    }

    public static void Store(PreparedConnection target, IReadOnlyList<SearchSource> batch)
    {
        var words = new RowSet(2);
        foreach (var (id, text) in batch.AsParallel().AsOrdered().Select(one => (one.Id, target.Dialect.WordsOf(one.Text ?? ""))))
            words.Add(id, text);
        target.RunSet(target.Dialect.StoreWords, words);
    }

    public static long Count(PreparedConnection connection) => (long)connection.Scalar("SELECT COUNT(*) FROM conversation_search")!;
}
