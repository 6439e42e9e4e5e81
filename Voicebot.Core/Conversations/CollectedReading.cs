using System.Text;
using System.Text.Json;
using Dapper;
using Voicebot.Core.Columns;
using Voicebot.Core.Data;
using Voicebot.Core.Json;
using Voicebot.Core.Phones;

namespace Voicebot.Core.Conversations;

/// <summary>Reads what was collected in the conversations of a filter, one value after another.</summary>
internal static class CollectedReading
{
    private static readonly JsonReaderOptions Deep = new() { MaxDepth = VendorJson.MaxDepthOfCopies };

    /// <param name="datum">Its place among the ids that are looked for.</param>
    /// <param name="start">Of the conversation, in unix seconds; null when it is not known.</param>
    public delegate void Take(int datum, long? start, CollectedJson value);

    public static void Each(FilteredState state, ConversationFilter filter, IReadOnlyList<string> ids, Take take)
    {
        var (connection, parameters) = (state.Connection, new DynamicParameters());
        var where = filter.ToSql(connection, parameters);
        using var command = connection.Expand($"""
            SELECT c.start_time, t.collected, {(filter.MaskPhones ? "c.client_phone, c.client_ids" : "NULL, NULL")}
            FROM conversations c JOIN conversation_texts t ON t.id = c.id
            {(where.Length == 0 ? "WHERE" : $"{where} AND")} t.collected IS NOT NULL
            """, parameters);
        using var rows = connection.Cursor(command);
        var places = ids.Index().ToDictionary(one => Encoding.UTF8.GetBytes(one.Item), one => one.Index, new BytesComparer());
        while (rows.Read())
        {
            var json = rows.Bytes(1);
            Each(json, places, rows.IsNull(0) ? null : rows.Whole(0), Client(rows, json), take);
        }
    }

    private static void Each(ReadOnlySpan<byte> json, Dictionary<byte[], int> places, long? start, ClientIdentity? client, Take take)
    {
        var known = places.GetAlternateLookup<ReadOnlySpan<byte>>();
        var reader = new Utf8JsonReader(json, Deep);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(reader.GetString()!) : reader.ValueSpan;
            var isAsked = known.TryGetValue(name, out var datum);
            reader.Read();
            var from = (int)reader.TokenStartIndex;
            reader.Skip();
            if (isAsked)
                take(datum, start, new CollectedJson(json[from..(int)reader.BytesConsumed], client));
        }
    }

    /// <summary>Null where nothing is masked: what was collected cannot name the client.</summary>
    private static ClientIdentity? Client(RowCursor row, ReadOnlySpan<byte> collected)
    {
        if (row.IsNull(2) && row.IsNull(3))
            return null;
        var client = ClientIdentity.Of(Text(row, 2), Text(row, 3));
        return client.MayBeIn(collected) ? client : null;
    }

    private static string? Text(RowCursor row, int column) => row.IsNull(column) ? null : Encoding.UTF8.GetString(row.Bytes(column));
}
