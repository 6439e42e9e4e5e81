using System.Text.Json;

namespace Voicebot.Core.Alerts;

/// <summary>
/// What the page says in Polish of problems and of rules from the start, for messages: its file of texts is read here, too, so that both
/// say the same.
/// </summary>
internal static class PolishTexts
{
    private static readonly Lazy<JsonDocument> Texts = new(() =>
    {
        using var stream = typeof(PolishTexts).Assembly.GetManifestResourceStream(typeof(PolishTexts), "messages.pl.json")
            ?? throw new InvalidOperationException("The Polish texts of messages are missing in this build.");
        return JsonDocument.Parse(stream);
    });

    /// <summary>The name itself where somebody chose it.</summary>
    public static string RuleName(string name) => Find("ruleNames", name) ?? name;

    /// <summary>What happened, and what to do; null for a code that has no words.</summary>
    public static string? Problem(string code) =>
        Find("titles", code) is { } title ? $"{title}. {Find("texts", code)}".TrimEnd() : null;

    private static string? Find(string group, string key) =>
        Texts.Value.RootElement.GetProperty(group).TryGetProperty(key, out var text) ? text.GetString() : null;
}
