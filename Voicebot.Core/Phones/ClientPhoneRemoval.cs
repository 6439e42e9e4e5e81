using System.Text.Json.Nodes;
using Voicebot.Core.Json;

namespace Voicebot.Core.Phones;

/// <summary>
/// Takes the client's number and other ids out of a vendor document: from every documented place (see <see cref="PhoneNumbers"/>), and
/// from the texts that repeat them.
/// </summary>
public static class ClientPhoneRemoval
{
    private static readonly string[][] Paths =
    [
        ["metadata", "phone_call", "external_number"],
        ["metadata", "body"],
        ["metadata", "sms", "sms_user_phone_number"],
        ["metadata", "whatsapp", "whatsapp_user_id"],
        ["metadata", "whatsapp", "recipient"],
        ["conversation_initiation_client_data", "dynamic_variables", "system__caller_id"],
        ["conversation_initiation_client_data", "dynamic_variables", "system__called_number"],
        ["conversation_initiation_client_data", "user_id"],
        ["metadata", "initiator_id"],
        ["user_id"],
    ];

    /// <param name="detail">A JSON object as text.</param>
    /// <param name="client">Whom to take out; when nobody is given, whom the document itself names.</param>
    public static string Apply(string detail, ClientIdentity? client = null)
    {
        if (VendorJson.Node(detail) is not JsonObject document)
            return detail;
        (client is { IsNobody: false } ? client : ClientOf(detail)).Remove(document);
        foreach (var path in Paths)
        {
            JsonNode? place = document;
            foreach (var name in path[..^1])
                place = (place as JsonObject)?[name];
            (place as JsonObject)?.Remove(path[^1]);
        }
        return document.ToJsonString(JsonTexts.Readable);
    }

    /// <summary>Takes it out of the texts only; what does not hold it stays to the letter.</summary>
    /// <param name="json">A JSON value as text.</param>
    public static string FromTexts(string json, ClientIdentity client)
    {
        var node = VendorJson.Node(json);
        var before = node?.ToJsonString(JsonTexts.Readable);
        return client.Remove(node)?.ToJsonString(JsonTexts.Readable) is { } left && left != before ? left : json;
    }

    /// <summary>Whom a vendor document names as the client.</summary>
    public static ClientIdentity ClientOf(string detail)
    {
        var document = VendorJson.Stored(detail);
        var direction = document.Text("metadata", "phone_call", "direction");
        var numbers = PhoneNumbers.Of(document, direction);
        return ClientIdentity.Of(numbers.Client, numbers.OtherIdsOfClient(document, direction));
    }
}
