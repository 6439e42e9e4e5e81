using System.ComponentModel;
using Voicebot.Core.Figures;

namespace Voicebot.Core.Kpis;

/// <summary>How people felt, by the analysis of ElevenLabs.</summary>
public sealed record SentimentFigures
{
    public long Positive { get; init; }
    public long Neutral { get; init; }
    public long Negative { get; init; }
    [Description("Not analysed: the agent does not have it switched on, or the conversation has not ended.")]
    public long None { get; init; }
    [Description("From -1 to 1, over the conversations that have a score; null without any.")]
    public double? AvgScore { get; init; }
    [Description("From 0 to 1, over the conversations that have it; null without any.")]
    public double? AvgFrustration { get; init; }

    public static SentimentFigures Of(DayFigures sum) => new()
    {
        Positive = sum.SentimentPositive,
        Neutral = sum.SentimentNeutral,
        Negative = sum.SentimentNegative,
        None = sum.Total - sum.SentimentPositive - sum.SentimentNeutral - sum.SentimentNegative,
        AvgScore = Mean(sum.SentimentSum, sum.SentimentScored),
        AvgFrustration = Mean(sum.FrustrationSum, sum.FrustrationScored),
    };

    private static double? Mean(long sum, long count) =>
        count == 0 ? null : (double)Math.Round((decimal)sum / ConversationCounting.TenThousandths / count, 4);
}
