using System.Text.Json;
using System.Text.Json.Serialization;

namespace Voicebot.Core.Json;

/// <summary>
/// How conditions and lists of texts lie in our own tables. What is not of their shape, in a file that somebody brought, is nothing.
/// </summary>
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class KeptJson : JsonSerializerContext
{
    public static string Write(IReadOnlyDictionary<string, string> filters) =>
        JsonSerializer.Serialize(filters.OrderBy(one => one.Key, StringComparer.Ordinal).ToDictionary(),
            Default.IReadOnlyDictionaryStringString);

    public static string? Write(IReadOnlyList<string>? texts) =>
        texts is null ? null : JsonSerializer.Serialize(texts, Default.IReadOnlyListString);

    public static IReadOnlyDictionary<string, string> Filters(string json)
    {
        using var document = Parse(json);
        return document?.RootElement is not { ValueKind: JsonValueKind.Object } filters
            ? new Dictionary<string, string>()
            : filters.EnumerateObject().Where(one => one.Value.ValueKind == JsonValueKind.String)
                .DistinctBy(one => one.Name).ToDictionary(one => one.Name, one => one.Value.GetString()!, StringComparer.Ordinal);
    }

    /// <summary>Null for what is no list.</summary>
    public static IReadOnlyList<string>? Texts(string? json)
    {
        using var document = Parse(json);
        return document?.RootElement is not { ValueKind: JsonValueKind.Array } list
            ? null
            : [.. list.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.String).Select(one => one.GetString()!)];
    }

    private static JsonDocument? Parse(string? json)
    {
        try
        {
            return string.IsNullOrEmpty(json) ? null : JsonDocument.Parse(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
