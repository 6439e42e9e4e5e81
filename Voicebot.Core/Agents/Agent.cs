using System.Text.RegularExpressions;

namespace Voicebot.Core.Agents;

/// <summary>A configured agent; without a name of its own it is shown by its id.</summary>
public sealed partial record Agent(string Id, string? Name)
{
    /// <summary>As many as a person can compare; the original product had the same limit.</summary>
    public const int MaxConfigured = 10;
    public const int MaxNameLength = 200;

    public string DisplayName => Name ?? Id;

    public static bool IsId(string text) => IdPattern().IsMatch(text);

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,128}\z")]
    private static partial Regex IdPattern();
}
