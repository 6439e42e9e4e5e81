using Voicebot.Core.Agents;
using Voicebot.Core.Conversations;
using Voicebot.Core.Search;

namespace Voicebot.Core.Kpis;

/// <summary>Sets the conversations of two filters side by side, in one state of the database.</summary>
public sealed class SegmentService(FilteredReading reading)
{
    /// <param name="first">Of the same agents and days as the second, so that like is set against like.</param>
    /// <exception cref="QueryTooBroadException">Counting the rows would take too much work.</exception>
    public SegmentComparison Report(ConversationFilter first, ConversationFilter second, CancellationToken cancellation = default) =>
        reading.ReadRows(byDays: false, state =>
        {
            var names = CriterionNameStore.Of(state.Connection, first.AgentIds);
            PeriodSums Sums(ConversationFilter filter) => FilteredAggregates.Sums(state, filter, FilteredAggregates.Of(state, filter));
            var (one, other) = (Sums(first), Sums(second));
            var (figures, criteria) = (Comparer.Figures(one, other), Comparer.Criteria(one, other));
            var shared = state.CountShared(first, second);
            return new SegmentComparison
            {
                TimeZone = state.Zone.Id,
                First = KpiCalculator.Figures(first.Period, one, names),
                Second = KpiCalculator.Figures(second.Period, other, names),
                Shared = shared,
                Figures = shared == 0 ? figures : Comparer.Unjudged(figures),
                Criteria = shared == 0 ? criteria : Comparer.Unjudged(criteria),
            };
        }, cancellation);
}
