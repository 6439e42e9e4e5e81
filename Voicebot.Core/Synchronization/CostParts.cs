using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Figures;

namespace Voicebot.Core.Synchronization;

/// <summary>
/// What a conversation's cost is made of, where the whole is known, so that parts add up to it; a part that the vendor leaves out is
/// unknown, and not zero.
/// </summary>
internal static class CostParts
{
    /// <summary>Billionths of a dollar.</summary>
    public static IEnumerable<(string Part, long Nanos)> Of(ConversationDetail detail)
    {
        if (detail.CostUsd is null)
            yield break;
        if (detail.LlmUsd is { } llm)
            yield return (CostPart.Llm, ConversationCounting.Nanos(llm));
        if (detail.PlatformUsd is { } platform)
            yield return (CostPart.Platform, ConversationCounting.Nanos(platform));
    }
}
