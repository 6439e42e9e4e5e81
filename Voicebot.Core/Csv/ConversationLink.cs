namespace Voicebot.Core.Csv;

/// <summary>Where the dashboard shows a conversation.</summary>
public static class ConversationLink
{
    private const string Query = "?conversation=";

    public static string Of(Uri page, string conversationId) => Before(page) + Uri.EscapeDataString(conversationId);

    /// <summary>What comes before the escaped id.</summary>
    public static string Before(Uri page) => new Uri(page, Query).AbsoluteUri;
}
