using System.Text.Json;
using System.Text.RegularExpressions;

namespace Voicebot.Core.Alerts;

/// <summary>
/// What the page says in Polish of problems and of rules from the start, for messages: its file of texts is read here, too, so that both
/// say the same.
/// </summary>
internal static partial class PolishTexts
{
    private static readonly Lazy<JsonDocument> Texts = new(() =>
    {
        using var stream = typeof(PolishTexts).Assembly.GetManifestResourceStream(typeof(PolishTexts), "messages.pl.js")
            ?? throw new InvalidOperationException("The Polish texts of messages are missing in this build.");
        using var reader = new StreamReader(stream);
        // A module of the page, because browsers do not load JSON from another site: JSON, with texts put together over lines.
        var module = Together().Replace(reader.ReadToEnd(), "");
        return JsonDocument.Parse(module.AsMemory(module.IndexOf('{', StringComparison.Ordinal)..(module.LastIndexOf('}') + 1)));
    });

    /// <summary>The name itself where somebody chose it.</summary>
    public static string RuleName(string name) => Find("ruleNames", name) ?? name;

    /// <summary>What happened, and what to do; null for a code that has no words.</summary>
    public static string? Problem(string code) =>
        Find("titles", code) is { } title ? $"{title}. {Find("texts", code)}".TrimEnd() : null;

    private static string? Find(string group, string key) =>
        Texts.Value.RootElement.GetProperty(group).TryGetProperty(key, out var text) ? text.GetString() : null;

    [GeneratedRegex(@"""\s*\+\s*""")]
    private static partial Regex Together();
}
