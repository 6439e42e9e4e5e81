using System.Text.Json.Nodes;

namespace Voicebot.Tests.Support;

/// <summary>Every place where the vendor tells the numbers of a conversation.</summary>
public static class ConversationPhones
{
    /// <param name="type">twilio, exotel or sip_trunking.</param>
    public static ConversationBuilder PhoneCall(this ConversationBuilder builder, string direction, string agent, string external,
        string type = "twilio")
    {
        builder.List["direction"] = direction;
        builder.Metadata["phone_call"] = new JsonObject
        {
            ["type"] = type,
            ["direction"] = direction,
            ["phone_number_id"] = "phnum_1",
            ["agent_number"] = agent,
            ["external_number"] = external,
            ["call_sid"] = "CA1",
        };
        return builder.Source(type == "sip_trunking" ? "sip_trunk" : type);
    }

    /// <summary>How dialling ended; after the numbers.</summary>
    public static ConversationBuilder Dialled(this ConversationBuilder builder, string? result)
    {
        builder.Metadata["phone_call"]!["call_result"] = result;
        return builder;
    }

    /// <summary>A telephone conversation whose numbers nobody tells.</summary>
    public static ConversationBuilder Telephone(this ConversationBuilder builder, string direction, string source = "twilio")
    {
        builder.List["direction"] = direction;
        return builder.Source(source);
    }

    public static ConversationBuilder TwilioBody(this ConversationBuilder builder, string direction, string from, string to)
    {
        builder.Metadata["body"] = new JsonObject { ["From"] = from, ["To"] = to, ["CallSid"] = "CA2" };
        return builder.Telephone(direction);
    }

    public static ConversationBuilder SipBody(this ConversationBuilder builder, string direction, string from, string to)
    {
        builder.Metadata["body"] = new JsonObject { ["from_number"] = from, ["to_number"] = to, ["sip_status_code"] = 486 };
        return builder.Telephone(direction, "sip_trunk");
    }

    public static ConversationBuilder Sms(this ConversationBuilder builder, string agent, string user)
    {
        builder.Metadata["sms"] = new JsonObject
        {
            ["direction"] = "inbound",
            ["agent_phone_number"] = agent,
            ["sms_user_phone_number"] = user,
        };
        builder.Metadata["text_only"] = true;
        return builder.Source("twilio_sms");
    }

    public static ConversationBuilder WhatsApp(this ConversationBuilder builder, string user)
    {
        builder.Metadata["whatsapp"] = new JsonObject { ["direction"] = "inbound", ["whatsapp_user_id"] = user };
        builder.Metadata["text_only"] = true;
        return builder.Source("whatsapp");
    }

    public static ConversationBuilder SystemVariables(this ConversationBuilder builder, string direction, string caller, string called)
    {
        var variables = builder.Detail["conversation_initiation_client_data"]!["dynamic_variables"]!;
        variables["system__caller_id"] = caller;
        variables["system__called_number"] = called;
        return builder.Telephone(direction, "genesys");
    }
}
