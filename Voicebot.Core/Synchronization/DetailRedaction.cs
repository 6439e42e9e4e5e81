using System.Text.Json;
using System.Text.Json.Nodes;
using Voicebot.Core.ElevenLabs;

namespace Voicebot.Core.Synchronization;

/// <summary>
/// Takes out of a detail document what must not be stored: headers of tool calls (they can hold secrets) and the
/// vendor's second copy of the whole transcript.
/// </summary>
public static class DetailRedaction
{
    private const string History = "system__conversation_history";

    public static JsonElement Apply(JsonElement detail)
    {
        if (!Needed(detail))
            return detail;
        var document = JsonObject.Create(detail.Clone())!;
        if (document["conversation_initiation_client_data"]?["dynamic_variables"] is JsonObject variables)
            variables.Remove(History);
        foreach (var details in ToolDetails(document["transcript"]))
            details["headers"] = new JsonObject();
        return JsonSerializer.SerializeToElement(document, JsonContext.Default.JsonObject);
    }

    private static bool Needed(JsonElement detail) =>
        detail.At("conversation_initiation_client_data", "dynamic_variables", History) is not null
        || detail.Items("transcript").SelectMany(turn => turn.Items("tool_calls")).Any(call => call.Members("tool_details", "headers").Any());

    private static IEnumerable<JsonObject> ToolDetails(JsonNode? transcript)
    {
        foreach (var turn in (transcript as JsonArray)?.OfType<JsonObject>() ?? [])
            foreach (var call in (turn["tool_calls"] as JsonArray)?.OfType<JsonObject>() ?? [])
                if (call["tool_details"] is JsonObject details && details["headers"] is JsonObject { Count: > 0 })
                    yield return details;
    }
}
