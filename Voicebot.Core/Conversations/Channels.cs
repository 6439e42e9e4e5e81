namespace Voicebot.Core.Conversations;

/// <summary>Which initiation sources are telephones and which are text; the rest is voice on the web.</summary>
public static class Channels
{
    private static readonly HashSet<string> PhoneSources =
        new(["twilio", "sip_trunk", "exotel", "genesys", "genesys_bot_connector", "avaya", "audiocodes"], StringComparer.Ordinal);

    private static readonly HashSet<string> TextSources =
        new(["whatsapp", "twilio_sms", "zendesk_integration", "slack_integration", "telegram_integration", "intercom_integration",
            "freshdesk_integration", "salesforce_integration"], StringComparer.Ordinal);

    public static IReadOnlyList<string> Texts { get; } = ["phone", "web", "text"];

    public static Channel Of(string? source, bool textOnly, bool hasPhoneCall, string? direction)
    {
        if (hasPhoneCall)
            return Channel.Phone;
        if (textOnly || (source is not null && TextSources.Contains(source)))
            return Channel.Text;
        return (source is not null && PhoneSources.Contains(source)) || direction is not null ? Channel.Phone : Channel.Web;
    }

    public static string ToText(this Channel channel) => channel switch
    {
        Channel.Phone => "phone",
        Channel.Text => "text",
        _ => "web",
    };
}
