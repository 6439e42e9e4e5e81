using System.Text.Json;
using System.Text.Json.Nodes;
using Voicebot.Core.Json;

namespace Voicebot.Core.Phones;

/// <summary>Takes the client's number out of a vendor document: from every documented place (see <see cref="PhoneNumbers"/>), and from the texts that repeat it.</summary>
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
    /// <param name="clientPhone">The number; when it is not given, the one that the document itself names.</param>
    public static string Apply(string detail, string? clientPhone = null)
    {
        if (VendorJson.Node(detail) is not JsonObject document)
            return detail;
        PhoneMask.Remove(document, clientPhone ?? ClientOf(detail));
        foreach (var path in Paths)
        {
            JsonNode? place = document;
            foreach (var name in path[..^1])
                place = (place as JsonObject)?[name];
            (place as JsonObject)?.Remove(path[^1]);
        }
        return document.ToJsonString(Readable);
    }

    /// <summary>Takes the number out of the texts only; what does not hold it stays to the letter.</summary>
    /// <param name="json">A JSON value as text.</param>
    public static string FromTexts(string json, string? clientPhone)
    {
        var node = VendorJson.Node(json)!;
        var before = node.ToJsonString(Readable);
        PhoneMask.Remove(node, clientPhone);
        return node.ToJsonString(Readable) is var left && left != before ? left : json;
    }

    private static string? ClientOf(string detail)
    {
        var document = VendorJson.Stored(detail);
        return PhoneNumbers.Of(document, document.Text("metadata", "phone_call", "direction")).Client;
    }

    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = VendorJson.MaxDepthOfCopies,
    };
}
