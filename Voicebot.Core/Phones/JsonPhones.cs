using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Voicebot.Core.Json;

namespace Voicebot.Core.Phones;

/// <summary>Hides what names a person in every text, number and member name of a JSON document.</summary>
internal static class JsonPhones
{
    /// <summary>Whether there is anything to hide: nearly no document has to be written anew.</summary>
    public static bool Holds(JsonElement json, Func<string, string> hide) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().Any(member => Changes(member.Name, hide) || Holds(member.Value, hide)),
        JsonValueKind.Array => json.EnumerateArray().Any(item => Holds(item, hide)) || (IsList(json) && Changes(json.GetRawText(), hide)),
        JsonValueKind.String => Changes(json.GetString()!, hide),
        JsonValueKind.Number => HiddenNumber(json.GetRawText(), hide) is not null,
        _ => false,
    };

    /// <summary>
    /// The document with everything hidden, also a number that is spread over the values of a list; it is changed itself, but for a list
    /// or a single value.
    /// </summary>
    public static JsonNode? HideWholly(JsonNode? node, Func<string, string> hide) => Hide(node, hide, list =>
        list.Count > 1 && list.All(item => item is null or JsonValue) && hide(list.ToJsonString(JsonTexts.Readable)) is var hidden
            && hidden != list.ToJsonString(JsonTexts.Readable)
            ? VendorJson.Node(hidden) : list);

    /// <summary>The same, each value for itself.</summary>
    public static JsonNode? Hide(JsonNode? node, Func<string, string> hide) => Hide(node, hide, list => list);

    private static JsonNode? Hide(JsonNode? node, Func<string, string> hide, Func<JsonArray, JsonNode?> hideList)
    {
        if (node is JsonArray array)
        {
            for (var i = 0; i < array.Count; i++)
                if (Hide(array[i], hide, hideList) is var item && !ReferenceEquals(item, array[i]))
                    array[i] = item;
            return hideList(array);
        }
        if (node is JsonObject members)
        {
            foreach (var (name, member) in members.ToList())
            {
                if (Hide(member, hide, hideList) is var value && !ReferenceEquals(value, member))
                    members[name] = value;
                if (Changes(name, hide))
                    Rename(members, name, hide(name));
            }
            return members;
        }
        if (node is not JsonValue single)
            return node;
        return single.GetValueKind() switch
        {
            JsonValueKind.String
                when single.GetValue<string>() is var text && hide(text) is var hidden && !ReferenceEquals(hidden, text) =>
                JsonValue.Create(hidden),
            JsonValueKind.Number when HiddenNumber(single.ToJsonString(), hide) is { } hidden => JsonValue.Create(hidden),
            _ => node,
        };
    }

    private static bool IsList(JsonElement array) =>
        array.GetArrayLength() > 1 && array.EnumerateArray()
        .All(item => item.ValueKind is not (JsonValueKind.Array or JsonValueKind.Object));

    /// <summary>Two names that become the same stay two members.</summary>
    private static void Rename(JsonObject members, string name, string hidden)
    {
        var value = members[name];
        members.Remove(name);
        var free = hidden;
        for (var i = 2; members.ContainsKey(free); i++)
            free = $"{hidden} ({i})";
        members.Add(free, value);
    }

    /// <summary>A number is looked at as it is written, and written out: <c>4.8600000105e10</c>.</summary>
    private static string? HiddenNumber(string raw, Func<string, string> hide)
    {
        if (raw.AsSpan().ContainsAny('e', 'E') && decimal.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && value == decimal.Truncate(value)
            && Hidden(value.ToString("0", CultureInfo.InvariantCulture), hide) is { } whole)
            return whole;
        return Hidden(raw, hide);
    }

    private static string? Hidden(string text, Func<string, string> hide) =>
        hide(text) is var hidden && !ReferenceEquals(hidden, text) ? hidden : null;

    private static bool Changes(string text, Func<string, string> hide) => !ReferenceEquals(hide(text), text);
}
