using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Voicebot.Core.Json;

namespace Voicebot.Core.Figures;

/// <summary>How criteria, tools and collected data are written in a stored row: small JSON objects, null when there is nothing.</summary>
public static class ConversationAnswers
{
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = VendorJson.MaxDepthOfCopies };
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Result (success, failure, unknown or a value to come) by criterion id.</summary>
    public static IReadOnlyList<(string CriterionId, string Result)> Criteria(string? json) =>
        json is null ? [] : Members(json, value => value.GetString() ?? "unknown");

    public static string? WriteCriteria(IEnumerable<(string CriterionId, string Result)> criteria) =>
        Write(criteria, criterion => criterion.CriterionId, (writer, criterion) => writer.WriteStringValue(criterion.Result));

    /// <summary>How often each tool was called, and how often it answered with an error.</summary>
    public static IReadOnlyList<(string Tool, long Calls, long Errors)> Tools(string? json) =>
        json is null ? [] : [.. Members(json, value => (Calls: value[0].GetInt64(), Errors: value[1].GetInt64()))
            .Select(tool => (tool.Name, tool.Value.Calls, tool.Value.Errors))];

    public static string? WriteTools(IEnumerable<(string Tool, long Calls, long Errors)> tools) =>
        Write(tools, tool => tool.Tool, (writer, tool) =>
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(tool.Calls);
            writer.WriteNumberValue(tool.Errors);
            writer.WriteEndArray();
        });

    /// <summary>How often each result of a transfer came.</summary>
    public static IReadOnlyList<(string ResultType, long Count)> Transfers(string? json) =>
        json is null ? [] : Members(json, value => value.GetInt64());

    public static string? WriteTransfers(IEnumerable<(string ResultType, long Count)> transfers) =>
        Write(transfers, transfer => transfer.ResultType, (writer, transfer) => writer.WriteNumberValue(transfer.Count));

    /// <summary>Billionths of a dollar by part of the cost.</summary>
    public static IReadOnlyList<(string Part, long Nanos)> CostParts(string? json) =>
        json is null ? [] : Members(json, value => value.GetInt64());

    public static string? WriteCostParts(IEnumerable<(string Part, long Nanos)> parts) =>
        Write(parts, part => part.Part, (writer, part) => writer.WriteNumberValue(part.Nanos));

    /// <summary>Values as JSON text, null for a collected null.</summary>
    public static IReadOnlyList<(string DataId, string? Json)> Collected(string? json) =>
        json is null ? [] : Members(json, value => value.ValueKind == JsonValueKind.Null ? null : value.GetRawText());

    public static string? WriteCollected(IEnumerable<(string DataId, string? Json)> data) =>
        Write(data, datum => datum.DataId, (writer, datum) => writer.WriteRawValue(datum.Json ?? "null", skipInputValidation: true));

    public static IReadOnlyList<string> CollectedIds(string? json)
    {
        if (json is null)
            return [];
        using var document = JsonDocument.Parse(json, Deep);
        return [.. document.RootElement.EnumerateArray().Select(id => id.GetString()!)];
    }

    public static string? WriteCollectedIds(IEnumerable<string> ids)
    {
        var list = ids.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (list.Count == 0)
            return null;
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Readable))
        {
            writer.WriteStartArray();
            foreach (var id in list)
                writer.WriteStringValue(id);
            writer.WriteEndArray();
        }
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private static List<(string Name, T Value)> Members<T>(string json, Func<JsonElement, T> read)
    {
        using var document = JsonDocument.Parse(json, Deep);
        return [.. document.RootElement.EnumerateObject().Select(member => (member.Name, read(member.Value)))];
    }

    private static string? Write<T>(IEnumerable<T> items, Func<T, string> name, Action<Utf8JsonWriter, T> write)
    {
        var list = items.DistinctBy(name).ToList();
        if (list.Count == 0)
            return null;
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Readable))
        {
            writer.WriteStartObject();
            foreach (var item in list.OrderBy(name, StringComparer.Ordinal))
            {
                writer.WritePropertyName(name(item));
                write(writer, item);
            }
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }
}
