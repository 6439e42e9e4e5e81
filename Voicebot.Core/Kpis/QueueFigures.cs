using System.ComponentModel;
using Voicebot.Core.Figures;

namespace Voicebot.Core.Kpis;

/// <summary>How long people waited in the queue before the agent answered; not part of the duration, and not billed.</summary>
public sealed record QueueFigures
{
    [Description("Conversations that waited.")]
    public long Waited { get; init; }
    public double TotalSecs { get; init; }
    [Description("Over those that waited; null without any.")]
    public double? AvgSecs { get; init; }
    public double? MaxSecs { get; init; }

    /// <param name="waits">Milliseconds.</param>
    public static QueueFigures Of(DayFigures sum, IReadOnlyList<(long Millis, long Count)> waits) => new()
    {
        Waited = sum.QueueWaited,
        TotalSecs = (double)Seconds(sum.QueueSum),
        AvgSecs = sum.QueueWaited == 0 ? null : (double)Math.Round(Seconds(sum.QueueSum) / sum.QueueWaited, 2),
        MaxSecs = waits.Count == 0 ? null : (double)Seconds(waits[^1].Millis),
    };

    private static decimal Seconds(long millis) => (decimal)millis / ConversationCounting.MillisOfOne;
}
