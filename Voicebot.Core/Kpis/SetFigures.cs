using Voicebot.Core.Conversations;
using Voicebot.Core.Figures;

namespace Voicebot.Core.Kpis;

/// <summary>The few figures that stand above a list, of the conversations of any filter; defined as those of the KPIs.</summary>
public sealed record SetFigures(long TotalConversations, long DropoutCount, long TransferCount, double? MedianDurationSecs)
{
    /// <exception cref="Search.QueryTooBroadException">Counting would take too much work.</exception>
    public static SetFigures Of(FilteredReading reading, ConversationFilter filter, CancellationToken cancellation) =>
        reading.Read(filter, state =>
    {
        var aggregates = FilteredAggregates.Of(state, filter);
        var sum = DayFigures.Sum(aggregates.Days());
        return new SetFigures(sum.Total, sum.Dropouts, sum.Transfers,
            Percentiles.Rounded(aggregates.HistogramOf(Measure.Duration).Counted(), 0.5));
    }, cancellation);
}
