namespace Voicebot.Core.Figures;

/// <summary>What a cost is made of, as far as the vendor says.</summary>
public static class CostPart
{
    /// <summary>The language model.</summary>
    public const string Llm = "llm";
    /// <summary>The platform: voice, silence, messages.</summary>
    public const string Platform = "platform";

    public static IReadOnlyList<string> All { get; } = [Llm, Platform];
}
