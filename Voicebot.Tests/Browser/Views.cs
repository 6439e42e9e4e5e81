namespace Voicebot.Tests.Browser;

/// <summary>The views of the page.</summary>
internal static class Views
{
    /// <summary>What is seen of each once it shows its data.</summary>
    public static IReadOnlyDictionary<string, string> ContentOf { get; } = new Dictionary<string, string>
    {
        ["dashboard"] = ".kpi-value",
        ["conversations"] = "[data-testid=conversation-row]",
        ["criteria"] = "[data-testid=criterion-row]",
        ["callbacks"] = "[data-testid=callback-row]",
        ["sync"] = "[data-testid=sync-row]",
        ["archives"] = "[data-testid=archive-row]",
        ["settings"] = "[data-testid=save-settings]",
    };
}
