using System.Text.Json;
using System.Text.Json.Serialization;

namespace Voicebot.Core.Views;

/// <summary>
/// How conditions and columns lie in the table. What is not of their shape, in a file that somebody brought, is nothing.
/// </summary>
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class ViewJson : JsonSerializerContext
{
    public static string Write(IReadOnlyDictionary<string, string> filters) =>
        JsonSerializer.Serialize(filters.OrderBy(one => one.Key, StringComparer.Ordinal).ToDictionary(),
            Default.IReadOnlyDictionaryStringString);

    public static string? Write(IReadOnlyList<string>? columns) =>
        columns is null ? null : JsonSerializer.Serialize(columns, Default.IReadOnlyListString);

    public static IReadOnlyDictionary<string, string> Filters(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind != JsonValueKind.Object
            ? new Dictionary<string, string>()
            : document.RootElement.EnumerateObject().Where(one => one.Value.ValueKind == JsonValueKind.String)
                .DistinctBy(one => one.Name).ToDictionary(one => one.Name, one => one.Value.GetString()!, StringComparer.Ordinal);
    }

    public static IReadOnlyList<string>? Columns(string? json)
    {
        if (json is null)
            return null;
        using var document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind != JsonValueKind.Array
            ? null
            : [.. document.RootElement.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.String)
                .Select(one => one.GetString()!)];
    }
}
