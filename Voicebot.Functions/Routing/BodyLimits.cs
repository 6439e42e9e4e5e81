namespace Voicebot.Functions.Routing;

/// <summary>How large a request's body may be, in bytes.</summary>
public static class BodyLimits
{
    /// <summary>Of every request but webhooks.</summary>
    public const int Most = 64 * 1024;

    /// <summary>Of a webhook: a conversation with all its turns.</summary>
    public const int MostOfWebhook = 16 * 1024 * 1024;
}
