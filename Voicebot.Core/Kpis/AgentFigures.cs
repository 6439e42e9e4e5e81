using Voicebot.Core.Figures;

namespace Voicebot.Core.Kpis;

/// <summary>One agent beside the others. Rates are percent of the finished conversations, null without any.</summary>
public sealed record AgentFigures
{
    public required string AgentId { get; init; }
    public long TotalConversations { get; init; }
    public long FinishedCount { get; init; }
    public long SuccessfulCount { get; init; }
    public long FailedCount { get; init; }
    public long UnknownCount { get; init; }
    public double? ConversionRate { get; init; }
    /// <summary>The conversion's own interval of 95 % (Wilson), in percent.</summary>
    public double? ConversionLow { get; init; }
    public double? ConversionHigh { get; init; }
    public long DropoutCount { get; init; }
    public double? DropoutRate { get; init; }
    public long TechnicalErrors { get; init; }
    public double? ErrorRate { get; init; }
    /// <summary>Credits, over the conversations whose credits are known.</summary>
    public long? TotalCost { get; init; }
    public double? AvgCostPerSession { get; init; }
    public long CostKnownCount { get; init; }
    /// <summary>How conversion and drop-outs moved; null where nothing is compared.</summary>
    public IReadOnlyList<FigureChange>? Changes { get; init; }

    /// <summary>Those of its figures that have a target: its own, else that for all agents.</summary>
    public IReadOnlyList<FigureTarget> Targets { get; init; } = [];

    /// <param name="before">Of the period before; null where nothing is compared.</param>
    internal static AgentFigures Of(string agentId, DayFigures now, DayFigures? before)
    {
        var interval = KpiCalculator.Interval(now.Successful, now.Finished);
        return new AgentFigures
        {
            AgentId = agentId,
            TotalConversations = now.Total,
            FinishedCount = now.Finished,
            SuccessfulCount = now.Successful,
            FailedCount = now.Failed,
            UnknownCount = now.Unknown,
            ConversionRate = KpiCalculator.Percent(now.Successful, now.Finished),
            ConversionLow = interval?.Low,
            ConversionHigh = interval?.High,
            DropoutCount = now.Dropouts,
            DropoutRate = KpiCalculator.Percent(now.Dropouts, now.Finished),
            TechnicalErrors = now.Errors,
            ErrorRate = KpiCalculator.Percent(now.Errors, now.Finished),
            TotalCost = KpiCalculator.TotalCost(now),
            AvgCostPerSession = KpiCalculator.Mean(now.Cost, now.CostKnown),
            CostKnownCount = now.CostKnown,
            Changes = before is null ? null : Comparer.OfAgent(now, before),
        };
    }
}
