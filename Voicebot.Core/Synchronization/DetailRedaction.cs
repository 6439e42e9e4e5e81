using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Voicebot.Core.Json;

namespace Voicebot.Core.Synchronization;

/// <summary>
/// Takes out of a detail document what must not be stored: headers of tool calls (they can hold secrets), wherever in the
/// transcript they stand, and the vendor's second copy of the whole transcript.
/// </summary>
public static class DetailRedaction
{
    private const string History = "system__conversation_history";
    private const string Headers = "headers";

    public static JsonElement Apply(JsonElement detail)
    {
        if (!Needed(detail))
            return detail;
        var document = JsonObject.Create(detail.Clone())!;
        if ((document["conversation_initiation_client_data"] as JsonObject)?["dynamic_variables"] is JsonObject variables)
            variables.Remove(History);
        EmptyHeaders(document["transcript"]);
        return JsonSerializer.SerializeToElement(document, JsonContext.Default.JsonObject);
    }

    private static bool Needed(JsonElement detail) =>
        detail.At("conversation_initiation_client_data", "dynamic_variables", History) is not null
        || (detail.Member("transcript") is { } transcript && JsonMarshal.GetRawUtf8Value(transcript).IndexOf("\"headers\""u8) >= 0);

    private static void EmptyHeaders(JsonNode? node)
    {
        if (node is JsonArray array)
        {
            foreach (var item in array)
                EmptyHeaders(item);
        }
        else if (node is JsonObject members)
        {
            if (members[Headers] is JsonObject { Count: > 0 })
                members[Headers] = new JsonObject();
            foreach (var (_, member) in members)
                EmptyHeaders(member);
        }
    }
}
