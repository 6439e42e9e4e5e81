using System.Text;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using Voicebot.Core.Files;
using Voicebot.Core.Json;

namespace Voicebot.Core.Data.Sqlite;

/// <summary>
/// Looks through the values of a database that somebody brings, whose schema is ours: sizes, names that become paths, documents.
/// </summary>
internal static class StrangersValues
{
    private const int MaxTextBytes = 8 * 1024 * 1024;
    private const int MaxDocumentBytes = 64 * 1024 * 1024;
    private const int MaxDepth = 256;

    /// <summary>Values that are used as names of files, or in them.</summary>
    private static readonly (string Table, string Column)[] Names =
        [("archives", "file_name"), ("archives", "agent_id"), ("agents", "agent_id")];

    /// <summary>What is wrong, in words; null when nothing is. Reads the whole file.</summary>
    public static string? Fault(SqliteConnection connection)
    {
        // Older schemas have fewer of them.
        var columns = connection.Query<(string Table, string Column)>("""
            SELECT t.name, c.name FROM pragma_table_list t JOIN pragma_table_info(t.name) c
            WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite%' ORDER BY t.name
            """).ToHashSet();
        return OversizedValue(connection, columns) ?? PathLikeName(connection, columns) ?? BrokenDocument(connection, columns);
    }

    private static string? OversizedValue(SqliteConnection connection, IEnumerable<(string Table, string Column)> columns)
    {
        foreach (var table in columns.ToLookup(one => one.Table, one => one.Column))
        {
            var limit = table.Key == "conversation_documents" ? MaxDocumentBytes : MaxTextBytes;
            var largest = string.Join(", ", table.Select(column => $"MAX(OCTET_LENGTH(\"{column}\"))"));
            if (((IDictionary<string, object?>)connection.QuerySingle($"SELECT {largest} FROM \"{table.Key}\"")).Values.Any(size =>
                size is long bytes && bytes > limit))
                return $"a value in {table.Key} is larger than {limit / 1024 / 1024} MiB";
        }
        return null;
    }

    private static string? PathLikeName(SqliteConnection connection, HashSet<(string Table, string Column)> columns)
    {
        foreach (var (table, column) in Names.Where(columns.Contains))
            if (connection.Query<string>($"SELECT DISTINCT {column} FROM {table}", buffered: false).Any(name => !PlainName.Is(name)))
                return $"{column} in {table} holds a name that is none";
        return null;
    }

    private static string? BrokenDocument(SqliteConnection connection, HashSet<(string Table, string Column)> columns)
    {
        foreach (var (table, column) in JsonColumns.All.Where(columns.Contains))
            if (connection.Query<string>($"SELECT {column} FROM {table} WHERE {column} IS NOT NULL", buffered: false)
                .Any(text => !IsJson(text)))
                return $"{column} in {table} holds no JSON";
        if (!columns.Contains(("conversation_documents", "detail_json")))
            return null;
        var details = connection.Query<byte[]>("SELECT detail_json FROM conversation_documents WHERE detail_json IS NOT NULL",
            buffered: false);
        return details.Any(bytes => CompressedJson.Read(bytes) is not { } text || !IsJson(text))
            ? "detail_json in conversation_documents holds no document"
            : null;
    }

    private static bool IsJson(string text)
    {
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), new JsonReaderOptions { MaxDepth = MaxDepth });
            return reader.Read() && reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray && reader.TrySkip()
                && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
