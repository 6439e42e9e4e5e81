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

    private const decimal Thousand = 1_000;

    /// <param name="waits">Milliseconds.</param>
    public static QueueFigures Of(DayFigures sum, IReadOnlyList<(long Millis, long Count)> waits) => new()
    {
        Waited = sum.QueueWaited,
        TotalSecs = Math.Round(sum.QueueSum / ConversationCounting.MillisOfOne, 3),
        AvgSecs = sum.QueueWaited == 0 ? null : (double)Math.Round(sum.QueueSum / Thousand / sum.QueueWaited, 2),
        MaxSecs = waits.Count == 0 ? null : waits[^1].Millis / ConversationCounting.MillisOfOne,
    };
}
