using System.Text;
using System.Text.Json;
using Voicebot.Core.Conversations;
using Voicebot.Core.Data;
using Voicebot.Core.Figures;

namespace Voicebot.Core.Csv;

/// <summary>The columns of criteria or of collected data: which there are in a period, and the values of a row in their order.</summary>
internal sealed class AnswerColumns
{
    private readonly Dictionary<string, int> positions;
    private readonly string?[] values;

    private readonly bool decimalComma;

    private AnswerColumns(IEnumerable<string> ids, bool decimalComma)
    {
        this.decimalComma = decimalComma;
        Ids = [.. ids];
        positions = Ids.Select((id, position) => (id, position))
            .ToDictionary(pair => pair.id, pair => pair.position, StringComparer.Ordinal);
        values = new string?[Ids.Count];
    }

    /// <summary>
    /// All that occur in the agents and days of the filter, whatever its other conditions are: the same columns for every selection of a
    /// month.
    /// </summary>
    /// <param name="decimalComma">Numbers are read with a comma.</param>
    public static AnswerColumns Of(PreparedConnection connection, string dimension, ConversationFilter filter,
        bool decimalComma = false) =>
        new(AggregateStore.Counts(connection, dimension, filter.ToScope()).Select(row => row.Key)
            .Order(StringComparer.Ordinal), decimalComma);

    public IReadOnlyList<string> Ids { get; }

    /// <summary>The values of one row, null where it has none; the list is the same for every row.</summary>
    /// <param name="json">A JSON object, value by id; empty without any.</param>
    public IReadOnlyList<string?> Read(ReadOnlySpan<byte> json)
    {
        Array.Clear(values);
        if (json.IsEmpty || values.Length == 0)
            return values;
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var known = positions.TryGetValue(reader.GetString()!, out var position);
            reader.Read();
            var value = Cell(ref reader, json);
            if (known)
                values[position] = value;
        }
        return values;
    }

    /// <summary>Text without its quotes; numbers, booleans and structures as JSON; null stays empty.</summary>
    private string? Cell(ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                return Encoding.UTF8.GetString(json[start..(int)reader.BytesConsumed]);
            default:
                var written = Encoding.UTF8.GetString(reader.ValueSpan);
                return decimalComma && reader.TokenType == JsonTokenType.Number ? written.Replace('.', ',') : written;
        }
    }
}
