namespace Voicebot.Core.Conversations;

/// <summary>The labels of the vendor's analysis of the mood, as far as they are known.</summary>
public static class Sentiment
{
    public static IReadOnlyList<string> Labels { get; } = ["positive", "neutral", "negative"];
}
