using System.Text.Json;
using Voicebot.Core.Json;

namespace Voicebot.Core.Phones;

/// <summary>
/// Both ends of a conversation, as opaque text (a SIP address or "anonymous" is kept as it came).
/// Only documented places are read, never "any digits that look like a number".
/// </summary>
public sealed record PhoneNumbers(string? Agent, string? Client)
{
    public static PhoneNumbers None { get; } = new(null, null);

    /// <summary>
    /// Each end from the first source that knows it: phone_call, webhook body, sms, whatsapp (its number before its ids), then the system
    /// variables of an inbound call.
    /// </summary>
    public static PhoneNumbers Of(JsonElement detail, string? direction)
    {
        var found = None;
        foreach (var source in Sources(detail, direction))
            found = new PhoneNumbers(found.Agent ?? source.Agent, found.Client ?? source.Client);
        return found;
    }

    /// <summary>
    /// What other sources name the client by, when that is no spelling of the number (see <see cref="ClientIdentity.Others"/>); null for
    /// nearly all.
    /// </summary>
    public string? OtherIdsOfClient(JsonElement detail, string? direction)
    {
        var others = Sources(detail, direction).Select(source => source.Client).OfType<string>().Where(client => client != Client)
            .Distinct().ToList();
        return others.Count == 0 ? null : ClientIdentity.Others([Client!, .. others.Where(client => !PhoneMatch.IsSame(client, Agent))]);
    }

    private static IEnumerable<PhoneNumbers> Sources(JsonElement detail, string? direction)
    {
        yield return new PhoneNumbers(detail.Text("metadata", "phone_call", "agent_number"),
            detail.Text("metadata", "phone_call", "external_number"));
        if (detail.At("metadata", "body") is { } body)
        {
            yield return ByDirection(body.Text("From"), body.Text("To"), direction);
            yield return ByDirection(body.Text("from_number"), body.Text("to_number"), direction);
        }
        yield return new PhoneNumbers(detail.Text("metadata", "sms", "agent_phone_number"),
            detail.Text("metadata", "sms", "sms_user_phone_number"));
        yield return new PhoneNumbers(null, detail.Text("metadata", "whatsapp", "recipient", "phone"));
        yield return new PhoneNumbers(null, detail.Text("metadata", "whatsapp", "whatsapp_user_id"));
        // WhatsApp's own id of the person, no number
        yield return new PhoneNumbers(null, detail.Text("metadata", "whatsapp", "recipient", "bsuid"));
        if (direction == "inbound")
            yield return new PhoneNumbers(Variable(detail, "system__called_number"), Variable(detail, "system__caller_id"));
    }

    /// <summary>The caller is the client on an inbound call (also when the direction is unknown) and the bot on an outbound one.</summary>
    public static PhoneNumbers ByDirection(string? from, string? to, string? direction) =>
        direction == "outbound" ? new PhoneNumbers(from, to) : new PhoneNumbers(to, from);

    private static string? Variable(JsonElement detail, string name) =>
        detail.Text("conversation_initiation_client_data", "dynamic_variables", name);
}
