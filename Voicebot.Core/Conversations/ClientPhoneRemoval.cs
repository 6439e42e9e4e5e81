using System.Text.Json.Nodes;

namespace Voicebot.Core.Conversations;

/// <summary>Takes the client's number out of a detail document, from every documented place (see <see cref="PhoneNumbers"/>).</summary>
public static class ClientPhoneRemoval
{
    private static readonly string[][] Paths =
    [
        ["metadata", "phone_call", "external_number"],
        ["metadata", "body"],
        ["metadata", "sms", "sms_user_phone_number"],
        ["metadata", "whatsapp", "whatsapp_user_id"],
        ["conversation_initiation_client_data", "dynamic_variables", "system__caller_id"],
        ["conversation_initiation_client_data", "dynamic_variables", "system__called_number"],
        ["metadata", "initiator_id"],
        ["user_id"],
    ];

    /// <param name="detail">A JSON object as text.</param>
    public static string Apply(string detail)
    {
        if (JsonNode.Parse(detail) is not JsonObject document)
            return detail;
        foreach (var path in Paths)
        {
            JsonNode? place = document;
            foreach (var name in path[..^1])
                place = (place as JsonObject)?[name];
            (place as JsonObject)?.Remove(path[^1]);
        }
        return document.ToJsonString(Readable);
    }

    private static readonly System.Text.Json.JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
