using System.Text.Json;
using System.Text.Json.Nodes;
using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Json;

namespace Voicebot.Core.Synchronization;

/// <summary>
/// What a row of the vendor's list says anew. The list shows some results of the detail (projections) when it is asked for them;
/// they are remembered in the list document, so that a difference in writing makes the details be read once, not for ever.
/// </summary>
internal static class ListChange
{
    private const string Criteria = "evaluation_criteria_results";
    private const string Data = "data_collection_results";

    // Who lists it and what the agent is called are no matter of the conversation.
    private static readonly string[] OfTheAgent = ["agent_id", "agent_name"];

    /// <summary>
    /// The list document to keep: the merged one, with results that were not asked for this time, and the agent under which it was first
    /// listed.
    /// </summary>
    /// <param name="withData">False where collected values must not be kept: a number was forgotten in them.</param>
    public static JsonElement Remember(JsonElement? before, JsonElement merged, bool withData)
    {
        if (before is null && withData)
            return merged;
        var kept = JsonObject.Create(merged.Clone())!;
        var isOther = before?.Text("agent_id") is { } first && first != merged.Text("agent_id");
        foreach (var name in OfTheAgent)
            if (isOther && before!.Value.Member(name) is { } value)
                kept[name] = Node(value);
        foreach (var name in new[] { Criteria, Data })
        {
            if (!withData && name == Data)
                kept.Remove(name);
            else if (kept[name] is JsonObject results)
                foreach (var result in before?.Members(name).Where(result => results[result.Name] is null) ?? [])
                    results[result.Name] = Node(result.Value);
        }
        return JsonSerializer.SerializeToElement(kept, JsonContext.Default.JsonObject);
    }

    /// <summary>True when the details have to be read again.</summary>
    /// <param name="detail">What is stored of the details; asked for only where a result is listed for the first time.</param>
    public static bool NeedsDetails(JsonElement before, JsonElement after, Func<ConversationDetail?> detail) =>
        after.EnumerateObject()
            .Any(member => !OfTheAgent.Contains(member.Name) && member.Name is not (Criteria or Data)
                && !IsSame(before.Member(member.Name), member.Value))
        || Results(before, after, Criteria)
        .Any(pair => pair.Before is { } known ? !IsSameResult(known, pair.After) : !IsKnown(pair.After, Find(detail()?.Criteria, pair.Id)))
        || Results(before, after, Data)
        .Any(pair => pair.Before is { } known
            ? !IsKnown(Value(pair.After), Value(known))
            : !IsKnown(Value(pair.After), Find(detail()?.CollectedData, pair.Id)?.Value));

    /// <summary>A null says nothing: the list does not show that result.</summary>
    private static IEnumerable<(string Id, JsonElement? Before, JsonElement After)> Results(JsonElement before, JsonElement after,
        string name) =>
        after.Members(name).Where(result => result.Value.ValueKind != JsonValueKind.Null)
            .Select(result =>
                (result.Name, before.At(name) is { ValueKind: JsonValueKind.Object } known
                    && known.TryGetProperty(result.Name, out var value) && value.ValueKind != JsonValueKind.Null
                    ? value
                    : (JsonElement?)null, result.Value));

    private static CriterionResult? Find(IEnumerable<CriterionResult>? results, string id) =>
        results?.FirstOrDefault(result => result.Id == id);

    private static CollectedDatum? Find(IEnumerable<CollectedDatum>? data, string id) => data?.FirstOrDefault(datum => datum.Id == id);

    private static bool IsSame(JsonElement? before, JsonElement after) =>
        before is { } known ? JsonElement.DeepEquals(known, after) : DocumentMerge.IsPoor(after);

    /// <summary>Further members may come and go.</summary>
    private static bool IsSameResult(JsonElement before, JsonElement after) =>
        before.Text("result") == after.Text("result") && before.Number("score") == after.Number("score");

    private static bool IsKnown(JsonElement listed, CriterionResult? detailed) =>
        (listed.Text("result") ?? "unknown") == (detailed?.Result ?? "unknown")
        && (listed.Number("score") is not { } score || detailed?.Score is not { } known || score == known);

    /// <summary>The two may write a value differently: only what they both have is compared, as text.</summary>
    private static bool IsKnown(JsonElement? listed, JsonElement? detailed) => (listed, detailed) switch
    {
        (null, null) => true,
        ({ } one, { } other) => JsonElement.DeepEquals(one, other) || string.Equals(Plain(one), Plain(other), StringComparison.Ordinal),
        _ => false,
    };

    /// <summary>The value itself, or the member of that name in a richer object; null for a null.</summary>
    private static JsonElement? Value(JsonElement listed) => listed.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Object when listed.TryGetProperty("value", out var value) => value.ValueKind == JsonValueKind.Null ? null : value,
        _ => listed,
    };

    private static string Plain(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private static JsonNode? Node(JsonElement value) => VendorJson.Node(value.GetRawText());
}
