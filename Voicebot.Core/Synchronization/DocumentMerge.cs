using System.Text.Json;
using System.Text.Json.Nodes;
using Voicebot.Core.Conversations;
using Voicebot.Core.Json;

namespace Voicebot.Core.Synchronization;

/// <summary>
/// Joins a stored document with a newly read one: the new one wins, but a poorer one never overwrites a richer.
/// </summary>
public static class DocumentMerge
{
    // Objects whose members are merged one by one; maps such as criteria results are replaced as a whole.
    private static readonly string[] MergedInside = ["metadata", "analysis"];

    private static readonly string[] ListTexts = ["transcript_summary", "call_summary_title", "termination_reason"];

    /// <summary>The document to keep. A null or empty value keeps the stored one; a final status never goes back.</summary>
    public static JsonElement Merge(JsonElement? stored, JsonElement read)
    {
        if (stored is not { ValueKind: JsonValueKind.Object } before)
            return read;
        if (IsFinal(before) && !IsFinal(read))
            return before;
        if (!LosesAnything(before, read))
            return read;
        return JsonSerializer.SerializeToElement(MergeObject(before, read), JsonContext.Default.JsonObject);
    }

    /// <summary>
    /// A list document with the stored texts: the number that they held was forgotten here, and the vendor's still hold it. What
    /// comes new is cleaned with the details.
    /// </summary>
    public static JsonElement KeepTexts(JsonElement stored, JsonElement merged)
    {
        var kept = JsonObject.Create(merged.Clone())!;
        foreach (var name in ListTexts)
            if (stored.TryGetProperty(name, out var text) && !IsPoor(text) && kept.ContainsKey(name))
                kept[name] = VendorJson.Node(text.GetRawText());
        return JsonSerializer.SerializeToElement(kept, JsonContext.Default.JsonObject);
    }

    private static bool IsFinal(JsonElement document) =>
        document.TryGetProperty("status", out var status) && status.ValueKind == JsonValueKind.String
            && Conversation.IsFinal(status.GetString());

    private static bool LosesAnything(JsonElement before, JsonElement read)
    {
        foreach (var member in before.EnumerateObject())
        {
            if (IsPoor(member.Value))
                continue;
            if (!read.TryGetProperty(member.Name, out var value) || IsPoor(value))
                return true;
            if (MergedInside.Contains(member.Name) && member.Value.ValueKind == JsonValueKind.Object
                && value.ValueKind == JsonValueKind.Object && LosesAnything(member.Value, value))
                return true;
        }
        return false;
    }

    private static JsonObject MergeObject(JsonElement before, JsonElement read)
    {
        var merged = JsonObject.Create(read.Clone())!;
        foreach (var member in before.EnumerateObject())
        {
            if (IsPoor(member.Value))
                continue;
            if (!read.TryGetProperty(member.Name, out var value) || IsPoor(value))
                merged[member.Name] = VendorJson.Node(member.Value.GetRawText());
            else if (MergedInside.Contains(member.Name) && member.Value.ValueKind == JsonValueKind.Object
                && value.ValueKind == JsonValueKind.Object)
                merged[member.Name] = MergeObject(member.Value, value);
        }
        return merged;
    }

    internal static bool IsPoor(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => true,
        JsonValueKind.String => value.ValueEquals(""u8),
        JsonValueKind.Array => value.GetArrayLength() == 0,
        JsonValueKind.Object => !value.EnumerateObject().Any(),
        _ => false,
    };
}
