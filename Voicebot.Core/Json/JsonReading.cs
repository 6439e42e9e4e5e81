using System.Globalization;
using System.Text.Json;

namespace Voicebot.Core.Json;

/// <summary>
/// Tolerant reading of the vendor's JSON: a missing key, a null and a value of an unexpected kind all read as null,
/// because keys and enum values are added monthly and arrays may be absent.
/// </summary>
public static class JsonReading
{
    private const long FirstInstant = 946_771_200; // 2000-01-02, which is 2000 in every zone
    private const long EndOfInstants = 4_102_444_800; // 2100

    /// <summary>The member, or null when this is no object, or it is absent or JSON null.</summary>
    public static JsonElement? Member(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? value : null;

    public static JsonElement? Member(this JsonElement? json, string name) => json?.Member(name);

    /// <summary>Follows objects down the path.</summary>
    public static JsonElement? At(this JsonElement json, params ReadOnlySpan<string> path)
    {
        JsonElement? current = json;
        foreach (var name in path)
            current = current.Member(name);
        return current;
    }

    /// <summary>A string, a number or a boolean as text; an empty string reads as null.</summary>
    public static string? Text(this JsonElement? json) => json?.ValueKind switch
    {
        JsonValueKind.String => json.Value.GetString() is { Length: > 0 } text ? text : null,
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => json.Value.GetRawText(),
        _ => null,
    };

    public static string? Text(this JsonElement json, params ReadOnlySpan<string> path) => json.At(path).Text();

    /// <summary>A whole number; a fraction is rounded, a numeric string is read.</summary>
    public static long? Whole(this JsonElement json, params ReadOnlySpan<string> path) =>
        json.Number(path) is { } number && Math.Abs(number) < 9e15 ? (long)Math.Round(number, MidpointRounding.AwayFromZero) : null;

    /// <summary>Unix seconds in this century; anything else (0, milliseconds) is no time at which a conversation took place.</summary>
    public static long? Instant(this JsonElement json, params ReadOnlySpan<string> path) =>
        json.Whole(path) is >= FirstInstant and < EndOfInstants and var seconds ? seconds : null;

    /// <summary>
    /// A whole number from 0 to below the bound; what cannot be is unknown, so that one broken document does not spoil a sum.
    /// </summary>
    public static long? Amount(this JsonElement json, long bound, params ReadOnlySpan<string> path) =>
        json.Whole(path) is >= 0 and var amount && amount < bound ? amount : null;

    public static double? Number(this JsonElement json, params ReadOnlySpan<string> path)
    {
        var value = json.At(path);
        return value?.ValueKind switch
        {
            JsonValueKind.Number when value.Value.TryGetDouble(out var number) && double.IsFinite(number) => number,
            JsonValueKind.String when double.TryParse(value.Value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture,
                out var number) && double.IsFinite(number) => number,
            _ => null,
        };
    }

    /// <summary>True only for JSON true.</summary>
    public static bool Flag(this JsonElement json, params ReadOnlySpan<string> path) => json.At(path)?.ValueKind == JsonValueKind.True;

    /// <summary>True when nothing is said: null, an empty text, 0, false, an empty array, and an object of nothing else.</summary>
    public static bool IsBlank(this JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined or JsonValueKind.False => true,
        JsonValueKind.String => string.IsNullOrWhiteSpace(json.GetString()),
        JsonValueKind.Number => json.TryGetDouble(out var number) && number == 0,
        JsonValueKind.Array => json.EnumerateArray().All(IsBlank),
        JsonValueKind.Object => json.EnumerateObject().All(member => member.Value.IsBlank()),
        _ => false,
    };

    /// <summary>The items of an array; none when it is absent, null or something else.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement json, params ReadOnlySpan<string> path) =>
        json.At(path) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : Enumerable.Empty<JsonElement>();

    /// <summary>The members of an object; none when it is absent, null or something else.</summary>
    public static IEnumerable<JsonProperty> Members(this JsonElement json, params ReadOnlySpan<string> path) =>
        json.At(path) is { ValueKind: JsonValueKind.Object } members ? members.EnumerateObject() : Enumerable.Empty<JsonProperty>();
}
